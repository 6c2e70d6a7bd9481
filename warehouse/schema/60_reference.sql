-- What is known beforehand: the reference CSV files as tables.
CREATE SCHEMA IF NOT EXISTS reference;

CREATE TABLE IF NOT EXISTS reference.outlets (
    outlet_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    domains VARCHAR[] NOT NULL,
    slugs VARCHAR[] NOT NULL,
    names VARCHAR[] NOT NULL,
    furniture VARCHAR[] NOT NULL
);
COMMENT ON TABLE reference.outlets IS
'News outlets and how their pages show themselves.';
COMMENT ON COLUMN reference.outlets.outlet_id IS
'Identifier.';
COMMENT ON COLUMN reference.outlets.name IS
'Name.';
COMMENT ON COLUMN reference.outlets.domains IS
'Domains without www.';
COMMENT ON COLUMN reference.outlets.slugs IS
'What stands before a lead, such as TTTĐ.';
COMMENT ON COLUMN reference.outlets.names IS
'Other names.';
COMMENT ON COLUMN reference.outlets.furniture IS
'Whole lines that only pages of this outlet show.';

CREATE TABLE IF NOT EXISTS reference.menu_words (
    text VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);
COMMENT ON TABLE reference.menu_words IS
'Lines that are furniture of a page.';
COMMENT ON COLUMN reference.menu_words.text IS
'The line.';
COMMENT ON COLUMN reference.menu_words.role IS
'Its role: section, related, comment, tool, tag, poll, footer, menu, error, caption, byline, player, live, account.';

CREATE TABLE IF NOT EXISTS reference.countries (
    entity_id VARCHAR NOT NULL,
    iso_code VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    official_name VARCHAR,
    aliases VARCHAR[] NOT NULL,
    continent_id VARCHAR NOT NULL
);
COMMENT ON TABLE reference.countries IS
'Countries with their names in Vietnamese press.';
COMMENT ON COLUMN reference.countries.entity_id IS
'Entity id.';
COMMENT ON COLUMN reference.countries.iso_code IS
'ISO 3166-1 alpha-2 code.';
COMMENT ON COLUMN reference.countries.name IS
'Name in the press.';
COMMENT ON COLUMN reference.countries.official_name IS
'Official name in Vietnamese.';
COMMENT ON COLUMN reference.countries.aliases IS
'Other names and spellings.';
COMMENT ON COLUMN reference.countries.continent_id IS
'Continent (reference.places).';

CREATE TABLE IF NOT EXISTS reference.places (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    iso_code VARCHAR,
    parent_id VARCHAR
);
COMMENT ON TABLE reference.places IS
'Continents, regions, foreign cities and other places.';
COMMENT ON COLUMN reference.places.entity_id IS
'Entity id.';
COMMENT ON COLUMN reference.places.name IS
'Name.';
COMMENT ON COLUMN reference.places.kind IS
'city, region, continent or other.';
COMMENT ON COLUMN reference.places.aliases IS
'Other names and spellings.';
COMMENT ON COLUMN reference.places.iso_code IS
'ISO code where there is one.';
COMMENT ON COLUMN reference.places.parent_id IS
'Place it lies in.';

CREATE TABLE IF NOT EXISTS reference.administrative_units (
    entity_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    prefix VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    iso_code VARCHAR,
    parent_id VARCHAR NOT NULL,
    valid_from DATE,
    valid_to DATE,
    merged_into VARCHAR
);
COMMENT ON TABLE reference.administrative_units IS
'Provinces, districts and communes of Vietnam before and after the mergers of 1 July 2025.';
COMMENT ON COLUMN reference.administrative_units.entity_id IS
'Entity id.';
COMMENT ON COLUMN reference.administrative_units.kind IS
'province, district or commune.';
COMMENT ON COLUMN reference.administrative_units.prefix IS
'Generic word of the official name.';
COMMENT ON COLUMN reference.administrative_units.name IS
'Name without the generic word.';
COMMENT ON COLUMN reference.administrative_units.aliases IS
'Other names and spellings.';
COMMENT ON COLUMN reference.administrative_units.iso_code IS
'ISO 3166-2 code.';
COMMENT ON COLUMN reference.administrative_units.parent_id IS
'Unit or country it lies in.';
COMMENT ON COLUMN reference.administrative_units.valid_from IS
'First day, NULL when before all articles.';
COMMENT ON COLUMN reference.administrative_units.valid_to IS
'Last day, NULL when it still exists.';
COMMENT ON COLUMN reference.administrative_units.merged_into IS
'Unit that its area went to.';

