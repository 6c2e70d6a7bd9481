-- table: core.agreements
-- severity: error
-- description: substring(field, start_char + 1, end_char - start_char) is the surface of every agreement.
SELECT
    agreements.agreement_id,
    agreements.surface
FROM due_agreements AS agreements
LEFT JOIN due_articles AS articles ON agreements.article_id = articles.article_id
WHERE
    substring(
        CASE agreements.field WHEN 'title' THEN articles.title WHEN 'text' THEN articles.text END,
        agreements.start_char + 1,
        agreements.end_char - agreements.start_char
    ) IS DISTINCT FROM agreements.surface
