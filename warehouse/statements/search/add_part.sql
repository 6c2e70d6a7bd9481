-- Puts the postings of a range of terms, which are in the shards $postings, behind those of the
-- ranges before it.
INSERT INTO search.postings
SELECT *
FROM read_parquet($postings)
ORDER BY term_key ASC, article_no ASC, word_no ASC;

INSERT INTO search.terms
SELECT
    arriving.term_key,
    count(*) AS article_count
FROM read_parquet($postings) AS arriving
WHERE arriving.impact > 0
GROUP BY arriving.term_key
ORDER BY arriving.term_key;
