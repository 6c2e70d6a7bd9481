-- table: core.mentions
-- severity: error
-- description: No mention_id stands twice.
-- The id of a mention begins with that of its article: no other article's can be the same.
SELECT
    mention_id,
    count(*) AS row_count
FROM due_mentions
GROUP BY mention_id
HAVING count(*) > 1