CREATE TABLE IF NOT EXISTS reference.unit_successions (
    unit_id VARCHAR NOT NULL,
    successor_id VARCHAR NOT NULL,
    is_whole BOOLEAN NOT NULL,
    happened_on DATE NOT NULL
);
COMMENT ON TABLE reference.unit_successions IS
'What the area of each province, district and commune that ended went to.';
COMMENT ON COLUMN reference.unit_successions.unit_id IS
'The unit that ended (reference.administrative_units).';
COMMENT ON COLUMN reference.unit_successions.successor_id IS
'The unit that its area, or a part of it, went to (reference.administrative_units).';
COMMENT ON COLUMN reference.unit_successions.is_whole IS
'Whether all of it went there.';
COMMENT ON COLUMN reference.unit_successions.happened_on IS
'First day of the new order.';

CREATE TABLE IF NOT EXISTS reference.bodies (
    entity_id VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    abbreviations VARCHAR[] NOT NULL,
    aliases VARCHAR[] NOT NULL,
    kind VARCHAR NOT NULL,
    parent_id VARCHAR,
    place_id VARCHAR,
    local_name VARCHAR,
    local_forms VARCHAR[] NOT NULL,
    only_local BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.bodies IS
'Organisations with abbreviations, parents and local patterns.';
COMMENT ON COLUMN reference.bodies.entity_id IS
'Entity id.';
COMMENT ON COLUMN reference.bodies.name IS
'Full official name.';
COMMENT ON COLUMN reference.bodies.abbreviations IS
'Short forms.';
COMMENT ON COLUMN reference.bodies.aliases IS
'Other forms.';
COMMENT ON COLUMN reference.bodies.kind IS
'Kind of body.';
COMMENT ON COLUMN reference.bodies.parent_id IS
'Body it is part of.';
COMMENT ON COLUMN reference.bodies.place_id IS
'Place it serves.';
COMMENT ON COLUMN reference.bodies.local_name IS
'Pattern of the local body''s name with {place}.';
COMMENT ON COLUMN reference.bodies.local_forms IS
'Other patterns of the local body''s name.';
COMMENT ON COLUMN reference.bodies.only_local IS
'Whether only local bodies exist.';

CREATE TABLE IF NOT EXISTS reference.titles (
    title VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    needs_organisation BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.titles IS
'Titles, ranks, degrees and forms of address beside names.';
COMMENT ON COLUMN reference.titles.title IS
'The title.';
COMMENT ON COLUMN reference.titles.kind IS
'office, rank, degree or address.';
COMMENT ON COLUMN reference.titles.aliases IS
'Other forms.';
COMMENT ON COLUMN reference.titles.needs_organisation IS
'Whether it names nobody without an organisation.';

CREATE TABLE IF NOT EXISTS reference.surnames (
    surname VARCHAR NOT NULL,
    is_common_word BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.surnames IS
'Vietnamese family names.';
COMMENT ON COLUMN reference.surnames.surname IS
'The name.';
COMMENT ON COLUMN reference.surnames.is_common_word IS
'Whether it is also a common word.';

CREATE TABLE IF NOT EXISTS reference.document_kinds (
    kind VARCHAR NOT NULL,
    symbols VARCHAR[] NOT NULL,
    aliases VARCHAR[] NOT NULL
);
COMMENT ON TABLE reference.document_kinds IS
'Kinds of official documents.';
COMMENT ON COLUMN reference.document_kinds.kind IS
'The kind.';
COMMENT ON COLUMN reference.document_kinds.symbols IS
'Letters of its symbol.';
COMMENT ON COLUMN reference.document_kinds.aliases IS
'Other forms.';

CREATE TABLE IF NOT EXISTS reference.issuer_symbols (
    symbol VARCHAR NOT NULL,
    issuer_id VARCHAR NOT NULL,
    kinds VARCHAR[] NOT NULL
);
COMMENT ON TABLE reference.issuer_symbols IS
'Letters that stand for an issuer in a document number.';
COMMENT ON COLUMN reference.issuer_symbols.symbol IS
'The letters.';
COMMENT ON COLUMN reference.issuer_symbols.issuer_id IS
'Issuing body (reference.bodies).';
COMMENT ON COLUMN reference.issuer_symbols.kinds IS
'Kinds of document it is limited to; empty for all.';

CREATE TABLE IF NOT EXISTS reference.local_symbols (
    symbol VARCHAR NOT NULL,
    in_province VARCHAR,
    in_city VARCHAR
);
COMMENT ON TABLE reference.local_symbols IS
'Letters that end the document numbers of local bodies, which each place has.';
COMMENT ON COLUMN reference.local_symbols.symbol IS
'The letters.';
COMMENT ON COLUMN reference.local_symbols.in_province IS
'The body that a province''s number means (reference.bodies); NULL for letters of other levels.';
COMMENT ON COLUMN reference.local_symbols.in_city IS
'The same for a city of a province''s rank.';

CREATE TABLE IF NOT EXISTS reference.organisation_heads (
    head VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    tail VARCHAR NOT NULL,
    lower_case BOOLEAN NOT NULL,
    in_span BOOLEAN NOT NULL,
    bare BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.organisation_heads IS
'Words that begin the names of organisations.';
COMMENT ON COLUMN reference.organisation_heads.head IS
'The word.';
COMMENT ON COLUMN reference.organisation_heads.kind IS
'Kind of body it makes.';
COMMENT ON COLUMN reference.organisation_heads.tail IS
'What must follow it.';
COMMENT ON COLUMN reference.organisation_heads.lower_case IS
'Whether it is a head without a capital too.';
COMMENT ON COLUMN reference.organisation_heads.in_span IS
'Whether it is part of the name.';
COMMENT ON COLUMN reference.organisation_heads.bare IS
'Whether it may stand alone for a body named before.';

CREATE TABLE IF NOT EXISTS reference.organisation_words (
    word VARCHAR NOT NULL,
    is_verb BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.organisation_words IS
'Words of more than one syllable in organisations'' names.';
COMMENT ON COLUMN reference.organisation_words.word IS
'The word.';
COMMENT ON COLUMN reference.organisation_words.is_verb IS
'Whether it is also a verb.';

CREATE TABLE IF NOT EXISTS reference.known_documents (
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    aliases VARCHAR[] NOT NULL,
    number VARCHAR,
    issuer_id VARCHAR,
    issued_on DATE
);
COMMENT ON TABLE reference.known_documents IS
'Laws, conventions and treaties that are cited by name.';
COMMENT ON COLUMN reference.known_documents.kind IS
'Kind of document.';
COMMENT ON COLUMN reference.known_documents.name IS
'Name.';
COMMENT ON COLUMN reference.known_documents.aliases IS
'Other forms.';
COMMENT ON COLUMN reference.known_documents.number IS
'Full number with symbol.';
COMMENT ON COLUMN reference.known_documents.issuer_id IS
'Issuing body (reference.bodies).';
COMMENT ON COLUMN reference.known_documents.issued_on IS
'Date of issue.';

CREATE TABLE IF NOT EXISTS reference.agreement_kinds (
    kind VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    family VARCHAR,
    variants VARCHAR[] NOT NULL,
    bare_variants VARCHAR[] NOT NULL,
    two_parties BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.agreement_kinds IS
'Kinds of agreements that bodies sign.';
COMMENT ON COLUMN reference.agreement_kinds.kind IS
'The kind.';
COMMENT ON COLUMN reference.agreement_kinds.language IS
'ISO 639-1 code of the texts that name it so.';
COMMENT ON COLUMN reference.agreement_kinds.family IS
'Kinds of a family may name one agreement; NULL for a kind that may name any.';
COMMENT ON COLUMN reference.agreement_kinds.variants IS
'Forms of its name.';
COMMENT ON COLUMN reference.agreement_kinds.bare_variants IS
'Forms that name it only right behind a word of signing.';
COMMENT ON COLUMN reference.agreement_kinds.two_parties IS
'Whether it counts only with two parties named.';

CREATE TABLE IF NOT EXISTS reference.party_words (
    words VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);
COMMENT ON TABLE reference.party_words IS
'Words for the parties of an agreement told without their names.';
COMMENT ON COLUMN reference.party_words.words IS
'The words.';
COMMENT ON COLUMN reference.party_words.role IS
'What they stand for: a body, place or state, any side, or people, who sign nothing.';

CREATE TABLE IF NOT EXISTS reference.common_words (
    word VARCHAR NOT NULL
);
COMMENT ON TABLE reference.common_words IS
'Words whose first syllable is also the name of a country.';
COMMENT ON COLUMN reference.common_words.word IS
'The word.';

CREATE TABLE IF NOT EXISTS reference.context_words (
    word VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);
COMMENT ON TABLE reference.context_words IS
'Words beside names that tell what a name is or where it ends.';
COMMENT ON COLUMN reference.context_words.word IS
'The word, in lower case; for town_opening as it is written.';
COMMENT ON COLUMN reference.context_words.role IS
'What it tells: address, before_country, saying, after_name and others.';

CREATE TABLE IF NOT EXISTS reference.abbreviations (
    short VARCHAR NOT NULL,
    words VARCHAR NOT NULL
);
COMMENT ON TABLE reference.abbreviations IS
'Short forms inside names.';
COMMENT ON COLUMN reference.abbreviations.short IS
'The short form.';
COMMENT ON COLUMN reference.abbreviations.words IS
'The words it stands for.';

CREATE TABLE IF NOT EXISTS reference.event_kinds (
    kind VARCHAR NOT NULL,
    forms VARCHAR[] NOT NULL,
    verbs VARCHAR[] NOT NULL,
    families VARCHAR[] NOT NULL,
    shape VARCHAR NOT NULL,
    lasting BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.event_kinds IS
'Kinds of events.';
COMMENT ON COLUMN reference.event_kinds.kind IS
'Kind, such as hội thảo.';
COMMENT ON COLUMN reference.event_kinds.forms IS
'Other nouns for it.';
COMMENT ON COLUMN reference.event_kinds.verbs IS
'Verbs that say it happens.';
COMMENT ON COLUMN reference.event_kinds.families IS
'Kinds that share one may be one event, told in other words.';
COMMENT ON COLUMN reference.event_kinds.shape IS
'gathering (organised), encounter or match (two sides), reception (a host) or happening (befalls).';
COMMENT ON COLUMN reference.event_kinds.lasting IS
'Whether it may go on for several days.';

CREATE TABLE IF NOT EXISTS reference.event_words (
    words VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);
COMMENT ON TABLE reference.event_words IS
'Words beside the names of events and of those who take part.';
COMMENT ON COLUMN reference.event_words.words IS
'The words.';
COMMENT ON COLUMN reference.event_words.role IS
'What they tell, such as organises, takes_place, chairs, speaks or attends.';

CREATE TABLE IF NOT EXISTS reference.date_words (
    words VARCHAR NOT NULL,
    role VARCHAR NOT NULL
);
COMMENT ON TABLE reference.date_words IS
'Words beside a number that tell whether it is of a date.';
COMMENT ON COLUMN reference.date_words.words IS
'The words.';
COMMENT ON COLUMN reference.date_words.role IS
'What they tell: name, name_by_month, term, law or topic before the number, unit or people behind.';

CREATE TABLE IF NOT EXISTS reference.place_words (
    word VARCHAR NOT NULL,
    form VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    numbered BOOLEAN NOT NULL,
    listed_only BOOLEAN NOT NULL
);
COMMENT ON TABLE reference.place_words IS
'Generic words of places, such as huyện or khu công nghiệp.';
COMMENT ON COLUMN reference.place_words.word IS
'The word as texts write it, in lower case.';
COMMENT ON COLUMN reference.place_words.form IS
'The word in full, with which the names of unlisted places begin.';
COMMENT ON COLUMN reference.place_words.kind IS
'hamlet, commune, district or wide (a province, or as wide); site for what is no unit.';
COMMENT ON COLUMN reference.place_words.numbered IS
'Whether a bare number may be the name.';
COMMENT ON COLUMN reference.place_words.listed_only IS
'Whether it makes a place only of names in the reference data.';

CREATE TABLE IF NOT EXISTS reference.field_names (
    name VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL
);
COMMENT ON TABLE reference.field_names IS
'Names that JSON exports and sidecars give to the fields of an article.';
COMMENT ON COLUMN reference.field_names.name IS
'The name; compared without case, accents, marks and blanks.';
COMMENT ON COLUMN reference.field_names.meaning IS
'What the field holds: html, text, title, published, outlet, authors, url, fetched_at and others.';

CREATE TABLE IF NOT EXISTS reference.meta_names (
    name VARCHAR NOT NULL,
    meaning VARCHAR NOT NULL
);
COMMENT ON TABLE reference.meta_names IS
'Names of meta elements of HTML pages that tell of the article.';
COMMENT ON COLUMN reference.meta_names.name IS
'The name (property, name or itemprop), in lower case.';
COMMENT ON COLUMN reference.meta_names.meaning IS
'What it tells: published, updated or authors.';

CREATE TABLE IF NOT EXISTS reference.judgements (
    line_no INTEGER NOT NULL,
    verdict VARCHAR NOT NULL,
    left_id VARCHAR NOT NULL,
    right_id VARCHAR,
    note VARCHAR,
    status VARCHAR,
    reason VARCHAR
);
COMMENT ON TABLE reference.judgements IS
'A user''s own corrections (baokho judge), which each refresh applies, and what became of each.';
COMMENT ON COLUMN reference.judgements.line_no IS
'Line of the file, the header being 1.';
COMMENT ON COLUMN reference.judgements.verdict IS
'same, different or not_an_entity.';
COMMENT ON COLUMN reference.judgements.left_id IS
'The entity (or article, or event) judged.';
COMMENT ON COLUMN reference.judgements.right_id IS
'The other one; NULL for not_an_entity.';
COMMENT ON COLUMN reference.judgements.note IS
'Why, in the user''s words.';
COMMENT ON COLUMN reference.judgements.status IS
'applied, contradictory, unknown_id or different_types; NULL for lines that judge no entities.';
COMMENT ON COLUMN reference.judgements.reason IS
'What is wrong with a line that is not applied.';
