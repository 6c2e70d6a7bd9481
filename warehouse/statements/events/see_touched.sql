-- `touched`: articles whose facts may change: those that are read now (`pending`), and those that
-- changed since a refresh last succeeded, be it only in who is who.
INSERT INTO ops.changed_articles
SELECT
    refreshes.refresh_id,
    pending.article_id
FROM pending
CROSS JOIN ops.refreshes
WHERE refreshes.status = 'running';

CREATE OR REPLACE TEMPORARY TABLE touched AS
SELECT DISTINCT changed.article_id
FROM ops.changed_articles AS changed
INNER JOIN ops.refreshes ON changed.refresh_id = refreshes.refresh_id
WHERE
    refreshes.refresh_no > (
        SELECT coalesce(max(succeeded.refresh_no), 0)
        FROM ops.refreshes AS succeeded
        WHERE succeeded.status = 'succeeded'
    );
