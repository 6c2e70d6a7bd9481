-- Which outlets there are: those of the reference data, and those that pages show of themselves.
DELETE FROM core.outlets;

INSERT INTO core.outlets BY NAME
SELECT
    outlets.outlet_id,
    outlets.name,
    outlets.domains[1] AS domain
FROM reference.outlets
SEMI JOIN core.articles ON outlets.outlet_id = articles.outlet_id
UNION ALL
SELECT
    articles.outlet_id,
    min(articles.outlet_name) AS name,
    min(articles.outlet_domain) AS domain
FROM core.articles
ANTI JOIN reference.outlets ON articles.outlet_id = outlets.outlet_id
WHERE articles.outlet_id IS NOT NULL
GROUP BY articles.outlet_id;
