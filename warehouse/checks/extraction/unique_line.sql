-- table: core.article_lines
-- severity: error
-- description: No line number stands twice in an article.
SELECT
    article_id,
    line_no
FROM due_article_lines
GROUP BY article_id, line_no
HAVING count(*) > 1
