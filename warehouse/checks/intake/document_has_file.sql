-- table: raw.documents
-- severity: error
-- description: Every capture belongs to a file that lies in the folder, or lay there and is kept.
SELECT documents.document_id
FROM raw.documents
LEFT JOIN raw.files
    ON
        documents.file_id = files.file_id
        AND files.status <> 'superseded'
WHERE files.file_id IS NULL
