-- The articles that readers see now.
SELECT article_id
FROM core.articles;
