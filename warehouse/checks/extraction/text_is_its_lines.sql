-- table: core.articles
-- severity: error
-- description: The main text is exactly the lead and body lines of the page, joined by newlines.
WITH joined AS (
    SELECT
        article_id,
        string_agg(text, chr(10) ORDER BY line_no) AS text
    FROM core.article_lines
    WHERE kind IN ('lead', 'body')
    GROUP BY article_id
)

SELECT articles.article_id
FROM core.articles
LEFT JOIN joined ON articles.article_id = joined.article_id
WHERE articles.text IS DISTINCT FROM joined.text
