-- Takes the articles in `leaving` out of the index.
UPDATE search.terms
SET article_count = terms.article_count - fewer.article_count
FROM (
    SELECT
        postings.term_key,
        count(*) AS article_count
    FROM search.postings
    WHERE postings.article_no IN (SELECT leaving.article_no FROM leaving)
    GROUP BY postings.term_key
) AS fewer
WHERE terms.term_key = fewer.term_key;

DELETE FROM search.terms
WHERE article_count = 0;

DELETE FROM search.postings
WHERE article_no IN (SELECT leaving.article_no FROM leaving);

DELETE FROM search.slices
WHERE article_no IN (SELECT leaving.article_no FROM leaving);

DELETE FROM search.articles
WHERE article_no IN (SELECT leaving.article_no FROM leaving);

-- An article that was a copy for a while must be indexed again when it is one no more.
DELETE FROM ops.derivations
WHERE
    stage = 'search'
    AND 'article:' || subject IN (SELECT leaving.article_id FROM leaving);
