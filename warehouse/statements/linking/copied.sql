-- The statements to be compared anew of articles that are copies, or of which there are copies.
SELECT stale.statement_id
FROM stale
INNER JOIN core.articles ON stale.article_id = articles.article_id
WHERE
    articles.duplicate_of IS NOT NULL
    OR articles.article_id IN (
        SELECT copies.duplicate_of
        FROM core.articles AS copies
        WHERE copies.duplicate_of IS NOT NULL
    );
