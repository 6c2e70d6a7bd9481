-- table: search.articles
-- severity: warn
-- description: No article was given up before its words were indexed.
SELECT
    article_id,
    reason
FROM ops.given_up
WHERE stage = 'search'
