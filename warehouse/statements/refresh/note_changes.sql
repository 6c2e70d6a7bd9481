-- noqa: disable=all
-- (The linter does not know a macro that stands for a table.)
-- Notes which rows of $table differ from those that readers see: compares $own with $published, which
-- hold all of its rows or those of some articles. Rows with one key count as one.
INSERT INTO ops.changes
WITH now AS (
    SELECT
        hashes.row_key,
        bit_xor(hashes.row_hash) AS row_hash
    FROM ops.row_hashes($own, $keys) AS hashes
    GROUP BY hashes.row_key
),

published AS (
    SELECT
        hashes.row_key,
        bit_xor(hashes.row_hash) AS row_hash
    FROM ops.row_hashes($published, $keys) AS hashes
    GROUP BY hashes.row_key
)

SELECT
    $refresh_id AS refresh_id,
    $table AS table_name,
    coalesce(now.row_key, published.row_key) AS row_key,
    CASE
        WHEN published.row_key IS NULL THEN 'added'
        WHEN now.row_key IS NULL THEN 'deleted'
        ELSE 'modified'
    END AS change
FROM now
FULL JOIN published ON now.row_key = published.row_key
WHERE now.row_hash IS DISTINCT FROM published.row_hash
ORDER BY row_key;
