-- Replaces who is who over all articles by the new resolution.
DELETE FROM core.mentions;

INSERT INTO core.mentions BY NAME
SELECT *
FROM new_mentions;

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
