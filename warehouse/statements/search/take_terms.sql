-- Takes the terms of the articles in `leaving` out of the index, in one pass over all postings, and
-- tells which they were.
DELETE FROM search.postings
WHERE article_no IN (SELECT leaving.article_no FROM leaving)
RETURNING term_key, impact;
