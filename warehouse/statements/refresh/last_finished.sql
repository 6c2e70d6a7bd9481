-- The last refresh that succeeded.
SELECT *
FROM ops.refreshes
WHERE status = 'succeeded'
ORDER BY refresh_no DESC
LIMIT 1;
