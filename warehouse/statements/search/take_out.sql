-- Takes the articles in `leaving` out of the index, but for their terms.
DELETE FROM search.slices
WHERE article_no IN (SELECT leaving.article_no FROM leaving);

DELETE FROM search.articles
WHERE article_no IN (SELECT leaving.article_no FROM leaving);

-- An article that was a copy for a while must be indexed again when it is one no more.
DELETE FROM ops.derivations
WHERE
    stage = 'search'
    AND 'article:' || subject IN (SELECT leaving.article_id FROM leaving);
