-- Which of the outcomes of pages read again (`outcomes`, with their rows in the shards $articles and
-- $lines) are put in the place of what was known: those of new pages, and of articles that came out
-- differently. Rows are compared by their hashes, so that no texts need be held.
WITH
earlier AS (
    SELECT to_read_again.article_id
    FROM to_read_again
    WHERE NOT to_read_again.is_new
),

changed AS (
    SELECT other_articles.article_id
    FROM (
        SELECT
            again.article_id,
            hash(again) AS row_hash
        FROM read_parquet($articles) AS again
        SEMI JOIN earlier ON again.article_id = earlier.article_id
        EXCEPT
        SELECT
            stored.article_id,
            hash(stored) AS row_hash
        FROM (
            SELECT articles.* REPLACE (NULL::VARCHAR AS duplicate_of)
            FROM core.articles
        ) AS stored
        SEMI JOIN earlier ON stored.article_id = earlier.article_id
    ) AS other_articles
    UNION
    SELECT other_lines.article_id
    FROM (
        SELECT
            again.article_id,
            hash(again) AS row_hash
        FROM read_parquet($lines) AS again
        SEMI JOIN earlier ON again.article_id = earlier.article_id
        EXCEPT
        SELECT
            stored.article_id,
            hash(stored) AS row_hash
        FROM core.article_lines AS stored
        SEMI JOIN earlier ON stored.article_id = earlier.article_id
    ) AS other_lines
)

SELECT
    outcomes.*,
    pages.is_new
FROM outcomes
INNER JOIN to_read_again AS pages ON outcomes.document_id = pages.document_id
LEFT JOIN changed ON pages.article_id = changed.article_id
WHERE pages.is_new OR changed.article_id IS NOT NULL
ORDER BY pages.place;
