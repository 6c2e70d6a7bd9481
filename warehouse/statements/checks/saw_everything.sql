-- Which of the checks named in $names lately looked at every row with this version of the code, and
-- found nothing wrong that must stop a refresh: in the last 100 refreshes and seven days.
SELECT DISTINCT checks.check_name
FROM ops.checks
INNER JOIN ops.refreshes AS earlier ON checks.refresh_id = earlier.refresh_id
INNER JOIN ops.refreshes AS now
    ON
        earlier.code_version = now.code_version
        AND earlier.refresh_no > now.refresh_no - 100
        AND earlier.started_at > now.started_at - INTERVAL 7 DAY
WHERE
    now.refresh_id = $refresh_id
    AND checks.saw_everything
    AND list_contains($names, checks.check_name)
    AND (checks.passed OR checks.severity = 'warn');
