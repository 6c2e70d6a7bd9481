-- Which of the articles read again (the shards $articles and $lines) came out differently. Rows are
-- compared by their hashes, so that no texts need be held.
SELECT changed.article_id
FROM (
    SELECT
        again.article_id,
        hash(again) AS row_hash
    FROM read_parquet($articles) AS again
    EXCEPT
    SELECT
        stored.article_id,
        hash(stored) AS row_hash
    FROM (
        SELECT articles.* REPLACE (NULL::VARCHAR AS duplicate_of)
        FROM core.articles
    ) AS stored
    SEMI JOIN read_parquet($articles) AS again ON stored.article_id = again.article_id
) AS changed
UNION
SELECT changed.article_id
FROM (
    SELECT
        again.article_id,
        hash(again) AS row_hash
    FROM read_parquet($lines) AS again
    EXCEPT
    SELECT
        stored.article_id,
        hash(stored) AS row_hash
    FROM core.article_lines AS stored
    SEMI JOIN read_parquet($articles) AS again ON stored.article_id = again.article_id
) AS changed
ORDER BY article_id;
