-- Captures that no reader of this version has read, with where their bytes are; $limited_version
-- stands for those that were given up within limits that are still the same.
SELECT
    documents.document_id,
    documents.file_id,
    documents.ordinal,
    documents.url,
    documents.sidecar,
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
        AND done.version IN ($version, $limited_version)
WHERE
    done.subject IS NULL
    AND documents.media_type IS NOT NULL
    AND documents.status <> 'duplicate'
GROUP BY ALL
ORDER BY path, ordinal;
