-- Notes the start of a run's refresh, once, and that a refresh left running by a crash failed.
UPDATE ops.refreshes
SET status = 'failed'
WHERE status = 'running' AND dagster_run_id <> $run_id;

INSERT INTO ops.refreshes (
    refresh_id, dagster_run_id, "trigger", input_folder, started_at, status, code_version
)
SELECT
    $refresh_id,
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
