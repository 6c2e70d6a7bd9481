-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the changes of refreshes of `former`, those of its columns that are still known.
INSERT INTO ops.changes BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.changes;
