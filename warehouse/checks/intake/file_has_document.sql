-- table: raw.documents
-- severity: error
-- description: Every loaded file has at least one capture, but for sidecars, which have none.
SELECT files.path
FROM raw.files
LEFT JOIN raw.documents ON files.file_id = documents.file_id
WHERE files.status = 'loaded' AND NOT files.is_metadata AND documents.document_id IS NULL
