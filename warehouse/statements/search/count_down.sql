-- Counts the terms `taken` out of articles.
UPDATE search.terms
SET article_count = terms.article_count - fewer.article_count
FROM (
    SELECT
        taken.term_key,
        count(*) AS article_count
    FROM taken
    WHERE taken.impact > 0
    GROUP BY taken.term_key
) AS fewer
WHERE terms.term_key = fewer.term_key;

DELETE FROM search.terms
WHERE article_count = 0;
