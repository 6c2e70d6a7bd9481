-- Settled articles that are gone, or whose day or standing as a duplicate changed.
SELECT count(*) AS gone_count
FROM ops.settled_articles AS settled
LEFT JOIN core.articles ON settled.article_id = articles.article_id
WHERE
    articles.article_id IS NULL
    OR articles.published_on IS DISTINCT FROM settled.published_on
    OR (articles.duplicate_of IS NULL) <> settled.counts;
