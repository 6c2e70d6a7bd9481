-- Notes which other ids lead to the entities of the mentions that were settled anew.
DELETE FROM ops.leads
WHERE named_id IN (SELECT dirty_names.named_id FROM dirty_names);

INSERT INTO ops.leads BY NAME
SELECT DISTINCT
    mentions.named_id,
    joined.own_id AS old_id,
    mentions.entity_id,
    joined.reason
FROM core.mentions
INNER JOIN joined ON mentions.mention_id = joined.mention_id
WHERE
    joined.reason IS NOT NULL
    AND joined.own_id <> mentions.told_id
    AND joined.own_id <> mentions.entity_id
UNION ALL
SELECT DISTINCT
    mentions.named_id,
    mentions.told_id AS old_id,
    mentions.entity_id,
    merged.reason
FROM core.mentions
INNER JOIN merged ON mentions.told_id = merged.told_id AND mentions.entity_id = merged.entity_id
UNION ALL
SELECT *
FROM unlisted;
