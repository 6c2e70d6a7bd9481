-- Whether everything that changed since the last refresh of `published` is still noted: the changed
-- articles of the last 30 refreshes are.
SELECT count(*) > 0 AS is_followed
FROM published.ops.refreshes AS seen
SEMI JOIN (
    SELECT refreshes.refresh_id
    FROM ops.refreshes
    WHERE refreshes.status = 'succeeded'
    ORDER BY refreshes.refresh_no DESC
    LIMIT 30
) AS known ON seen.refresh_id = known.refresh_id
WHERE seen.status = 'succeeded';
