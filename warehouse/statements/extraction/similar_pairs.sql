-- All pairs of copies.
SELECT
    article_id,
    other_id
FROM core.similar_articles
ORDER BY article_id, other_id;
