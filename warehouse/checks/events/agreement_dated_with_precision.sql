-- table: core.agreements
-- severity: error
-- description: A date of signing has a precision, is no plan for later, and stands nowhere without one.
SELECT
    agreements.agreement_id,
    agreements.signed_on,
    agreements.date_precision
FROM due_agreements AS agreements
INNER JOIN due_articles AS articles ON agreements.article_id = articles.article_id
WHERE
    (agreements.signed_on IS NULL) <> (agreements.date_precision IS NULL)
    OR agreements.signed_on > articles.published_on
