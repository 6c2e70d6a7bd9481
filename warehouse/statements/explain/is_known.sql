-- Whether an id is one of an entity, an article, a redirect or a row of the reference data.
SELECT count(*) > 0 AS is_known
FROM (
    SELECT entity_id AS id FROM core.entities
    UNION ALL
    SELECT article_id AS id FROM core.articles
    UNION ALL
    SELECT old_id AS id FROM core.redirects
    UNION ALL
    SELECT event_id AS id FROM core.events
    UNION ALL
    SELECT entity_id AS id FROM reference.bodies
    UNION ALL
    SELECT entity_id AS id FROM reference.places
    UNION ALL
    SELECT entity_id AS id FROM reference.countries
    UNION ALL
    SELECT entity_id AS id FROM reference.administrative_units
) AS known
WHERE known.id = $id;
