-- The last refresh that succeeded.
SELECT *
FROM ops.refreshes
WHERE status = 'succeeded'
ORDER BY finished_at DESC
LIMIT 1;
