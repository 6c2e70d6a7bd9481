-- Drops the changes of refreshes that readers never saw, and those of all but the last 30.
DELETE FROM ops.changes
WHERE
    refresh_id = $refresh_id
    OR refresh_id NOT IN (
        SELECT refreshes.refresh_id
        FROM ops.refreshes
        WHERE refreshes.status = 'succeeded'
        ORDER BY refreshes.started_at DESC
        LIMIT 30
    );
