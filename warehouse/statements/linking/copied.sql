-- The statements to be compared anew of articles that are copies, or of which there are copies.
SELECT
    statements.statement_id,
    statements.article_id,
    articles.duplicate_of,
    statements.kind,
    statements.surface,
    statements.is_main
FROM stale
INNER JOIN core.event_statements AS statements ON stale.statement_id = statements.statement_id
INNER JOIN core.articles ON stale.article_id = articles.article_id
WHERE
    articles.duplicate_of IS NOT NULL
    OR articles.article_id IN (
        SELECT copies.duplicate_of
        FROM core.articles AS copies
        WHERE copies.duplicate_of IS NOT NULL
    )
ORDER BY statements.statement_id;
