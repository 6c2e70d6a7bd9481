-- The bodies that articles name which say nothing themselves of one of several namesakes.
SELECT DISTINCT
    mentions.article_id,
    mentions.surface,
    mentions.name,
    mentions.place_id,
    mentions.reference_id
FROM core.mentions
SEMI JOIN silent ON mentions.article_id = silent.article_id
WHERE mentions.entity_type = 'organisation';
