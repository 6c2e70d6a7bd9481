-- The day of each article, NULL where the page does not tell it.
SELECT
    article_id,
    published_on
FROM core.articles;
