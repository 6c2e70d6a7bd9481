-- The statements of events outside the region whose ids differ at most in their ending from one that
-- the region gives now (`plain_ids`) or gave before.
WITH plain AS (
    SELECT plain_ids.event_id
    FROM plain_ids
    UNION
    SELECT regexp_replace(loose_events.event_id, '--[0-9a-f]{6}$', '') AS event_id
    FROM loose_events
)

SELECT
    events.event_id,
    statements.statement_id
FROM core.events
SEMI JOIN plain ON regexp_replace(events.event_id, '--[0-9a-f]{6}$', '') = plain.event_id
INNER JOIN core.event_statements AS statements ON events.event_id = statements.event_id
ANTI JOIN region ON statements.statement_id = region.statement_id
ORDER BY events.event_id, statements.statement_id;
