-- Who and what is named: mentions with offsets, and the entities they stand for.
CREATE SCHEMA IF NOT EXISTS core;

CREATE TABLE IF NOT EXISTS core.mentions (
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    line_no INTEGER,
    confidence DOUBLE NOT NULL,
    method VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    reference_id VARCHAR,
    abbreviation VARCHAR,
    place_id VARCHAR,
    document_kind VARCHAR,
    document_number VARCHAR,
    document_issuer_id VARCHAR,
    document_issued_on DATE,
    office_places VARCHAR[],
    birth_year INTEGER,
    namesake INTEGER,
    named_id VARCHAR,
    told_id VARCHAR
);
COMMENT ON TABLE core.mentions IS
'Every name found in a title or main text, with its exact place and its entity.';
COMMENT ON COLUMN core.mentions.mention_id IS
'Identifier made from the article, the field and the offsets.';
COMMENT ON COLUMN core.mentions.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.mentions.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.mentions.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.mentions.end_char IS
'End, exclusive, counted in code points.';
COMMENT ON COLUMN core.mentions.surface IS
'The name as it stands there.';
COMMENT ON COLUMN core.mentions.entity_type IS
'person, organisation, place or official_document.';
COMMENT ON COLUMN core.mentions.entity_id IS
'The entity it stands for (core.entities).';
COMMENT ON COLUMN core.mentions.line_no IS
'Line of the page (core.article_lines); NULL for a title that stands on no line of its own.';
COMMENT ON COLUMN core.mentions.confidence IS
'Confidence in span and type, 0 to 1.';
COMMENT ON COLUMN core.mentions.method IS
'The rule that found it.';
COMMENT ON COLUMN core.mentions.name IS
'Full form as far as this article and the reference data tell it.';
COMMENT ON COLUMN core.mentions.reference_id IS
'Entity id of the reference row when the name is one for certain.';
COMMENT ON COLUMN core.mentions.abbreviation IS
'Short form that the article itself defines for it.';
COMMENT ON COLUMN core.mentions.place_id IS
'Place the article gives to an organisation.';
COMMENT ON COLUMN core.mentions.document_kind IS
'Kind of an official document as cited here.';
COMMENT ON COLUMN core.mentions.document_number IS
'Number of an official document as far as this article tells it.';
COMMENT ON COLUMN core.mentions.document_issuer_id IS
'Issuer of an official document as far as this article tells it.';
COMMENT ON COLUMN core.mentions.document_issued_on IS
'Date of an official document as this article states it.';
COMMENT ON COLUMN core.mentions.office_places IS
'Provinces and foreign countries of the offices stated beside a person''s name; NULL for none.';
COMMENT ON COLUMN core.mentions.birth_year IS
'Year of birth stated beside a person''s name, or about it when an age is stated.';
COMMENT ON COLUMN core.mentions.namesake IS
'1 or more for a second and later person of one name that the article tells apart; else NULL or 0.';
COMMENT ON COLUMN core.mentions.named_id IS
'Entity id that its name or number gives by itself.';
COMMENT ON COLUMN core.mentions.told_id IS
'Entity id that all articles together give, before a user''s judgements join entities.';

