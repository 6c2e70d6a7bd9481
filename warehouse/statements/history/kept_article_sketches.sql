-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of ops.article_sketches of `former` that nothing could give again.
INSERT INTO ops.article_sketches BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.ops.article_sketches
WHERE article_id IN (SELECT kept_captures.article_id FROM kept_captures);
