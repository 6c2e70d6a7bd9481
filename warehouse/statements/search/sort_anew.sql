-- Many articles came or leave: sorts the whole index again, without the terms of those in `leaving`,
-- so that a term is found in one place. Into a table of its own: in DuckDB 2.0.0 many rows that follow
-- an insert of none into the same table are not seen before the commit.
CREATE OR REPLACE TEMP TABLE sorted AS
SELECT *
FROM search.postings
WHERE article_no NOT IN (SELECT leaving.article_no FROM leaving)
UNION ALL
SELECT *
FROM arriving
ORDER BY term_key ASC, article_no ASC, word_no ASC;

TRUNCATE search.postings;

INSERT INTO search.postings
SELECT *
FROM sorted;

TRUNCATE search.terms;

INSERT INTO search.terms
SELECT
    sorted.term_key,
    count(*) AS article_count
FROM sorted
WHERE sorted.impact > 0
GROUP BY sorted.term_key
ORDER BY sorted.term_key;

UPDATE search.articles
SET is_sorted = TRUE
WHERE NOT is_sorted;

DROP TABLE sorted;

DROP TABLE arriving;
