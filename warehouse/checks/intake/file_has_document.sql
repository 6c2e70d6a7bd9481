-- table: raw.documents
-- severity: error
-- description: Every loaded file has at least one capture.
SELECT files.path
FROM raw.files
LEFT JOIN raw.documents ON files.file_id = documents.file_id
WHERE files.status = 'loaded' AND documents.document_id IS NULL
