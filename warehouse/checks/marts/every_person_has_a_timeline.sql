-- table: mart.person_timeline
-- severity: error
-- description: Every person mentioned in an article that is no duplicate has a row.
-- rare: the whole view is computed.
SELECT entities.entity_id
FROM core.entities
ANTI JOIN mart.person_timeline AS timeline ON entities.entity_id = timeline.person_id
WHERE entities.entity_type = 'person' AND entities.article_count > 0
