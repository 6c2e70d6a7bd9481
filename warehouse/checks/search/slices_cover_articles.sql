-- table: search.articles
-- severity: error
-- description: Every article that can be found has its text, from the first slice on.
SELECT indexed.article_no
FROM search.articles AS indexed
LEFT JOIN search.slices ON indexed.article_no = slices.article_no
GROUP BY indexed.article_no
HAVING
    coalesce(max(slices.slice_no) + 1, 0) <> count(DISTINCT slices.slice_no)
    OR count(slices.slice_no) = 0;
