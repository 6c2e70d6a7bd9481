-- What changed articles say of organisations that other articles may lean on, before and now.
SELECT
    name,
    place_id,
    abbreviation
FROM left_mentions
WHERE entity_type = 'organisation' AND (place_id IS NOT NULL OR abbreviation IS NOT NULL)
UNION
SELECT
    mentions.name,
    mentions.place_id,
    mentions.abbreviation
FROM core.mentions
SEMI JOIN pending ON mentions.article_id = pending.article_id
WHERE
    mentions.entity_type = 'organisation'
    AND (mentions.place_id IS NOT NULL OR mentions.abbreviation IS NOT NULL);
