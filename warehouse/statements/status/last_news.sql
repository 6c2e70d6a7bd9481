-- The refresh that last changed the status of a file; NULL when there are no files.
SELECT max(refresh_id) AS refresh_id
FROM raw.files;
