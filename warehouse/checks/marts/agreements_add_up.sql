-- table: mart.agreements
-- severity: error
-- description: Every agreement of an article that is no duplicate stands in the mart once.
WITH listed AS (
    SELECT unnest(agreement_ids) AS agreement_id
    FROM mart.agreements
)

SELECT
    agreements.agreement_id,
    count(listed.agreement_id) AS times
FROM core.agreements
INNER JOIN core.articles ON agreements.article_id = articles.article_id
LEFT JOIN listed ON agreements.agreement_id = listed.agreement_id
WHERE articles.duplicate_of IS NULL
GROUP BY agreements.agreement_id
HAVING count(listed.agreement_id) <> 1
