-- Finds the captures of `former` whose files are gone and whose articles are kept all the same: they
-- cannot be read again.
CREATE OR REPLACE TEMPORARY TABLE kept_captures AS
SELECT
    documents.document_id,
    articles.article_id
FROM former.raw.documents AS documents
LEFT JOIN former.core.articles AS articles ON documents.document_id = articles.document_id
WHERE
    documents.file_id IN (
        SELECT files.file_id
        FROM former.raw.files AS files
        WHERE files.status = 'missing'
    )
    AND documents.file_id NOT IN (
        SELECT files.file_id
        FROM former.raw.files AS files
        WHERE files.status IN ('loaded', 'duplicate', 'rejected') AND files.file_id IS NOT NULL
    );
