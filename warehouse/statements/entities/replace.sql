-- Replaces who is who over all articles by the new resolution.
INSERT INTO ops.entity_moves
SELECT
    $refresh_id AS refresh_id,
    mentions.entity_id AS old_id,
    new_mentions.entity_id,
    count(*) AS mention_count
FROM core.mentions
LEFT JOIN new_mentions ON mentions.mention_id = new_mentions.mention_id
ANTI JOIN new_entities ON mentions.entity_id = new_entities.entity_id
GROUP BY ALL;

-- Facts are read from mentions: where a judgement took or gave some, the article is read again.
DELETE FROM ops.derivations
WHERE
    stage = 'events'
    AND subject IN (
        SELECT articles.document_id
        FROM core.articles
        INNER JOIN (
            SELECT coalesce(mentions.article_id, new_mentions.article_id) AS article_id
            FROM core.mentions
            FULL JOIN new_mentions ON mentions.mention_id = new_mentions.mention_id
            WHERE mentions.mention_id IS NULL OR new_mentions.mention_id IS NULL
        ) AS changed ON articles.article_id = changed.article_id
    );

DELETE FROM core.mentions;

INSERT INTO core.mentions BY NAME
SELECT *
FROM new_mentions;

DELETE FROM core.dismissed_mentions;

INSERT INTO core.dismissed_mentions BY NAME
SELECT *
FROM new_dismissed;

DELETE FROM core.redirects;

INSERT INTO core.redirects BY NAME
SELECT *
FROM new_redirects;

DELETE FROM core.shared_names;

INSERT INTO core.shared_names BY NAME
SELECT *
FROM new_shared_names;

DELETE FROM core.merge_candidates;

INSERT INTO core.merge_candidates BY NAME
SELECT *
FROM new_candidates;

DELETE FROM reference.judgements;

INSERT INTO reference.judgements BY NAME
SELECT *
FROM new_judgements;

DELETE FROM core.entity_aliases;

INSERT INTO core.entity_aliases BY NAME
SELECT *
FROM new_aliases;

DELETE FROM core.persons;

INSERT INTO core.persons BY NAME
SELECT
    entity_id,
    name
FROM new_entities
WHERE entity_type = 'person';

DELETE FROM core.organisations;

INSERT INTO core.organisations BY NAME
SELECT
    entity_id,
    name,
    abbreviation,
    kind,
    parent_id,
    place_id
FROM new_entities
WHERE entity_type = 'organisation';

DELETE FROM core.places;

INSERT INTO core.places BY NAME
SELECT
    entity_id,
    name,
    kind,
    iso_code,
    parent_id
FROM new_entities
WHERE entity_type = 'place';

DELETE FROM core.official_documents;

INSERT INTO core.official_documents BY NAME
SELECT
    entity_id,
    kind,
    number,
    issuer_id,
    issued_on
FROM new_entities
WHERE entity_type = 'official_document';

DELETE FROM core.entities;

INSERT INTO core.entities BY NAME
SELECT
    new_entities.entity_id,
    new_entities.entity_type,
    new_entities.name,
    new_entities.name_folded,
    count(articles.article_id) AS mention_count,
    count(DISTINCT articles.article_id) AS article_count,
    min(articles.published_on) AS first_seen_on,
    max(articles.published_on) AS last_seen_on
FROM new_entities
LEFT JOIN core.mentions ON new_entities.entity_id = mentions.entity_id
LEFT JOIN core.articles
    ON
        mentions.article_id = articles.article_id
        AND articles.duplicate_of IS NULL
GROUP BY ALL;

INSERT INTO ops.derivations
SELECT
    'entities' AS stage,
    pending.document_id AS subject,
    $version
FROM pending;

DELETE FROM ops.derivations
WHERE stage = 'judgements';

INSERT INTO ops.derivations VALUES ('judgements', 'file', $judgements_version);
