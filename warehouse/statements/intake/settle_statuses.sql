-- Gives every decodable file of the folder its status: of equal bytes the first path is kept and
-- the others are duplicates; a file none of whose captures is an article is rejected.
UPDATE raw.files
SET status = verdicts.status, reason = verdicts.reason, refresh_id = $refresh_id
FROM (
    WITH current_files AS (
        SELECT
            path,
            file_id,
            first_value(path) OVER (PARTITION BY file_id ORDER BY path) AS kept_path
        FROM raw.files
        WHERE status IN ('loaded', 'duplicate', 'rejected') AND media_type IS NOT NULL
    ),

    captures AS (
        SELECT
            file_id,
            bool_and(status = 'rejected') AS all_rejected,
            min(reason) AS first_reason
        FROM raw.documents
        GROUP BY file_id
    )

    SELECT
        current_files.path,
        current_files.file_id,
        CASE
            WHEN current_files.path <> current_files.kept_path THEN 'duplicate'
            WHEN captures.all_rejected THEN 'rejected'
            ELSE 'loaded'
        END AS status,
        CASE
            WHEN current_files.path <> current_files.kept_path
                THEN 'has the same bytes as ' || current_files.kept_path
            WHEN captures.all_rejected THEN captures.first_reason
        END AS reason
    FROM current_files
    LEFT JOIN captures ON current_files.file_id = captures.file_id
) AS verdicts
WHERE
    files.path = verdicts.path
    AND files.file_id = verdicts.file_id
    AND (
        files.status IS DISTINCT FROM verdicts.status
        OR files.reason IS DISTINCT FROM verdicts.reason
    );
