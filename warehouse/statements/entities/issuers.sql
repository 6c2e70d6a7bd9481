-- The issuers that documents name, each with the mentioned entity that it is.
SELECT
    issuers.issuer_id,
    coalesce(any_value(same.entity_id), min(named.entity_id)) AS entity_id,
    bool_or(bodies.issuer_id IS NOT NULL) AS is_known,
    any_value(bodies.name) AS name,
    any_value(bodies.kind) AS kind,
    any_value(bodies.parent_id) AS parent_id,
    any_value(bodies.place_id) AS place_id
FROM (
    SELECT DISTINCT told.issuer_id
    FROM ops.told_entities AS told
    WHERE told.issuer_id IS NOT NULL
) AS issuers
LEFT JOIN ops.told_entities AS same ON issuers.issuer_id = same.entity_id
LEFT JOIN ops.told_entities AS named ON issuers.issuer_id = named.plain_id
LEFT JOIN ops.issuer_bodies AS bodies ON issuers.issuer_id = bodies.issuer_id
GROUP BY issuers.issuer_id;
