-- table: core.similar_articles
-- severity: error
-- description: Both articles of a pair exist, and the smaller id stands first.
SELECT
    pairs.article_id,
    pairs.other_id
FROM core.similar_articles AS pairs
LEFT JOIN core.articles AS ones ON pairs.article_id = ones.article_id
LEFT JOIN core.articles AS others ON pairs.other_id = others.article_id
WHERE
    ones.article_id IS NULL
    OR others.article_id IS NULL
    OR pairs.article_id >= pairs.other_id
