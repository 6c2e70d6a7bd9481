-- table: core.article_lines
-- severity: error
-- description: Every line belongs to an article.
SELECT DISTINCT lines.article_id
FROM due_article_lines AS lines
LEFT JOIN core.articles ON lines.article_id = articles.article_id
WHERE articles.article_id IS NULL
