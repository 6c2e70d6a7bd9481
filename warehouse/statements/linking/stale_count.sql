-- How many statements must be linked anew or are gone, and how many events no statement tells of.
SELECT
    (SELECT count(*) FROM stale)
    + (SELECT count(*) FROM gone)
    + (
        SELECT count(*)
        FROM core.events
        ANTI JOIN core.event_statements AS statements ON events.event_id = statements.event_id
    ) AS stale_count;
