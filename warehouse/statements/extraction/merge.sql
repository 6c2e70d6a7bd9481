-- Puts what the readers found in the place of what was known of those captures, and removes what
-- was derived from captures that are gone. `outcomes` has a row for every capture that was read;
-- `new_articles`, `new_lines` and `new_bands` hold their rows.
DELETE FROM ops.derivations
WHERE
    stage IN ('extraction', 'entities', 'events', 'search')
    AND (
        subject IN (SELECT outcomes.document_id FROM outcomes)
        OR subject NOT IN (SELECT documents.document_id FROM raw.documents)
    );

DELETE FROM core.articles
WHERE
    document_id IN (SELECT outcomes.document_id FROM outcomes)
    OR document_id NOT IN (SELECT documents.document_id FROM raw.documents);

INSERT INTO core.articles BY NAME
SELECT *
FROM new_articles;

DELETE FROM core.article_lines
WHERE
    article_id IN (SELECT new_articles.article_id FROM new_articles)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.article_lines BY NAME
SELECT *
FROM new_lines;

DELETE FROM core.similar_articles
WHERE
    article_id IN (SELECT new_articles.article_id FROM new_articles)
    OR other_id IN (SELECT new_articles.article_id FROM new_articles)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles)
    OR other_id NOT IN (SELECT articles.article_id FROM core.articles);

DELETE FROM ops.article_bands
WHERE
    article_id IN (SELECT new_articles.article_id FROM new_articles)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO ops.article_bands BY NAME
SELECT *
FROM new_bands;

UPDATE raw.documents
SET
    status = CASE WHEN outcomes.reason IS NULL THEN 'loaded' ELSE 'rejected' END,
    reason = outcomes.reason,
    url = outcomes.url
FROM outcomes
WHERE documents.document_id = outcomes.document_id;

INSERT INTO ops.derivations
SELECT
    'extraction' AS stage,
    outcomes.document_id AS subject,
    $version
FROM outcomes
WHERE outcomes.is_final;
