-- `leaving`: articles of the index that are gone, have become copies, or are in `pending`.
CREATE OR REPLACE TEMP TABLE leaving AS
SELECT
    indexed.article_no,
    indexed.article_id
FROM search.articles AS indexed
WHERE
    indexed.article_id IN (SELECT pending.article_id FROM pending)
    OR indexed.article_id NOT IN (
        SELECT articles.article_id
        FROM core.articles
        WHERE articles.duplicate_of IS NULL
    );
