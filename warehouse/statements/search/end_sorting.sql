-- All postings are in order now.
UPDATE search.articles
SET is_sorted = TRUE
WHERE NOT is_sorted;
