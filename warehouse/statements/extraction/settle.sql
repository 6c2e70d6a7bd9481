-- What holds over all articles: which say the same again, and which outlets there are.
-- Of articles with one text the earliest is kept, an undated one only when none is dated.
UPDATE core.articles
SET duplicate_of = verdicts.duplicate_of
FROM (
    SELECT
        article_id,
        nullif(
            first_value(article_id) OVER (
                PARTITION BY text_folded
                ORDER BY published_at NULLS LAST, title IS NULL, article_id
            ),
            article_id
        ) AS duplicate_of
    FROM core.articles
) AS verdicts
WHERE
    articles.article_id = verdicts.article_id
    AND articles.duplicate_of IS DISTINCT FROM verdicts.duplicate_of;

DELETE FROM core.outlets;

INSERT INTO core.outlets BY NAME
SELECT
    outlets.outlet_id,
    outlets.name,
    outlets.domains[1] AS domain
FROM reference.outlets
SEMI JOIN core.articles ON outlets.outlet_id = articles.outlet_id
UNION ALL
SELECT
    articles.outlet_id,
    min(articles.outlet_name) AS name,
    min(articles.outlet_domain) AS domain
FROM core.articles
ANTI JOIN reference.outlets ON articles.outlet_id = outlets.outlet_id
WHERE articles.outlet_id IS NOT NULL
GROUP BY articles.outlet_id;
