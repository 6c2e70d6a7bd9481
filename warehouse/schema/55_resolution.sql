-- What resolution keeps between refreshes, so that it settles anew only what a change can reach.
-- Everything here follows from core.mentions, the reference data and the judgements.
CREATE SCHEMA IF NOT EXISTS ops;

CREATE TABLE IF NOT EXISTS ops.settled_articles (
    article_id VARCHAR NOT NULL,
    published_on DATE,
    counts BOOLEAN NOT NULL
);
COMMENT ON TABLE ops.settled_articles IS
'The articles as they were when entities were last settled.';
COMMENT ON COLUMN ops.settled_articles.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN ops.settled_articles.published_on IS
'Its day then.';
COMMENT ON COLUMN ops.settled_articles.counts IS
'Whether its mentions were counted: it was no duplicate then.';

CREATE TABLE IF NOT EXISTS ops.placed_names (
    name VARCHAR NOT NULL,
    place_id VARCHAR NOT NULL,
    unplaced_id VARCHAR NOT NULL
);
COMMENT ON TABLE ops.placed_names IS
'Full names of organisations that tell their province or country.';
COMMENT ON COLUMN ops.placed_names.name IS
'The name, as core.mentions has it.';
COMMENT ON COLUMN ops.placed_names.place_id IS
'The place it tells.';
COMMENT ON COLUMN ops.placed_names.unplaced_id IS
'Entity id that the name gives where an article does not tell the place.';

CREATE TABLE IF NOT EXISTS ops.leads (
    named_id VARCHAR NOT NULL,
    old_id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE ops.leads IS
'Which other ids lead to the entities of mentions; core.redirects are those that are no entities.';
COMMENT ON COLUMN ops.leads.named_id IS
'The named_id of the mentions that tell it.';
COMMENT ON COLUMN ops.leads.old_id IS
'The id that leads on.';
COMMENT ON COLUMN ops.leads.entity_id IS
'Where it leads.';
COMMENT ON COLUMN ops.leads.reason IS
'Why.';

CREATE TABLE IF NOT EXISTS ops.told_entities (
    entity_id VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    name_folded VARCHAR NOT NULL,
    abbreviation VARCHAR,
    kind VARCHAR,
    parent_id VARCHAR,
    place_id VARCHAR,
    iso_code VARCHAR,
    number VARCHAR,
    issuer_id VARCHAR,
    issued_on DATE,
    plain_id VARCHAR,
    bearer VARCHAR,
    article_total BIGINT NOT NULL
);
COMMENT ON TABLE ops.told_entities IS
'Entities that articles mention, as their mentions alone tell them.';
COMMENT ON COLUMN ops.told_entities.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN ops.told_entities.entity_type IS
'person, organisation, place or official_document.';
COMMENT ON COLUMN ops.told_entities.name IS
'Canonical name.';
COMMENT ON COLUMN ops.told_entities.name_folded IS
'name in lower case without accents, d for đ.';
COMMENT ON COLUMN ops.told_entities.abbreviation IS
'Main short form of an organisation.';
COMMENT ON COLUMN ops.told_entities.kind IS
'Kind of an organisation, place or document.';
COMMENT ON COLUMN ops.told_entities.parent_id IS
'What it is part of.';
COMMENT ON COLUMN ops.told_entities.place_id IS
'Place that an organisation serves.';
COMMENT ON COLUMN ops.told_entities.iso_code IS
'ISO 3166 code of a place.';
COMMENT ON COLUMN ops.told_entities.number IS
'Full number of an official document.';
COMMENT ON COLUMN ops.told_entities.issuer_id IS
'Issuer of an official document as recognition names it.';
COMMENT ON COLUMN ops.told_entities.issued_on IS
'Date of issue that articles state.';
COMMENT ON COLUMN ops.told_entities.plain_id IS
'Id by which recognition names an organisation as an issuer; NULL for other types.';
COMMENT ON COLUMN ops.told_entities.bearer IS
'What tells a person from others of the same name; NULL where nobody else bears it.';
COMMENT ON COLUMN ops.told_entities.article_total IS
'Articles that mention it, duplicates included.';

CREATE TABLE IF NOT EXISTS ops.issuer_bodies (
    issuer_id VARCHAR NOT NULL,
    name VARCHAR,
    kind VARCHAR,
    parent_id VARCHAR,
    place_id VARCHAR
);
COMMENT ON TABLE ops.issuer_bodies IS
'Issuers that no article mentions as an organisation.';
COMMENT ON COLUMN ops.issuer_bodies.issuer_id IS
'The issuer as recognition names it.';
COMMENT ON COLUMN ops.issuer_bodies.name IS
'Name of the local body with that id; NULL when it is none.';
COMMENT ON COLUMN ops.issuer_bodies.kind IS
'Its kind.';
COMMENT ON COLUMN ops.issuer_bodies.parent_id IS
'The body it is part of.';
COMMENT ON COLUMN ops.issuer_bodies.place_id IS
'The place it serves.';

CREATE TABLE IF NOT EXISTS ops.name_keys (
    entity_id VARCHAR NOT NULL,
    name_key UBIGINT NOT NULL
);
COMMENT ON TABLE ops.name_keys IS
'Hashes by which persons and organisations of alike names are found.';
COMMENT ON COLUMN ops.name_keys.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN ops.name_keys.name_key IS
'Hash of a key that alike names share.';

CREATE TABLE IF NOT EXISTS ops.alike (
    left_id VARCHAR NOT NULL,
    right_id VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    difference VARCHAR NOT NULL
);
COMMENT ON TABLE ops.alike IS
'Entities of alike names; core.merge_candidates are those for which articles speak too.';
COMMENT ON COLUMN ops.alike.left_id IS
'One entity (core.entities), the first of the two by code point.';
COMMENT ON COLUMN ops.alike.right_id IS
'The other entity.';
COMMENT ON COLUMN ops.alike.entity_type IS
'Type of both.';
COMMENT ON COLUMN ops.alike.score IS
'How much the names alone speak for one entity.';
COMMENT ON COLUMN ops.alike.difference IS
'How the names differ.';

CREATE TABLE IF NOT EXISTS ops.judged_ids (
    entity_id VARCHAR NOT NULL
);
COMMENT ON TABLE ops.judged_ids IS
'Entities that the judgements in force reach; they are settled anew in every refresh.';
COMMENT ON COLUMN ops.judged_ids.entity_id IS
'The id, without what a "~" adds to it.';

-- Numbers of documents that may be one share kind and running number, which is how their ids begin.
-- The linter takes the macro's parameter for a type.
CREATE OR REPLACE MACRO ops.running_number(document_id) AS  -- noqa: CP05
coalesce(nullif(regexp_extract(document_id, '^[^0-9]*[0-9]+'), ''), document_id);
