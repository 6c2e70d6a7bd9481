-- table: core.mentions
-- severity: error
-- description: Every mention's entity exists and has the mention's type.
SELECT
    mentions.mention_id,
    mentions.entity_id
FROM core.mentions
LEFT JOIN core.entities
    ON
        mentions.entity_id = entities.entity_id
        AND mentions.entity_type = entities.entity_type
WHERE entities.entity_id IS NULL
