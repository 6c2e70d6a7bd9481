-- The folder as the last finished refresh saw it.
SELECT
    path,
    bytes,
    modified_ns
FROM raw.files
WHERE status IN ('loaded', 'duplicate', 'rejected');
