-- Other ids that lead to an entity.
SELECT
    old_id,
    reason
FROM core.redirects
WHERE entity_id = $id
ORDER BY old_id;
