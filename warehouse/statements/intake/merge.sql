-- Brings raw.files up to the folder as it is now. `listed` holds every entry, `inspected` those
-- whose bytes were read in this refresh. At most one row of a path is current (loaded, duplicate
-- or rejected); rows without a file_id stand only while a file cannot be read.
DELETE FROM raw.files
WHERE
    file_id IS NULL
    AND (
        path IN (SELECT inspected.path FROM inspected)
        OR path NOT IN (SELECT listed.path FROM listed)
    );

UPDATE raw.files
SET
    status = 'missing',
    reason = 'is no longer in the input folder',
    refresh_id = $refresh_id
WHERE
    status IN ('loaded', 'duplicate', 'rejected')
    AND path NOT IN (SELECT listed.path FROM listed);

UPDATE raw.files
SET
    status = CASE WHEN inspected.file_id IS NULL THEN 'missing' ELSE 'superseded' END,
    reason
    = CASE
        WHEN inspected.file_id IS NULL THEN inspected.reason
        ELSE 'other content stands at this path now'
    END,
    refresh_id = $refresh_id
FROM inspected
WHERE
    files.path = inspected.path
    AND files.file_id IS DISTINCT FROM inspected.file_id
    AND files.status IN ('loaded', 'duplicate', 'rejected');

UPDATE raw.files
SET last_seen_at = greatest($now::TIMESTAMPTZ, first_seen_at)
WHERE
    status IN ('loaded', 'duplicate', 'rejected')
    AND path IN (SELECT listed.path FROM listed);

UPDATE raw.files
SET
    bytes = inspected.bytes,
    modified_ns = inspected.modified_ns,
    media_type = inspected.media_type,
    encoding = inspected.encoding,
    beside = inspected.beside,
    is_metadata = inspected.is_metadata,
    note = inspected.note,
    status
    = CASE
        WHEN inspected.reason IS NOT NULL THEN 'rejected'
        WHEN inspected.is_metadata THEN 'loaded'
        ELSE files.status
    END,
    reason = CASE WHEN inspected.is_metadata THEN NULL ELSE coalesce(inspected.reason, files.reason) END,
    last_seen_at = greatest($now::TIMESTAMPTZ, first_seen_at)
FROM inspected
WHERE files.path = inspected.path AND files.file_id = inspected.file_id;

-- Content that comes back to its path is current again; settle_statuses says the rest.
UPDATE raw.files
SET status = 'loaded', reason = NULL, refresh_id = $refresh_id
FROM inspected
WHERE
    files.path = inspected.path
    AND files.file_id = inspected.file_id
    AND inspected.reason IS NULL
    AND files.status IN ('superseded', 'missing');

INSERT INTO raw.files (
    file_id, path, bytes, modified_ns, media_type, encoding, beside, is_metadata, reason, note,
    status, first_seen_at, last_seen_at, refresh_id
)
SELECT
    inspected.file_id,
    inspected.path,
    inspected.bytes,
    inspected.modified_ns,
    inspected.media_type,
    inspected.encoding,
    inspected.beside,
    inspected.is_metadata,
    inspected.reason,
    inspected.note,
    CASE WHEN inspected.reason IS NULL THEN 'loaded' ELSE 'rejected' END AS status,
    coalesce(seen.first_seen_at, $now) AS first_seen_at,
    $now AS last_seen_at,
    $refresh_id
FROM inspected
LEFT JOIN raw.files AS known
    ON
        inspected.path = known.path
        AND inspected.file_id IS NOT DISTINCT FROM known.file_id
LEFT JOIN (
    SELECT
        file_id,
        min(first_seen_at) AS first_seen_at
    FROM raw.files
    GROUP BY file_id
) AS seen
    ON inspected.file_id = seen.file_id
WHERE known.path IS NULL;

-- Of a file that was moved or renamed, its old place says where it went.
UPDATE raw.files
SET reason = moved.reason
FROM (
    SELECT
        gone.path,
        gone.file_id,
        'is no longer in the input folder'
        || coalesce('; the same bytes lie at ' || min(here.path), '') AS reason
    FROM raw.files AS gone
    LEFT JOIN raw.files AS here
        ON
            gone.file_id = here.file_id
            AND here.status IN ('loaded', 'duplicate', 'rejected')
    WHERE gone.status = 'missing' AND gone.reason LIKE 'is no longer in the input folder%'
    GROUP BY gone.path, gone.file_id
) AS moved
WHERE
    files.path = moved.path
    AND files.file_id = moved.file_id
    AND files.reason <> moved.reason;

DELETE FROM ops.derivations
WHERE stage = 'intake' AND subject NOT IN (SELECT listed.path FROM listed);

DELETE FROM ops.derivations
WHERE stage = 'intake' AND subject IN (SELECT inspected.path FROM inspected);

INSERT INTO ops.derivations
SELECT
    'intake' AS stage,
    inspected.path AS subject,
    $version
FROM inspected;
