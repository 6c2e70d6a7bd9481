-- table: core.articles
-- severity: warn
-- description: No article is dated later than the day after tomorrow.
SELECT
    article_id,
    published_at
FROM due_articles
WHERE published_at > now() + INTERVAL 2 DAY
