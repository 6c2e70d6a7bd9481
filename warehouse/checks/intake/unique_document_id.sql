-- table: raw.documents
-- severity: error
-- description: No document_id stands twice.
SELECT
    document_id,
    count(*) AS row_count
FROM raw.documents
GROUP BY document_id
HAVING count(*) > 1
