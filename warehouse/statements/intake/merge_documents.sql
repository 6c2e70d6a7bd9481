-- Brings raw.documents up to the files as they are now. `inspected` holds the files that were read
-- in this refresh, `inspected_records` what is in them. Captures of files that are gone go too,
-- unless they are to be kept ($keep_missing); of replaced files always.
DELETE FROM raw.documents
WHERE file_id NOT IN (
    SELECT files.file_id
    FROM raw.files
    WHERE
        files.media_type IS NOT NULL
        AND NOT files.is_metadata
        AND (
            files.status IN ('loaded', 'duplicate', 'rejected')
            OR ($keep_missing AND files.status = 'missing')
        )
);

-- Of equal bytes at several paths the first path says how its name lets them be read.
CREATE OR REPLACE TEMPORARY TABLE arrived_records AS
SELECT inspected_records.*
FROM inspected_records
SEMI JOIN (
    SELECT
        file_id,
        min(path) AS path
    FROM raw.files
    WHERE
        status IN ('loaded', 'duplicate', 'rejected')
        AND media_type IS NOT NULL
        AND NOT is_metadata
    GROUP BY file_id
) AS kept
    ON inspected_records.file_id = kept.file_id AND inspected_records.path = kept.path;

-- A capture that came out as before keeps what extraction said of it.
DELETE FROM raw.documents
WHERE
    file_id IN (SELECT arrived_records.file_id FROM arrived_records)
    AND document_id NOT IN (
        SELECT arrived_records.document_id
        FROM arrived_records
        INNER JOIN raw.documents AS known
            ON
                arrived_records.document_id = known.document_id
                AND arrived_records.content_hash IS NOT DISTINCT FROM known.content_hash
                AND arrived_records.media_type IS NOT DISTINCT FROM known.media_type
                AND arrived_records.member IS NOT DISTINCT FROM known.member
                AND arrived_records.fetched_at IS NOT DISTINCT FROM known.fetched_at
                AND arrived_records.note IS NOT DISTINCT FROM known.note
                AND (
                    arrived_records.reason IS NULL
                    OR arrived_records.reason = known.reason
                )
    );

INSERT INTO raw.documents BY NAME
SELECT
    arrived_records.* EXCLUDE (path, reason),
    arrived_records.reason,
    CASE WHEN arrived_records.reason IS NULL THEN 'loaded' ELSE 'rejected' END AS status
FROM arrived_records
ANTI JOIN raw.documents ON arrived_records.document_id = documents.document_id;
