-- What tells copies apart, of the articles in `wanted`.
SELECT
    articles.article_id,
    articles.text_folded,
    articles.published_at
FROM core.articles
SEMI JOIN wanted ON articles.article_id = wanted.article_id
ORDER BY articles.article_id;
