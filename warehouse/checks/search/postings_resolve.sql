-- table: search.articles
-- severity: error
-- description: Every posting is of an article that can be found; behind the sorted ones each counts once.
-- rare: the whole index is looked through; the other checks of it find what one refresh may do wrong.
SELECT
    postings.term_key,
    postings.article_no
FROM search.postings
LEFT JOIN search.articles AS indexed ON postings.article_no = indexed.article_no
WHERE indexed.is_sorted IS DISTINCT FROM TRUE
GROUP BY postings.term_key, postings.article_no
HAVING
    count(*) FILTER (WHERE postings.impact > 0) <> 1
    OR count(DISTINCT postings.word_no) < count(*)
    OR count(indexed.article_no) = 0;
