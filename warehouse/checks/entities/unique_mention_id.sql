-- table: core.mentions
-- severity: error
-- description: No mention_id stands twice.
SELECT
    mention_id,
    count(*) AS row_count
FROM core.mentions
GROUP BY mention_id
HAVING count(*) > 1
