-- The counts of a run's refresh.
SELECT *
FROM ops.refreshes
WHERE dagster_run_id = $run_id;
