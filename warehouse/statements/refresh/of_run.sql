-- The refresh of a Dagster run.
SELECT refresh_id
FROM ops.refreshes
WHERE dagster_run_id = $run_id;
