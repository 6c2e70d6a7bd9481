-- table: search.articles
-- severity: error
-- description: Not most of the articles were given up: that is a fault of the pipeline, not of pages.
SELECT
    count(*) AS given_up,
    any_value(reason) AS reason
FROM ops.given_up
WHERE stage = 'search'
HAVING count(*) >= 20 AND count(*) > (SELECT count(*) / 2 FROM core.articles)
