-- table: core.articles
-- severity: error
-- description: duplicate_of names an article that is kept itself.
SELECT
    articles.article_id,
    articles.duplicate_of
FROM core.articles
LEFT JOIN core.articles AS kept ON articles.duplicate_of = kept.article_id
WHERE
    articles.duplicate_of IS NOT NULL
    AND (kept.article_id IS NULL OR kept.duplicate_of IS NOT NULL)
