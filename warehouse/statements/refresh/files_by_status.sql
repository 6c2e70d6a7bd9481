-- How many files have which status.
SELECT
    status,
    count(*) AS file_count
FROM raw.files
GROUP BY status
ORDER BY list_position(['loaded', 'duplicate', 'rejected', 'superseded', 'missing'], status);
