-- table: core.articles
-- severity: error
-- description: The main text is exactly the lead and body lines of the page, a line each paragraph.
WITH joined AS (
    SELECT
        article_id,
        substring(
            string_agg(
                CASE WHEN continues THEN ' ' ELSE chr(10) END || text, '' ORDER BY line_no
            ),
            2
        ) AS text
    FROM due_article_lines
    WHERE kind IN ('lead', 'body')
    GROUP BY article_id
)

SELECT articles.article_id
FROM due_articles AS articles
LEFT JOIN joined ON articles.article_id = joined.article_id
WHERE articles.text IS DISTINCT FROM joined.text
