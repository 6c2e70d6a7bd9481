-- table: mart.outlet_summary
-- severity: error
-- description: The outlets' article counts add up to the articles that are no duplicates.
-- rare: the whole view is computed.
SELECT
    counted.article_count,
    kept.article_count AS expected
FROM (
    SELECT coalesce(sum(article_count), 0) AS article_count
    FROM mart.outlet_summary
) AS counted
CROSS JOIN (
    SELECT count(*) AS article_count
    FROM core.articles
    WHERE duplicate_of IS NULL
) AS kept
WHERE counted.article_count <> kept.article_count
