-- table: raw.files
-- severity: error
-- description: No path has more than one row that is loaded, duplicate or rejected.
SELECT
    path,
    count(*) AS row_count
FROM raw.files
WHERE status IN ('loaded', 'duplicate', 'rejected')
GROUP BY path
HAVING count(*) > 1
