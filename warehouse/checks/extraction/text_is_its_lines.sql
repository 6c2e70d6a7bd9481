-- table: core.articles
-- severity: error
-- description: The main text is exactly the lead and body lines of the page, a line each paragraph.
-- Line by line: to put the texts of an archive together takes more memory than there may be.
WITH told AS MATERIALIZED (
    SELECT
        article_id,
        text
    FROM due_articles
),

placed AS (
    SELECT
        article_id,
        line_no,
        text,
        continues,
        sum(length(text) + 1) OVER lines_before AS start_char
    FROM due_article_lines
    WHERE kind IN ('lead', 'body')
    WINDOW
        lines_before AS (
            PARTITION BY article_id ORDER BY line_no
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
),

found AS (
    SELECT
        article_id,
        sum(length(text) + 1) - 1 AS text_length
    FROM placed
    GROUP BY article_id
)

SELECT articles.article_id
FROM told AS articles
LEFT JOIN found ON articles.article_id = found.article_id
WHERE length(articles.text) IS DISTINCT FROM found.text_length
UNION
SELECT articles.article_id
FROM told AS articles
INNER JOIN placed ON articles.article_id = placed.article_id
WHERE
    substring(articles.text, cast(coalesce(placed.start_char, 0) AS BIGINT), length(placed.text) + 1)
    <> CASE
        WHEN placed.start_char IS NULL THEN placed.text
        WHEN placed.continues THEN ' ' || placed.text
        ELSE chr(10) || placed.text
    END
