-- What is read of the articles in `piece`, with the lines their paragraphs stand on.
SELECT
    articles.article_id,
    articles.title,
    articles.text,
    articles.published_on,
    articles.language,
    articles.outlet_id,
    places.paragraph_lines,
    places.title_line
FROM core.articles
INNER JOIN (
    SELECT
        lines.article_id,
        list(lines.line_no ORDER BY lines.line_no)
        FILTER (WHERE lines.kind IN ('lead', 'body') AND NOT lines.continues) AS paragraph_lines,
        min(lines.line_no)
        FILTER (WHERE lines.kind = 'title' AND contains(lines.text, titled.title)) AS title_line
    FROM core.article_lines AS lines
    INNER JOIN core.articles AS titled ON lines.article_id = titled.article_id
    SEMI JOIN piece ON lines.article_id = piece.article_id
    GROUP BY lines.article_id
) AS places ON articles.article_id = places.article_id
ORDER BY articles.article_id;
