-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of core.articles of `former` that nothing could give again.
INSERT INTO core.articles BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.core.articles
WHERE document_id IN (SELECT kept_captures.document_id FROM kept_captures);
