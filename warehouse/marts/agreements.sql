-- What was signed, when, between whom, and which articles say so?
-- One row per agreement over all articles: same kind, same parties, same date. Duplicate articles
-- are not counted again.
CREATE OR REPLACE VIEW mart.agreements AS
WITH named AS (
    SELECT
        agreements.agreement_id,
        agreements.kind,
        agreements.signed_on,
        agreements.date_precision,
        articles.article_id,
        articles.outlet_id,
        articles.published_on,
        list(DISTINCT parties.entity_id ORDER BY parties.entity_id)
        FILTER (WHERE parties.entity_id IS NOT NULL) AS party_ids,
        list(DISTINCT entities.name ORDER BY entities.name)
        FILTER (WHERE entities.name IS NOT NULL) AS party_names
    FROM core.agreements
    INNER JOIN core.articles ON agreements.article_id = articles.article_id
    LEFT JOIN core.agreement_parties AS parties
        ON agreements.agreement_id = parties.agreement_id
    LEFT JOIN core.entities ON parties.entity_id = entities.entity_id
    WHERE articles.duplicate_of IS NULL
    GROUP BY ALL
),

-- An article that tells of two memoranda of the same parties on one day tells of two.
numbered AS (
    SELECT
        *,
        row_number() OVER (
            PARTITION BY article_id, kind, signed_on, date_precision, party_ids
            ORDER BY agreement_id
        ) AS position
    FROM named
)

SELECT
    min(agreement_id) AS agreement_id,
    kind,
    signed_on,
    date_precision,
    coalesce(party_ids, []) AS party_ids,
    coalesce(party_names, []) AS party_names,
    count(DISTINCT article_id) AS article_count,
    count(DISTINCT outlet_id) AS outlet_count,
    min(published_on) AS first_reported_on,
    max(published_on) AS last_reported_on,
    list(agreement_id ORDER BY agreement_id) AS agreement_ids
FROM numbered
-- Nothing tells that two without a date, or without parties, are one.
GROUP BY
    kind, signed_on, date_precision, party_ids, party_names, position,
    CASE WHEN signed_on IS NULL OR party_ids IS NULL THEN agreement_id END
ORDER BY signed_on NULLS LAST, agreement_id;

COMMENT ON VIEW mart.agreements IS
'What was signed, when, between whom, and which articles say so?';
COMMENT ON COLUMN mart.agreements.agreement_id IS
'The agreement (core.agreements); the smallest identifier of those that are one.';
COMMENT ON COLUMN mart.agreements.kind IS
'Kind, such as bản ghi nhớ.';
COMMENT ON COLUMN mart.agreements.signed_on IS
'First day of the stated date; NULL when articles state none.';
COMMENT ON COLUMN mart.agreements.date_precision IS
'day, month or year; NULL with a NULL date.';
COMMENT ON COLUMN mart.agreements.party_ids IS
'The parties named (core.entities).';
COMMENT ON COLUMN mart.agreements.party_names IS
'Names of the parties.';
COMMENT ON COLUMN mart.agreements.article_count IS
'Articles that state it, duplicates not counted.';
COMMENT ON COLUMN mart.agreements.outlet_count IS
'Known outlets of those articles.';
COMMENT ON COLUMN mart.agreements.first_reported_on IS
'Publication day of the first dated article that states it.';
COMMENT ON COLUMN mart.agreements.last_reported_on IS
'Publication day of the last dated article that states it.';
COMMENT ON COLUMN mart.agreements.agreement_ids IS
'All statements of it (core.agreements).';
