-- table: core.event_statements
-- severity: error
-- description: A date mention shows the date of every stated event, and a mention its place.
SELECT statements.statement_id
FROM due_event_statements AS statements
LEFT JOIN core.date_mentions AS dates
    ON
        statements.article_id = dates.article_id
        AND statements.date_field = dates.field
        AND statements.date_start = dates.start_char
        AND statements.date_end = dates.end_char
LEFT JOIN core.mentions AS places
    ON
        statements.article_id = places.article_id
        AND statements.place_field = places.field
        AND statements.place_start = places.start_char
        AND statements.place_end = places.end_char
WHERE
    (statements.starts_on IS NOT NULL AND dates.article_id IS NULL)
    OR (statements.place_id IS NOT NULL AND places.article_id IS NULL)