CREATE TABLE IF NOT EXISTS core.dismissed_mentions (
    mention_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    line_no INTEGER,
    confidence DOUBLE NOT NULL,
    method VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    reference_id VARCHAR,
    abbreviation VARCHAR,
    place_id VARCHAR,
    document_kind VARCHAR,
    document_number VARCHAR,
    document_issuer_id VARCHAR,
    document_issued_on DATE,
    office_places VARCHAR[],
    birth_year INTEGER,
    namesake INTEGER,
    named_id VARCHAR,
    told_id VARCHAR
);
COMMENT ON TABLE core.dismissed_mentions IS
'Mentions that a user''s judgement (not_an_entity) took out of core.mentions, kept to be put back.';
COMMENT ON COLUMN core.dismissed_mentions.mention_id IS
'Identifier made from the article, the field and the offsets.';
COMMENT ON COLUMN core.dismissed_mentions.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.dismissed_mentions.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.dismissed_mentions.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.dismissed_mentions.end_char IS
'End, exclusive, counted in code points.';
COMMENT ON COLUMN core.dismissed_mentions.surface IS
'The name as it stands there.';
COMMENT ON COLUMN core.dismissed_mentions.entity_type IS
'person, organisation, place or official_document.';
COMMENT ON COLUMN core.dismissed_mentions.entity_id IS
'The entity it would stand for.';
COMMENT ON COLUMN core.dismissed_mentions.line_no IS
'Line of the page (core.article_lines); NULL for a title that stands on no line of its own.';
COMMENT ON COLUMN core.dismissed_mentions.confidence IS
'Confidence in span and type, 0 to 1.';
COMMENT ON COLUMN core.dismissed_mentions.method IS
'The rule that found it.';
COMMENT ON COLUMN core.dismissed_mentions.name IS
'Full form as far as this article and the reference data tell it.';
COMMENT ON COLUMN core.dismissed_mentions.reference_id IS
'Entity id of the reference row when the name is one for certain.';
COMMENT ON COLUMN core.dismissed_mentions.abbreviation IS
'Short form that the article itself defines for it.';
COMMENT ON COLUMN core.dismissed_mentions.place_id IS
'Place the article gives to an organisation.';
COMMENT ON COLUMN core.dismissed_mentions.document_kind IS
'Kind of an official document as cited here.';
COMMENT ON COLUMN core.dismissed_mentions.document_number IS
'Number of an official document as far as this article tells it.';
COMMENT ON COLUMN core.dismissed_mentions.document_issuer_id IS
'Issuer of an official document as far as this article tells it.';
COMMENT ON COLUMN core.dismissed_mentions.document_issued_on IS
'Date of an official document as this article states it.';
COMMENT ON COLUMN core.dismissed_mentions.office_places IS
'Provinces and foreign countries of the offices stated beside a person''s name; NULL for none.';
COMMENT ON COLUMN core.dismissed_mentions.birth_year IS
'Year of birth stated beside a person''s name, or about it when an age is stated.';
COMMENT ON COLUMN core.dismissed_mentions.namesake IS
'1 or more for a second and later person of one name that the article tells apart; else NULL or 0.';
COMMENT ON COLUMN core.dismissed_mentions.named_id IS
'Entity id that its name or number gives by itself.';
COMMENT ON COLUMN core.dismissed_mentions.told_id IS
'Entity id that all articles together give, before a user''s judgements join entities.';

CREATE TABLE IF NOT EXISTS core.entities (
    entity_id VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    name_folded VARCHAR NOT NULL,
    mention_count BIGINT NOT NULL,
    article_count BIGINT NOT NULL,
    first_seen_on DATE,
    last_seen_on DATE
);
COMMENT ON TABLE core.entities IS
'Persons, organisations, places and official documents: one row for each, over all articles.';
COMMENT ON COLUMN core.entities.entity_id IS
'Stable readable identifier, such as person:nguyen-lan-huong.';
COMMENT ON COLUMN core.entities.entity_type IS
'person, organisation, place or official_document.';
COMMENT ON COLUMN core.entities.name IS
'Canonical full name in its own language.';
COMMENT ON COLUMN core.entities.name_folded IS
'name in lower case without accents, d for đ.';
COMMENT ON COLUMN core.entities.mention_count IS
'Mentions in articles that are no duplicates; 0 for an entity that others only refer to.';
COMMENT ON COLUMN core.entities.article_count IS
'Articles that are no duplicates and mention it.';
COMMENT ON COLUMN core.entities.first_seen_on IS
'Publication date of the first article that mentions it; NULL when none is dated.';
COMMENT ON COLUMN core.entities.last_seen_on IS
'Publication date of the last article that mentions it; NULL when none is dated.';

CREATE TABLE IF NOT EXISTS core.entity_aliases (
    entity_id VARCHAR NOT NULL,
    alias VARCHAR NOT NULL,
    alias_folded VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    mention_count BIGINT NOT NULL
);
COMMENT ON TABLE core.entity_aliases IS
'Forms under which an entity is known.';
COMMENT ON COLUMN core.entity_aliases.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.entity_aliases.alias IS
'The form.';
COMMENT ON COLUMN core.entity_aliases.alias_folded IS
'The form in lower case without accents, d for đ.';
COMMENT ON COLUMN core.entity_aliases.source IS
'reference, text_definition (an article defines it), observed or curated (a user''s judgement).';
COMMENT ON COLUMN core.entity_aliases.mention_count IS
'Mentions with this form.';

CREATE TABLE IF NOT EXISTS core.persons (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL
);
COMMENT ON TABLE core.persons IS
'Persons among the entities.';
COMMENT ON COLUMN core.persons.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.persons.name IS
'Canonical name.';

