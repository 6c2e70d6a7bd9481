-- Which checks of a run's refresh did not pass.
SELECT
    checks.check_name,
    checks.failing_rows,
    checks.description
FROM ops.checks
INNER JOIN ops.refreshes ON checks.refresh_id = refreshes.refresh_id
WHERE refreshes.dagster_run_id = $run_id AND NOT checks.passed
ORDER BY checks.check_name;
