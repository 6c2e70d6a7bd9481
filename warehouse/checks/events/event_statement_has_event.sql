-- table: core.event_statements
-- severity: error
-- description: Every statement of an event belongs to one event and stands once.
SELECT statements.statement_id
FROM due_event_statements AS statements
LEFT JOIN core.events ON statements.event_id = events.event_id
GROUP BY statements.statement_id
HAVING count(*) > 1 OR count(events.event_id) = 0
