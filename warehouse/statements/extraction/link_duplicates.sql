-- Says of every duplicate which article is kept (`verdicts`), and of no other article.
CREATE OR REPLACE TEMPORARY TABLE other_verdicts AS
SELECT
    articles.article_id,
    verdicts.duplicate_of
FROM core.articles
LEFT JOIN verdicts ON articles.article_id = verdicts.article_id
WHERE articles.duplicate_of IS DISTINCT FROM verdicts.duplicate_of;

INSERT INTO ops.changed_articles
SELECT
    refreshes.refresh_id,
    other_verdicts.article_id
FROM other_verdicts
CROSS JOIN ops.refreshes
WHERE refreshes.status = 'running';

UPDATE core.articles
SET duplicate_of = other_verdicts.duplicate_of
FROM other_verdicts
WHERE articles.article_id = other_verdicts.article_id;
