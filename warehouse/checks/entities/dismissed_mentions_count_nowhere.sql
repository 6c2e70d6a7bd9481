-- table: core.dismissed_mentions
-- severity: error
-- description: A mention that a user judged to be no entity is not counted among the mentions.
SELECT dismissed.mention_id
FROM core.dismissed_mentions AS dismissed
INNER JOIN core.mentions ON dismissed.mention_id = mentions.mention_id;
