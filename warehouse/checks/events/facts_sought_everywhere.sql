-- table: core.event_statements
-- severity: warn
-- description: No article was given up before its facts were found.
SELECT
    article_id,
    reason
FROM ops.given_up
WHERE stage = 'events'
