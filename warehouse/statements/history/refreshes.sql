-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the refreshes of `former`, those of its columns that are still known. Their rows lie in
-- the order they began, which numbers them also where they had no number yet.
INSERT INTO ops.refreshes BY NAME
SELECT
    row_number() OVER (ORDER BY former.rowid) AS refresh_no,
    COLUMNS(lambda name: list_contains($columns, name) AND name <> 'refresh_no')
FROM former.ops.refreshes AS former
ORDER BY former.rowid;
