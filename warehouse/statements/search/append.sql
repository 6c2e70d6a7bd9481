-- Adds the few terms of the shards $postings behind the sorted ones.
UPDATE search.terms
SET article_count = terms.article_count + more.article_count
FROM (
    SELECT
        arriving.term_key,
        count(*) AS article_count
    FROM read_parquet($postings) AS arriving
    WHERE arriving.impact > 0
    GROUP BY arriving.term_key
) AS more
WHERE terms.term_key = more.term_key;

INSERT INTO search.terms
SELECT
    arriving.term_key,
    count(*) AS article_count
FROM read_parquet($postings) AS arriving
ANTI JOIN search.terms ON arriving.term_key = terms.term_key
WHERE arriving.impact > 0
GROUP BY arriving.term_key
ORDER BY arriving.term_key;

INSERT INTO search.postings
SELECT *
FROM read_parquet($postings)
ORDER BY term_key ASC, article_no ASC, word_no ASC;
