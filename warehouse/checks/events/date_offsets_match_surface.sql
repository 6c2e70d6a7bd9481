-- table: core.date_mentions
-- severity: error
-- description: substring(field, start_char + 1, end_char - start_char) is the surface of every date.
SELECT
    dates.article_id,
    dates.surface
FROM due_date_mentions AS dates
LEFT JOIN due_articles AS articles ON dates.article_id = articles.article_id
WHERE
    substring(
        CASE dates.field WHEN 'title' THEN articles.title WHEN 'text' THEN articles.text END,
        dates.start_char + 1,
        dates.end_char - dates.start_char
    ) IS DISTINCT FROM dates.surface
