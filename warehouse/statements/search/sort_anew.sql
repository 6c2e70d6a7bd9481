-- Many terms arrived: sorts the whole index again, so that a term is found in one place.
INSERT INTO arriving
SELECT *
FROM search.postings;

TRUNCATE search.postings;

INSERT INTO search.postings
SELECT *
FROM arriving
ORDER BY term_key ASC, article_no ASC;

TRUNCATE search.terms;

INSERT INTO search.terms
SELECT
    arriving.term_key,
    count(*) AS article_count
FROM arriving
GROUP BY arriving.term_key
ORDER BY arriving.term_key;

DROP TABLE arriving;
