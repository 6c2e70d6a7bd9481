-- The files of the folder as readers see them now.
SELECT
    path,
    file_id
FROM raw.files
WHERE status IN ('loaded', 'duplicate', 'rejected');
