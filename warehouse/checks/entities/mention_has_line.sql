-- table: core.mentions
-- severity: error
-- description: The line a mention names holds its surface.
SELECT
    mentions.mention_id,
    mentions.line_no
FROM due_mentions AS mentions
LEFT JOIN due_article_lines AS lines
    ON
        mentions.article_id = lines.article_id
        AND mentions.line_no = lines.line_no
WHERE
    mentions.line_no IS NOT NULL
    AND mentions.field = 'text'
    AND NOT coalesce(contains(lines.text, mentions.surface), FALSE)
