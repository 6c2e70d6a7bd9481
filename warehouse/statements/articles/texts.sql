-- What is read of the articles in `piece`, with the lines their paragraphs stand on. By row ids long
-- texts and lines are reached without unpacking others.
WITH
told AS (
    SELECT
        piece.row_id,
        articles.article_id,
        articles.title,
        articles.text,
        articles.published_on,
        articles.language,
        articles.outlet_id
    FROM core.articles
    INNER JOIN piece ON articles.rowid = piece.row_id
),

paragraphs AS (
    SELECT
        lines.article_id,
        list(lines.line_no ORDER BY lines.line_no) AS paragraph_lines
    FROM core.article_lines AS lines
    SEMI JOIN piece ON lines.article_id = piece.article_id
    WHERE lines.kind IN ('lead', 'body') AND NOT lines.continues
    GROUP BY lines.article_id
),

headlines AS (
    SELECT
        lines.rowid AS row_id,
        lines.article_id,
        lines.line_no
    FROM core.article_lines AS lines
    SEMI JOIN piece ON lines.article_id = piece.article_id
    WHERE lines.kind = 'title'
),

titles AS (
    SELECT
        told.article_id,
        min(headlines.line_no) AS title_line
    FROM core.article_lines AS lines
    INNER JOIN headlines ON lines.rowid = headlines.row_id
    INNER JOIN told ON headlines.article_id = told.article_id
    WHERE contains(lines.text, told.title)
    GROUP BY told.article_id
)

SELECT
    told.*,
    paragraphs.paragraph_lines,
    titles.title_line
FROM told
LEFT JOIN paragraphs ON told.article_id = paragraphs.article_id
LEFT JOIN titles ON told.article_id = titles.article_id
ORDER BY told.row_id;
