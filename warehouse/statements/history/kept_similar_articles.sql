-- noqa: disable=all
-- (The linter does not know DuckDB's lambdas.)
-- Takes over the pairs of core.similar_articles of `former` that nothing could give again: an article
-- that is read again is compared with all, two that are kept are not.
INSERT INTO core.similar_articles BY NAME
SELECT COLUMNS(lambda name: list_contains($columns, name))
FROM former.core.similar_articles
WHERE
    article_id IN (SELECT kept_captures.article_id FROM kept_captures)
    AND other_id IN (SELECT kept_captures.article_id FROM kept_captures);
