-- Notes the result of one check of one refresh, replacing that of an earlier try.
DELETE FROM ops.checks
WHERE refresh_id = $refresh_id AND check_name = $check_name;

INSERT INTO ops.checks (
    refresh_id, check_name, passed, severity, failing_rows, description
)
SELECT
    $refresh_id,
    $check_name,
    $passed,
    $severity,
    $failing_rows,
    $description;
