-- How many articles of the index are gone or have become copies.
SELECT count(*) AS gone
FROM search.articles AS indexed
ANTI JOIN (
    SELECT articles.article_id
    FROM core.articles
    WHERE articles.duplicate_of IS NULL
) AS kept ON indexed.article_id = kept.article_id;
