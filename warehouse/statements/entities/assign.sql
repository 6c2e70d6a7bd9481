-- Gives every mention that is settled anew its entity; rows of others stay as they are.
-- `merged` leads from an entity to the one that a judgement keeps, `dismissed` are none at all.
CREATE OR REPLACE TEMP TABLE moved AS
SELECT
    mentions.mention_id,
    mentions.article_id,
    mentions.entity_id AS old_id,
    coalesce(joined.told_id, mentions.named_id) AS told_id,
    coalesce(merged.entity_id, joined.told_id, mentions.named_id) AS entity_id
FROM core.mentions
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
LEFT JOIN joined ON mentions.mention_id = joined.mention_id
LEFT JOIN merged ON coalesce(joined.told_id, mentions.named_id) = merged.told_id
WHERE
    mentions.told_id <> coalesce(joined.told_id, mentions.named_id)
    OR mentions.entity_id <> coalesce(merged.entity_id, joined.told_id, mentions.named_id);

UPDATE core.mentions
SET told_id = moved.told_id, entity_id = moved.entity_id
FROM moved
WHERE mentions.mention_id = moved.mention_id;

INSERT INTO core.dismissed_mentions BY NAME
SELECT *
FROM core.mentions
WHERE entity_id IN (SELECT dismissed.entity_id FROM dismissed);

DELETE FROM core.mentions
WHERE entity_id IN (SELECT dismissed.entity_id FROM dismissed);

INSERT INTO touched_entities
WITH reached AS (
    SELECT old_id AS entity_id
    FROM moved
    UNION
    SELECT entity_id
    FROM moved
    UNION
    SELECT mentions.entity_id
    FROM core.mentions
    SEMI JOIN pending ON mentions.article_id = pending.article_id
    UNION
    -- Who is told apart from another of the name may change where no mention moves.
    SELECT told.entity_id
    FROM ops.told_entities AS told
    SEMI JOIN dirty_names ON split_part(told.entity_id, '~', 1) = dirty_names.named_id
    WHERE told.bearer IS NOT NULL
    UNION
    SELECT entity_id
    FROM bearers
    UNION
    SELECT entity_id
    FROM judged
    UNION
    SELECT told_id AS entity_id
    FROM merged
    UNION
    SELECT entity_id
    FROM merged
    UNION
    SELECT entity_id
    FROM dismissed
)

SELECT reached.entity_id
FROM reached
ANTI JOIN touched_entities ON reached.entity_id = touched_entities.entity_id;
