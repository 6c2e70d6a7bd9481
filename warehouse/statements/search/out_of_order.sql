-- How many articles have their terms behind the sorted ones.
SELECT count(*) AS out_of_order
FROM search.articles
WHERE NOT articles.is_sorted;
