-- Where an id leads that is no entity's: by the redirects, else by what earlier refreshes noted.
SELECT
    entity_id,
    reason
FROM core.redirects
WHERE old_id = $id
UNION ALL
SELECT
    moves.entity_id,
    'moved in refresh ' || moves.refresh_id AS reason
FROM ops.entity_moves AS moves
SEMI JOIN core.entities ON moves.entity_id = entities.entity_id
WHERE
    moves.old_id = $id
    AND NOT EXISTS (
        SELECT 1
        FROM core.redirects
        WHERE redirects.old_id = $id
    )
QUALIFY moves.refresh_id = max(moves.refresh_id) OVER ()
ORDER BY entity_id, reason;
