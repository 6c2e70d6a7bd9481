-- The postings of a range of terms that stay when the index is sorted anew: all but those of the
-- articles in `leaving`.
SELECT *
FROM search.postings
WHERE
    term_key BETWEEN cast($least AS UBIGINT) AND cast($greatest AS UBIGINT)
    AND article_no NOT IN (SELECT leaving.article_no FROM leaving);
