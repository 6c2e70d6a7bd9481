-- Notes that a refresh succeeded, with what the warehouse holds now.
UPDATE ops.refreshes
SET
    status = 'succeeded',
    finished_at = $now,
    seconds = epoch($now::TIMESTAMPTZ) - epoch(started_at),
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
