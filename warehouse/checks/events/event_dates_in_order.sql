-- table: core.events
-- severity: error
-- description: An event ends no earlier than it starts, and is dated with a precision or not at all.
SELECT
    event_id,
    starts_on,
    ends_on
FROM core.events
WHERE
    ends_on < starts_on
    OR (starts_on IS NULL) <> (ends_on IS NULL)
    OR (starts_on IS NULL) <> (date_precision IS NULL)
