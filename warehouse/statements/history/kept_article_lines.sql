-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of core.article_lines of `former` that nothing could give again.
INSERT INTO core.article_lines BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.core.article_lines
WHERE article_id IN (SELECT kept_captures.article_id FROM kept_captures);
