-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the rows of raw.documents of `former` that nothing could give again.
INSERT INTO raw.documents BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.raw.documents
WHERE document_id IN (SELECT kept_captures.document_id FROM kept_captures);
