-- table: core.event_participants
-- severity: error
-- description: Every participant's offsets are those of a mention of it, in an article that reports the event.
SELECT
    parts.event_id,
    parts.entity_id
FROM due_event_participants AS parts
LEFT JOIN core.mentions
    ON
        parts.article_id = mentions.article_id
        AND parts.field = mentions.field
        AND parts.start_char = mentions.start_char
        AND parts.end_char = mentions.end_char
        AND parts.entity_id = mentions.entity_id
LEFT JOIN core.event_articles AS reports
    ON
        parts.event_id = reports.event_id
        AND parts.article_id = reports.article_id
WHERE mentions.mention_id IS NULL OR reports.article_id IS NULL
