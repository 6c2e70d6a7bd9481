-- The outlets of the articles in `wanted`, as they were first read.
SELECT
    articles.document_id,
    articles.outlet_id,
    articles.outlet_source,
    articles.outlet_name,
    articles.outlet_domain
FROM core.articles
SEMI JOIN wanted ON articles.article_id = wanted.article_id;
