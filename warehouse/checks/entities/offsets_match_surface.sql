-- table: core.mentions
-- severity: error
-- description: substring(field, start_char + 1, end_char - start_char) is the surface of every mention.
SELECT
    mentions.mention_id,
    mentions.surface
FROM due_mentions AS mentions
LEFT JOIN due_articles AS articles ON mentions.article_id = articles.article_id
WHERE
    substring(
        CASE mentions.field WHEN 'title' THEN articles.title WHEN 'text' THEN articles.text END,
        mentions.start_char + 1,
        mentions.end_char - mentions.start_char
    ) IS DISTINCT FROM mentions.surface
