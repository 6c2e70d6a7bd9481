-- table: search.articles
-- severity: error
-- description: The counts of the terms add up to the postings.
SELECT
    counted.articles,
    held.postings
FROM (SELECT coalesce(sum(terms.article_count), 0) AS articles FROM search.terms) AS counted
CROSS JOIN (SELECT count(*) AS postings FROM search.postings) AS held
WHERE counted.articles <> held.postings;
