-- Puts the agreements of newly read articles, `pending`, in the place of earlier ones, from shards;
-- `touched` are all that may change (see_touched.sql).
DELETE FROM core.agreements
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.agreements BY NAME
SELECT *
FROM read_parquet($agreements);

DELETE FROM core.agreement_parties
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.agreement_parties BY NAME
SELECT
    new_agreement_parties.* EXCLUDE (entity_id),
    parties.entity_id
FROM read_parquet($agreement_parties) AS new_agreement_parties
INNER JOIN core.mentions AS parties
    ON
        new_agreement_parties.article_id = parties.article_id
        AND new_agreement_parties.field = parties.field
        AND new_agreement_parties.start_char = parties.start_char;

-- Who a mention stands for may have changed since an agreement was read.
UPDATE core.agreement_parties
SET entity_id = parties.entity_id
FROM core.mentions AS parties
WHERE
    agreement_parties.article_id = parties.article_id
    AND agreement_parties.field = parties.field
    AND agreement_parties.start_char = parties.start_char
    AND agreement_parties.entity_id <> parties.entity_id
    AND agreement_parties.article_id IN (SELECT touched.article_id FROM touched);

-- A name that is judged to be none is nobody's party.
DELETE FROM core.agreement_parties
WHERE
    article_id IN (SELECT touched.article_id FROM touched)
    AND NOT EXISTS (
        SELECT 1
        FROM core.mentions AS parties
        WHERE
            parties.article_id = agreement_parties.article_id
            AND parties.field = agreement_parties.field
            AND parties.start_char = agreement_parties.start_char
    );
