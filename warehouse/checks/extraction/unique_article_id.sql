-- table: core.articles
-- severity: error
-- description: No article_id stands twice.
SELECT
    article_id,
    count(*) AS row_count
FROM core.articles
GROUP BY article_id
HAVING count(*) > 1
