-- Notes that a refresh succeeded, with what the warehouse holds now. A clock that went back meanwhile
-- does not let it end before it began.
UPDATE ops.refreshes
SET
    status = 'succeeded',
    finished_at = greatest($now::TIMESTAMPTZ, started_at),
    seconds = greatest(epoch($now::TIMESTAMPTZ) - epoch(started_at), 0),
    files_seen = coalesce(files_seen, (
        SELECT count(*)
        FROM raw.files
        WHERE files.status IN ('loaded', 'duplicate', 'rejected')
    )),
    files_rejected = (
        SELECT count(*)
        FROM raw.files
        WHERE files.status = 'rejected'
    ),
    files_missing = (
        SELECT count(*)
        FROM raw.files
        WHERE files.status = 'missing'
    ),
    articles_total = (SELECT count(*) FROM core.articles),
    mentions_total = (SELECT count(*) FROM core.mentions),
    entities_total = (SELECT count(*) FROM core.entities),
    events_total = (SELECT count(*) FROM core.events)
WHERE refresh_id = $refresh_id;
