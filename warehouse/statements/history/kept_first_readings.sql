-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of ops.first_readings of `former` that nothing could give again.
INSERT INTO ops.first_readings BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.first_readings
WHERE document_id IN (SELECT kept_captures.document_id FROM kept_captures);
