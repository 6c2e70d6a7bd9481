-- An entity with the facts of its subtype; what its type does not have is NULL.
SELECT
    entities.entity_id,
    entities.entity_type,
    entities.name,
    coalesce(organisations.kind, places.kind, documents.kind) AS kind,
    organisations.abbreviation,
    coalesce(organisations.parent_id, places.parent_id) AS parent_id,
    organisations.place_id,
    places.iso_code,
    documents.number,
    documents.issuer_id,
    documents.issued_on,
    entities.mention_count,
    entities.article_count,
    entities.first_seen_on,
    entities.last_seen_on,
    shared_names.reason AS apart_by
FROM core.entities
LEFT JOIN core.organisations ON entities.entity_id = organisations.entity_id
LEFT JOIN core.places ON entities.entity_id = places.entity_id
LEFT JOIN core.official_documents AS documents ON entities.entity_id = documents.entity_id
LEFT JOIN core.shared_names ON entities.entity_id = shared_names.entity_id
WHERE entities.entity_id = $id;
