-- table: core.agreements
-- severity: error
-- description: agreement_id is unique.
SELECT
    agreement_id,
    count(*) AS row_count
FROM core.agreements
GROUP BY agreement_id
HAVING count(*) > 1
