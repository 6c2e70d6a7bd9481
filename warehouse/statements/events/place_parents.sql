-- Which place lies in which.
SELECT
    entity_id,
    parent_id
FROM core.places
WHERE parent_id IS NOT NULL;
