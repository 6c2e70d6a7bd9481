-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over where mentions went of `former`, those of its columns that are still known.
INSERT INTO ops.entity_moves BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.entity_moves;
