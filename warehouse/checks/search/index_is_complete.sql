-- table: search.articles
-- severity: error
-- description: Exactly the articles that are no copies can be found, but for those given up.
SELECT articles.article_id
FROM core.articles
ANTI JOIN search.articles AS indexed ON articles.article_id = indexed.article_id
ANTI JOIN ops.given_up AS noted
    ON articles.article_id = noted.article_id AND noted.stage = 'search'
WHERE articles.duplicate_of IS NULL
UNION ALL
SELECT indexed.article_id
FROM search.articles AS indexed
ANTI JOIN (
    SELECT articles.article_id
    FROM core.articles
    WHERE articles.duplicate_of IS NULL
) AS kept ON indexed.article_id = kept.article_id;
