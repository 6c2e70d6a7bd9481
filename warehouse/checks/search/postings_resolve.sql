-- table: search.articles
-- severity: error
-- description: Each term counts once in an article that can be found; no place is there twice.
-- rare: the whole index is counted; the other checks of it find what one refresh may do wrong.
SELECT
    postings.term_key,
    postings.article_no
FROM search.postings
LEFT JOIN search.articles AS indexed ON postings.article_no = indexed.article_no
GROUP BY postings.term_key, postings.article_no
HAVING
    count(*) FILTER (WHERE postings.impact > 0) <> 1
    OR count(DISTINCT postings.word_no) < count(*)
    OR count(indexed.article_no) = 0;
