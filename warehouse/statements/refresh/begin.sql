-- Notes the start of a run's refresh, once, and that a refresh left running by a crash failed.
UPDATE ops.refreshes
SET status = 'failed'
WHERE status = 'running' AND dagster_run_id <> $run_id;

INSERT INTO ops.refreshes (
    refresh_id, refresh_no, dagster_run_id, "trigger", input_folder, started_at, status,
    code_version
)
SELECT
    $refresh_id,
    (
        SELECT coalesce(max(known.refresh_no), 0) + 1
        FROM ops.refreshes AS known
    ) AS refresh_no,
    $run_id,
    $trigger,
    $input_folder,
    $now,
    'running' AS status,
    $code_version
WHERE NOT EXISTS (
    SELECT 1
    FROM ops.refreshes
    WHERE dagster_run_id = $run_id
);
