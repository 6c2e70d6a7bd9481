-- Drops the changes of refreshes that readers never saw, and those of all but the last 30.
DELETE FROM ops.changes
WHERE
    refresh_id = $refresh_id
    OR refresh_id NOT IN (
        SELECT refreshes.refresh_id
        FROM ops.refreshes
        WHERE refreshes.status = 'succeeded'
        ORDER BY refreshes.refresh_no DESC
        LIMIT 30
    );

-- Those of a refresh that failed are kept until it is as old.
DELETE FROM ops.changed_articles
WHERE
    refresh_id IN (
        SELECT refreshes.refresh_id
        FROM ops.refreshes
        WHERE
            refreshes.refresh_no < (
                SELECT min(kept.refresh_no)
                FROM (
                    SELECT succeeded.refresh_no
                    FROM ops.refreshes AS succeeded
                    WHERE succeeded.status = 'succeeded'
                    ORDER BY succeeded.refresh_no DESC
                    LIMIT 30
                ) AS kept
            )
    );
