-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of ops.article_bands of `former` that nothing could give again.
INSERT INTO ops.article_bands BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.article_bands
WHERE article_id IN (SELECT kept_captures.article_id FROM kept_captures);
