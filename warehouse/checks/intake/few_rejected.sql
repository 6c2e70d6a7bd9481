-- table: raw.files
-- severity: warn
-- description: At most a fifth of the files in the folder are rejected.
SELECT
    count(*) FILTER (WHERE status = 'rejected') AS rejected,
    count(*) AS files_seen
FROM raw.files
WHERE status IN ('loaded', 'duplicate', 'rejected')
HAVING count(*) FILTER (WHERE status = 'rejected') > 0.2 * count(*)
