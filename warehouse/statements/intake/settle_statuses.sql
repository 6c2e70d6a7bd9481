-- Gives every readable file of the folder its status: of equal bytes the first path is kept and
-- the others are duplicates; a file that holds only pages kept elsewhere is a duplicate too, and
-- one none of whose captures is an article is rejected. A sidecar is loaded: it holds no article.
UPDATE raw.files
SET status = verdicts.status, reason = verdicts.reason, refresh_id = $refresh_id
FROM (
    WITH current_files AS (
        SELECT
            path,
            file_id,
            first_value(path) OVER (PARTITION BY file_id ORDER BY path) AS kept_path
        FROM raw.files
        WHERE
            status IN ('loaded', 'duplicate', 'rejected')
            AND media_type IS NOT NULL
            AND NOT is_metadata
    ),

    captures AS (
        SELECT
            file_id,
            bool_or(status = 'loaded') AS any_loaded,
            bool_or(status = 'duplicate') AS any_duplicate,
            arg_min(reason, ordinal) FILTER (WHERE status = 'duplicate') AS first_duplicate,
            arg_min(reason, ordinal) AS first_reason
        FROM raw.documents
        GROUP BY file_id
    )

    SELECT
        current_files.path,
        current_files.file_id,
        CASE
            WHEN current_files.path <> current_files.kept_path THEN 'duplicate'
            WHEN captures.any_loaded THEN 'loaded'
            WHEN captures.any_duplicate THEN 'duplicate'
            ELSE 'rejected'
        END AS status,
        CASE
            WHEN current_files.path <> current_files.kept_path
                THEN 'has the same bytes as ' || current_files.kept_path
            WHEN captures.any_loaded THEN NULL
            WHEN captures.any_duplicate THEN captures.first_duplicate
            ELSE coalesce(captures.first_reason, 'holds no page; capture the pages again')
        END AS reason
    FROM current_files
    LEFT JOIN captures ON current_files.file_id = captures.file_id
) AS verdicts
WHERE
    files.path = verdicts.path
    AND files.file_id = verdicts.file_id
    AND NOT files.is_metadata
    AND (
        files.status IS DISTINCT FROM verdicts.status
        OR files.reason IS DISTINCT FROM verdicts.reason
    );
