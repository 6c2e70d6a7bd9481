-- table: core.articles
-- severity: error
-- description: Every loaded capture has exactly one article, and no other capture has one.
WITH counted AS (
    SELECT
        document_id,
        count(*) AS article_count
    FROM core.articles
    GROUP BY document_id
)

SELECT
    documents.document_id,
    documents.status,
    counted.article_count
FROM raw.documents
FULL JOIN counted ON documents.document_id = counted.document_id
WHERE coalesce(counted.article_count, 0) <> CASE documents.status WHEN 'loaded' THEN 1 ELSE 0 END
