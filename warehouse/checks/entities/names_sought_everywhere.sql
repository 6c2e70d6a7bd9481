-- table: core.mentions
-- severity: warn
-- description: No article was given up before its names were found.
SELECT
    article_id,
    reason
FROM ops.given_up
WHERE stage = 'entities'
