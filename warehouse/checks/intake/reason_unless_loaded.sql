-- table: raw.files
-- severity: error
-- description: Every file that is not loaded says why, and only those do.
SELECT
    path,
    status,
    reason
FROM raw.files
WHERE (status = 'loaded') <> (reason IS NULL)
