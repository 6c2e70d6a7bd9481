-- table: core.mentions
-- severity: error
-- description: No mention_id stands twice.
SELECT
    mentions.mention_id,
    count(*) AS row_count
FROM core.mentions
SEMI JOIN due_mentions ON mentions.mention_id = due_mentions.mention_id
GROUP BY mentions.mention_id
HAVING count(*) > 1
