-- table: core.outlets
-- severity: error
-- description: Every outlet_id of an article stands once in core.outlets.
SELECT
    articles.article_id,
    articles.outlet_id
FROM due_articles AS articles
LEFT JOIN core.outlets ON articles.outlet_id = outlets.outlet_id
WHERE articles.outlet_id IS NOT NULL
GROUP BY articles.article_id, articles.outlet_id
HAVING count(outlets.outlet_id) <> 1
