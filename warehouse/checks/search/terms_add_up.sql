-- table: search.articles
-- severity: error
-- description: The counts of the terms add up to the postings, each term of an article counted once.
-- rare: all postings are counted; adding and taking out keep the counts up to date.
SELECT
    counted.articles,
    held.postings
FROM (SELECT coalesce(sum(terms.article_count), 0) AS articles FROM search.terms) AS counted
CROSS JOIN (
    SELECT count(*) AS postings
    FROM search.postings
    WHERE postings.impact > 0
) AS held
WHERE counted.articles <> held.postings;
