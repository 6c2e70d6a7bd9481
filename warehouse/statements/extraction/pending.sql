-- Captures that no reader of this version has read, with where their bytes are.
SELECT
    documents.document_id,
    documents.file_id,
    documents.url,
    min(files.path) AS path
FROM raw.documents
INNER JOIN raw.files
    ON
        documents.file_id = files.file_id
        AND files.status IN ('loaded', 'rejected')
LEFT JOIN ops.derivations AS done
    ON
        documents.document_id = done.subject
        AND done.stage = 'extraction'
        AND done.version = $version
WHERE done.subject IS NULL
GROUP BY ALL
ORDER BY path;
