-- Pairs of articles that share a band, one of them at least newly read (`new_articles`).
SELECT DISTINCT
    least(fresh.article_id, known.article_id) AS article_id,
    greatest(fresh.article_id, known.article_id) AS other_id
FROM (
    SELECT bands.*
    FROM ops.article_bands AS bands
    SEMI JOIN new_articles ON bands.article_id = new_articles.article_id
) AS fresh
INNER JOIN ops.article_bands AS known ON fresh.band = known.band
WHERE fresh.article_id <> known.article_id
ORDER BY ALL;
