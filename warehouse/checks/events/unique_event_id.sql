-- table: core.events
-- severity: error
-- description: No event_id stands twice.
SELECT event_id
FROM core.events
GROUP BY event_id
HAVING count(*) > 1
