-- Says of every duplicate which article is kept (`verdicts`), and of no other article.
UPDATE core.articles
SET duplicate_of = verdicts.duplicate_of
FROM (
    SELECT
        every.article_id,
        verdicts.duplicate_of
    FROM core.articles AS every
    LEFT JOIN verdicts ON every.article_id = verdicts.article_id
) AS verdicts
WHERE
    articles.article_id = verdicts.article_id
    AND articles.duplicate_of IS DISTINCT FROM verdicts.duplicate_of;
