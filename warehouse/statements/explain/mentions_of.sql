-- A few mentions of an entity, the latest articles first, with the words round each.
SELECT
    mentions.article_id,
    files.path,
    articles.title,
    articles.published_on,
    mentions.field,
    mentions.start_char,
    mentions.end_char,
    mentions.line_no,
    mentions.surface,
    mentions.confidence,
    mentions.method,
    CASE mentions.field WHEN 'title' THEN articles.title ELSE articles.text END AS field_text
FROM core.mentions
INNER JOIN core.articles ON mentions.article_id = articles.article_id
LEFT JOIN raw.files
    ON articles.file_id = files.file_id AND files.status = 'loaded'
WHERE mentions.entity_id = $id
QUALIFY
    row_number() OVER (
        PARTITION BY mentions.article_id
        ORDER BY mentions.field = 'title', mentions.start_char
    ) = 1
ORDER BY articles.published_on DESC NULLS LAST, mentions.article_id ASC
LIMIT $most;
