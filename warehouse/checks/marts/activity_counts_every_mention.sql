-- table: mart.organisation_activity
-- severity: error
-- description: An organisation's mentions by month add up to the count of core.entities.
-- rare: the whole view is computed.
SELECT
    entities.entity_id,
    entities.mention_count,
    sum(activity.mention_count) AS mentions_by_month
FROM core.entities
LEFT JOIN mart.organisation_activity AS activity
    ON entities.entity_id = activity.organisation_id
WHERE entities.entity_type = 'organisation'
GROUP BY entities.entity_id, entities.mention_count
HAVING coalesce(sum(activity.mention_count), 0) <> entities.mention_count
