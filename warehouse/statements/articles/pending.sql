-- Articles that no recogniser of this version has read, with the lines their paragraphs stand on.
SELECT
    articles.article_id,
    articles.document_id,
    articles.title,
    articles.text,
    articles.published_on,
    articles.language,
    articles.outlet_id,
    list(lines.line_no ORDER BY lines.line_no)
    FILTER (WHERE lines.kind IN ('lead', 'body') AND NOT lines.continues) AS paragraph_lines,
    min(lines.line_no) FILTER (
        WHERE lines.kind = 'title' AND contains(lines.text, articles.title)
    ) AS title_line
FROM core.articles
INNER JOIN core.article_lines AS lines ON articles.article_id = lines.article_id
LEFT JOIN ops.derivations AS done
    ON
        articles.document_id = done.subject
        AND done.stage = $stage
        AND done.version = $version
WHERE done.subject IS NULL
GROUP BY ALL
ORDER BY articles.article_id;
