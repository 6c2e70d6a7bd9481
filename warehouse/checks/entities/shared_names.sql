-- table: core.entities
-- severity: warn
-- description: No two entities of one type share a canonical name.
SELECT
    entity_type,
    name,
    list(entity_id ORDER BY entity_id) AS entity_ids
FROM core.entities
GROUP BY entity_type, name
HAVING count(*) > 1
