-- One capture for every readable file; captures of files that are gone or replaced go too.
DELETE FROM raw.documents
WHERE file_id NOT IN (
    SELECT files.file_id
    FROM raw.files
    WHERE
        files.status IN ('loaded', 'duplicate', 'rejected')
        AND files.media_type IS NOT NULL
);

INSERT INTO raw.documents BY NAME
SELECT DISTINCT
    left(files.file_id, 16) || '-1' AS document_id,
    files.file_id,
    1 AS ordinal,
    'loaded' AS status
FROM raw.files
WHERE
    files.status IN ('loaded', 'duplicate', 'rejected')
    AND files.media_type IS NOT NULL
    AND files.file_id NOT IN (SELECT documents.file_id FROM raw.documents);
