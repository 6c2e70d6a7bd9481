-- The statement that each of the articles in `wanted` is about.
SELECT
    statements.article_id,
    max(statements.statement_id) AS statement_id
FROM core.event_statements AS statements
SEMI JOIN wanted ON statements.article_id = wanted.article_id
WHERE statements.is_main
GROUP BY statements.article_id
ORDER BY statements.article_id;