CREATE TABLE IF NOT EXISTS core.organisations (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    abbreviation VARCHAR,
    kind VARCHAR,
    parent_id VARCHAR,
    place_id VARCHAR
);
COMMENT ON TABLE core.organisations IS
'Organisations among the entities.';
COMMENT ON COLUMN core.organisations.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.organisations.name IS
'Canonical full name.';
COMMENT ON COLUMN core.organisations.abbreviation IS
'Main short form.';
COMMENT ON COLUMN core.organisations.kind IS
'Kind of body, such as ministry or friendship association.';
COMMENT ON COLUMN core.organisations.parent_id IS
'Body it is part of (core.entities).';
COMMENT ON COLUMN core.organisations.place_id IS
'Place it serves (core.entities).';

CREATE TABLE IF NOT EXISTS core.places (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR,
    iso_code VARCHAR,
    parent_id VARCHAR
);
COMMENT ON TABLE core.places IS
'Places among the entities.';
COMMENT ON COLUMN core.places.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.places.name IS
'Canonical name.';
COMMENT ON COLUMN core.places.kind IS
'country, province, district, commune, city, region, continent or other.';
COMMENT ON COLUMN core.places.iso_code IS
'ISO 3166-1 alpha-2 code of a country, ISO 3166-2 code of a subdivision.';
COMMENT ON COLUMN core.places.parent_id IS
'Place it lies in (core.entities).';

CREATE TABLE IF NOT EXISTS core.official_documents (
    entity_id VARCHAR NOT NULL,
    kind VARCHAR,
    number VARCHAR,
    issuer_id VARCHAR,
    issued_on DATE
);
COMMENT ON TABLE core.official_documents IS
'Official documents among the entities.';
COMMENT ON COLUMN core.official_documents.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.official_documents.kind IS
'Kind, such as Chỉ thị or Nghị quyết.';
COMMENT ON COLUMN core.official_documents.number IS
'Full number with symbol, such as 04-CT/TW; NULL when no article gives one.';
COMMENT ON COLUMN core.official_documents.issuer_id IS
'Issuing body (core.entities).';
COMMENT ON COLUMN core.official_documents.issued_on IS
'Date of issue that articles state.';

CREATE TABLE IF NOT EXISTS core.redirects (
    old_id VARCHAR NOT NULL,
    entity_id VARCHAR,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE core.redirects IS
'Ids that are no entity''s and where they lead: one row for each entity an id may mean.';
COMMENT ON COLUMN core.redirects.old_id IS
'The id that fewer articles, no reference data or no judgement would give.';
COMMENT ON COLUMN core.redirects.entity_id IS
'The entity it stands for (core.entities); NULL when a user judged it to be no entity.';
COMMENT ON COLUMN core.redirects.reason IS
'Why it leads there.';

CREATE TABLE IF NOT EXISTS core.shared_names (
    entity_id VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
COMMENT ON TABLE core.shared_names IS
'Entities whose type and canonical name others have too, and what sets each apart.';
COMMENT ON COLUMN core.shared_names.entity_id IS
'The entity (core.entities).';
COMMENT ON COLUMN core.shared_names.entity_type IS
'person, organisation, place or official_document.';
COMMENT ON COLUMN core.shared_names.name IS
'The name they share.';
COMMENT ON COLUMN core.shared_names.reason IS
'What sets this one apart.';

CREATE TABLE IF NOT EXISTS core.merge_candidates (
    left_id VARCHAR NOT NULL,
    right_id VARCHAR NOT NULL,
    entity_type VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    evidence VARCHAR NOT NULL
);
COMMENT ON TABLE core.merge_candidates IS
'Entities that may be one, to be looked at and judged (baokho judge); nothing merges by itself.';
COMMENT ON COLUMN core.merge_candidates.left_id IS
'One entity (core.entities), the first of the two by code point.';
COMMENT ON COLUMN core.merge_candidates.right_id IS
'The other entity (core.entities).';
COMMENT ON COLUMN core.merge_candidates.entity_type IS
'Type of both.';
COMMENT ON COLUMN core.merge_candidates.score IS
'How much speaks for one entity, 0 to 1: good for ordering, no probability.';
COMMENT ON COLUMN core.merge_candidates.evidence IS
'How the names differ and what articles that name them share.';
