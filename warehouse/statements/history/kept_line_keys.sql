-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of ops.line_keys of `former` that nothing could give again.
INSERT INTO ops.line_keys BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.line_keys
WHERE article_id IN (SELECT kept_captures.article_id FROM kept_captures);
