-- table: core.event_articles
-- severity: error
-- description: Each article stands once with an event; event and article exist.
SELECT
    told.event_id,
    told.article_id
FROM due_event_articles AS told
LEFT JOIN core.events ON told.event_id = events.event_id
LEFT JOIN core.articles ON told.article_id = articles.article_id
GROUP BY told.event_id, told.article_id
HAVING count(*) > 1 OR count(events.event_id) = 0 OR count(articles.article_id) = 0;
