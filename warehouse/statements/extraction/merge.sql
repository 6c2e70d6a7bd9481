-- Puts what the readers found in the place of what was known of those captures, and removes what
-- was derived from captures that are gone. `outcomes` has a row for every capture that was read;
-- the shards $articles, $lines, $bands and $sketches hold their rows, and maybe others'.
CREATE OR REPLACE TEMPORARY TABLE gone_captures AS
SELECT known.document_id
FROM (
    SELECT articles.document_id
    FROM core.articles
    UNION
    SELECT derivations.subject
    FROM ops.derivations
    WHERE derivations.stage = 'extraction'
) AS known
WHERE
    known.document_id NOT IN (
        SELECT documents.document_id
        FROM raw.documents
        WHERE documents.status <> 'duplicate' AND documents.media_type IS NOT NULL
    );

CREATE OR REPLACE TEMPORARY TABLE replaced AS
SELECT articles.article_id
FROM core.articles
WHERE
    articles.document_id IN (SELECT outcomes.document_id FROM outcomes)
    OR articles.document_id IN (SELECT gone_captures.document_id FROM gone_captures);

DELETE FROM ops.derivations
WHERE
    stage IN ('extraction', 'entities', 'events', 'search')
    AND (
        subject IN (SELECT outcomes.document_id FROM outcomes)
        OR subject IN (SELECT gone_captures.document_id FROM gone_captures)
    );

DELETE FROM core.articles
WHERE article_id IN (SELECT replaced.article_id FROM replaced);

INSERT INTO core.articles BY NAME
SELECT shards.*
FROM read_parquet($articles) AS shards
SEMI JOIN outcomes ON shards.article_id = outcomes.article_id;

DELETE FROM core.article_lines
WHERE article_id IN (SELECT replaced.article_id FROM replaced);

INSERT INTO core.article_lines BY NAME
SELECT shards.*
FROM read_parquet($lines) AS shards
SEMI JOIN outcomes ON shards.article_id = outcomes.article_id;

DELETE FROM core.similar_articles
WHERE
    article_id IN (SELECT replaced.article_id FROM replaced)
    OR other_id IN (SELECT replaced.article_id FROM replaced);

DELETE FROM ops.given_up
WHERE article_id IN (SELECT replaced.article_id FROM replaced);

DELETE FROM ops.article_bands
WHERE article_id IN (SELECT replaced.article_id FROM replaced);

INSERT INTO ops.article_bands BY NAME
SELECT shards.*
FROM read_parquet($bands) AS shards
SEMI JOIN outcomes ON shards.article_id = outcomes.article_id;

DELETE FROM ops.article_sketches
WHERE article_id IN (SELECT replaced.article_id FROM replaced);

INSERT INTO ops.article_sketches BY NAME
SELECT shards.*
FROM read_parquet($sketches) AS shards
SEMI JOIN outcomes ON shards.article_id = outcomes.article_id;

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
    outcomes.derived_with AS version
FROM outcomes
WHERE outcomes.derived_with IS NOT NULL;

INSERT INTO ops.changed_articles
SELECT
    refreshes.refresh_id,
    touched.article_id
FROM (
    SELECT replaced.article_id
    FROM replaced
    UNION
    SELECT outcomes.article_id
    FROM outcomes
    SEMI JOIN core.articles ON outcomes.article_id = articles.article_id
) AS touched
CROSS JOIN ops.refreshes
WHERE refreshes.status = 'running';
