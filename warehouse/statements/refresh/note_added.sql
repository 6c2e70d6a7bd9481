-- noqa: disable=all
-- (The linter does not know a macro that stands for a table.)
-- Notes every row of $table as added: readers do not have this table yet.
INSERT INTO ops.changes
SELECT
    $refresh_id AS refresh_id,
    $table AS table_name,
    hashes.row_key,
    'added' AS change
FROM ops.row_hashes($table, $keys) AS hashes
GROUP BY hashes.row_key
ORDER BY hashes.row_key;
