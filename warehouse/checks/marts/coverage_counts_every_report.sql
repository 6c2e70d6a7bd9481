-- table: mart.event_coverage
-- severity: error
-- description: Every event has one row, with as many articles as core.events counts.
-- rare: the whole view is computed.
SELECT
    events.event_id,
    events.article_count,
    sum(coverage.article_count) AS covered
FROM core.events
LEFT JOIN mart.event_coverage AS coverage ON events.event_id = coverage.event_id
GROUP BY events.event_id, events.article_count
HAVING coalesce(sum(coverage.article_count), 0) <> events.article_count OR count(*) > 1
