-- The mentions of an article in reading order.
SELECT
    mentions.field,
    mentions.start_char,
    mentions.end_char,
    mentions.surface,
    mentions.entity_type,
    mentions.entity_id,
    entities.name,
    mentions.line_no,
    mentions.confidence,
    mentions.method
FROM core.mentions
INNER JOIN core.entities ON mentions.entity_id = entities.entity_id
WHERE mentions.article_id = $id
ORDER BY mentions.field = 'text', mentions.start_char;
