-- table: core.date_mentions
-- severity: error
-- description: A date ends no earlier than it starts.
SELECT
    article_id,
    surface
FROM due_date_mentions
WHERE ends_on < starts_on
