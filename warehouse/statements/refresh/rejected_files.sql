-- Which files of the folder were rejected, and why.
SELECT
    path,
    reason
FROM raw.files
WHERE status = 'rejected'
ORDER BY path;
