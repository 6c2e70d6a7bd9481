-- table: core.events
-- severity: error
-- description: Every event has an article that reports it, and every report an event and an article.
SELECT
    events.event_id,
    reports.article_id
FROM core.events
FULL JOIN core.event_articles AS reports ON events.event_id = reports.event_id
LEFT JOIN core.articles ON reports.article_id = articles.article_id
WHERE events.event_id IS NULL OR articles.article_id IS NULL
