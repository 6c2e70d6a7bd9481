-- Lets entities refer to those that are there: `issuers` are the issuers as they are named, `bodies`
-- those issuers that no article mentions, `merged` leads to what a judgement kept.
DELETE FROM ops.issuer_bodies;

INSERT INTO ops.issuer_bodies BY NAME
SELECT *
FROM told_bodies;

CREATE OR REPLACE TEMP TABLE referring AS
WITH told AS (
    SELECT
        entities.entity_id,
        entities.entity_type,
        entities.name,
        entities.abbreviation,
        entities.kind,
        entities.parent_id,
        entities.place_id,
        entities.iso_code,
        entities.number,
        issuers.entity_id AS issuer_id,
        entities.issued_on
    FROM ops.told_entities AS entities
    LEFT JOIN issuers ON entities.issuer_id = issuers.issuer_id
    WHERE entities.entity_type <> 'person'
    UNION ALL BY NAME
    SELECT
        bodies.issuer_id AS entity_id,
        'organisation' AS entity_type,
        bodies.name,
        bodies.kind,
        bodies.parent_id,
        bodies.place_id
    FROM ops.issuer_bodies AS bodies
    INNER JOIN issuers ON bodies.issuer_id = issuers.entity_id AND issuers.is_body
)

SELECT
    told.* EXCLUDE (parent_id, place_id, issuer_id),
    nullif(coalesce(parents.entity_id, told.parent_id), told.entity_id) AS parent_id,
    nullif(coalesce(places.entity_id, told.place_id), told.entity_id) AS place_id,
    nullif(coalesce(kept.entity_id, told.issuer_id), told.entity_id) AS issuer_id
FROM told
LEFT JOIN merged AS parents ON told.parent_id = parents.told_id
LEFT JOIN merged AS places ON told.place_id = places.told_id
LEFT JOIN merged AS kept ON told.issuer_id = kept.told_id;
