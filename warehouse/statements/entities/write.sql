-- Writes the entities that differ from what is there; `missing` are those only referred to, `folded`
-- the folded names of all without a mention. What was rewritten is noted in `rewritten`.
INSERT INTO referring BY NAME
SELECT *
FROM missing;

-- Nobody refers to a person, so only touched ones can differ.
CREATE OR REPLACE TEMP TABLE fresh_persons AS
SELECT
    told.entity_id,
    told.name
FROM ops.told_entities AS told
SEMI JOIN touched_entities AS touched ON told.entity_id = touched.entity_id
WHERE told.entity_type = 'person';

CREATE OR REPLACE TEMP TABLE fresh_organisations AS
SELECT
    entity_id,
    name,
    abbreviation,
    kind,
    parent_id,
    place_id
FROM referring
WHERE entity_type = 'organisation';

CREATE OR REPLACE TEMP TABLE fresh_places AS
SELECT
    entity_id,
    name,
    kind,
    iso_code,
    parent_id
FROM referring
WHERE entity_type = 'place';

CREATE OR REPLACE TEMP TABLE fresh_official_documents AS
SELECT
    entity_id,
    kind,
    number,
    issuer_id,
    issued_on
FROM referring
WHERE entity_type = 'official_document';

CREATE OR REPLACE TEMP TABLE rewritten AS
SELECT entity_id
FROM (
    SELECT persons.*
    FROM core.persons
    SEMI JOIN touched_entities AS touched ON persons.entity_id = touched.entity_id
    EXCEPT
    SELECT *
    FROM fresh_persons
) AS differing_persons
UNION ALL
SELECT entity_id
FROM (
    SELECT *
    FROM core.organisations
    EXCEPT
    SELECT *
    FROM fresh_organisations
) AS differing_organisations
UNION ALL
SELECT entity_id
FROM (
    SELECT *
    FROM core.places
    EXCEPT
    SELECT *
    FROM fresh_places
) AS differing_places
UNION ALL
SELECT entity_id
FROM (
    SELECT *
    FROM core.official_documents
    EXCEPT
    SELECT *
    FROM fresh_official_documents
) AS differing_official_documents;

CREATE OR REPLACE TEMP TABLE moved_seats AS
SELECT organisations.entity_id
FROM core.organisations
INNER JOIN fresh_organisations AS fresh ON organisations.entity_id = fresh.entity_id
WHERE organisations.place_id IS DISTINCT FROM fresh.place_id;

DELETE FROM core.persons
WHERE entity_id IN (SELECT rewritten.entity_id FROM rewritten);

INSERT INTO core.persons BY NAME
SELECT fresh.*
FROM fresh_persons AS fresh
ANTI JOIN core.persons AS kept ON fresh.entity_id = kept.entity_id;

DELETE FROM core.organisations
WHERE entity_id IN (SELECT rewritten.entity_id FROM rewritten);

INSERT INTO core.organisations BY NAME
SELECT fresh.*
FROM fresh_organisations AS fresh
ANTI JOIN core.organisations AS kept ON fresh.entity_id = kept.entity_id;

DELETE FROM core.places
WHERE entity_id IN (SELECT rewritten.entity_id FROM rewritten);

INSERT INTO core.places BY NAME
SELECT fresh.*
FROM fresh_places AS fresh
ANTI JOIN core.places AS kept ON fresh.entity_id = kept.entity_id;

DELETE FROM core.official_documents
WHERE entity_id IN (SELECT rewritten.entity_id FROM rewritten);

INSERT INTO core.official_documents BY NAME
SELECT fresh.*
FROM fresh_official_documents AS fresh
ANTI JOIN core.official_documents AS kept ON fresh.entity_id = kept.entity_id;

-- All rows that may differ: of touched entities, and of those that have no mention, now or before.
CREATE OR REPLACE TEMP TABLE fresh_rows AS
SELECT
    told.entity_id,
    told.entity_type,
    told.name,
    told.name_folded,
    counts.mention_count,
    counts.article_count,
    counts.first_seen_on,
    counts.last_seen_on
FROM ops.told_entities AS told
INNER JOIN fresh_counts AS counts ON told.entity_id = counts.entity_id
UNION ALL
SELECT
    referring.entity_id,
    referring.entity_type,
    referring.name,
    folded.name_folded,
    0 AS mention_count,
    0 AS article_count,
    NULL AS first_seen_on,
    NULL AS last_seen_on
FROM referring
INNER JOIN folded ON referring.entity_id = folded.entity_id;

CREATE OR REPLACE TEMP TABLE replaced_entities AS
SELECT differing.*
FROM (
    SELECT entities.*
    FROM core.entities
    SEMI JOIN touched_entities AS touched ON entities.entity_id = touched.entity_id
    UNION ALL
    SELECT entities.*
    FROM core.entities
    ANTI JOIN ops.told_entities AS told ON entities.entity_id = told.entity_id
    ANTI JOIN touched_entities AS touched ON entities.entity_id = touched.entity_id
    EXCEPT
    SELECT *
    FROM fresh_rows
) AS differing;

DELETE FROM core.entities
WHERE entity_id IN (SELECT replaced.entity_id FROM replaced_entities AS replaced);

CREATE OR REPLACE TEMP TABLE added_entities AS
SELECT fresh_rows.*
FROM fresh_rows
ANTI JOIN core.entities ON fresh_rows.entity_id = entities.entity_id;

INSERT INTO core.entities BY NAME
SELECT *
FROM added_entities;

INSERT INTO fresh_aliases BY NAME
SELECT *
FROM unmentioned_aliases;

CREATE OR REPLACE TEMP TABLE replaced_aliases AS
SELECT differing.*
FROM (
    SELECT aliases.*
    FROM core.entity_aliases AS aliases
    SEMI JOIN touched_entities AS touched ON aliases.entity_id = touched.entity_id
    UNION ALL
    SELECT aliases.*
    FROM core.entity_aliases AS aliases
    ANTI JOIN ops.told_entities AS told ON aliases.entity_id = told.entity_id
    ANTI JOIN touched_entities AS touched ON aliases.entity_id = touched.entity_id
    EXCEPT
    SELECT *
    FROM fresh_aliases
) AS differing;

DELETE FROM core.entity_aliases
WHERE EXISTS (
    SELECT 1
    FROM replaced_aliases AS replaced
    WHERE replaced.entity_id = entity_aliases.entity_id AND replaced.alias = entity_aliases.alias
);

CREATE OR REPLACE TEMP TABLE added_aliases AS
SELECT fresh_aliases.*
FROM fresh_aliases
ANTI JOIN core.entity_aliases AS aliases
    ON fresh_aliases.entity_id = aliases.entity_id AND fresh_aliases.alias = aliases.alias;

INSERT INTO core.entity_aliases BY NAME
SELECT *
FROM added_aliases;
