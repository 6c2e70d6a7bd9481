-- What decides which of several copies is kept, of all articles that have one.
SELECT
    articles.article_id,
    articles.published_at,
    articles.title IS NOT NULL AS has_title,
    length(articles.text_folded) AS length
FROM core.articles
WHERE
    articles.article_id IN (
        SELECT similar_articles.article_id
        FROM core.similar_articles
        UNION
        SELECT similar_articles.other_id
        FROM core.similar_articles
    )
ORDER BY articles.article_id;
