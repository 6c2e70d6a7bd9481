-- table: core.entities
-- severity: error
-- description: No entity_id stands twice.
SELECT
    entity_id,
    count(*) AS row_count
FROM core.entities
GROUP BY entity_id
HAVING count(*) > 1
