-- What happened: dates, offices, events and agreements, each with the words that show it.
CREATE SCHEMA IF NOT EXISTS core;

CREATE TABLE IF NOT EXISTS core.date_mentions (
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    starts_on DATE NOT NULL,
    ends_on DATE NOT NULL,
    precision VARCHAR NOT NULL,
    resolved_from VARCHAR NOT NULL,
    line_no INTEGER
);
COMMENT ON TABLE core.date_mentions IS
'Dates named in titles and main texts.';
COMMENT ON COLUMN core.date_mentions.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.date_mentions.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.date_mentions.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.date_mentions.end_char IS
'End, exclusive, counted in code points.';
COMMENT ON COLUMN core.date_mentions.surface IS
'The words of the date.';
COMMENT ON COLUMN core.date_mentions.starts_on IS
'First day meant.';
COMMENT ON COLUMN core.date_mentions.ends_on IS
'Last day meant.';
COMMENT ON COLUMN core.date_mentions.precision IS
'day, month or year.';
COMMENT ON COLUMN core.date_mentions.resolved_from IS
'explicit, publication_date or context: where the missing parts came from.';
COMMENT ON COLUMN core.date_mentions.line_no IS
'Line of the page (core.article_lines).';

CREATE TABLE IF NOT EXISTS core.roles (
    person_id VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    organisation_id VARCHAR,
    as_of DATE,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    person_start INTEGER NOT NULL,
    organisation_start INTEGER,
    line_no INTEGER
);
COMMENT ON TABLE core.roles IS
'A person''s title and organisation as one article states it.';
COMMENT ON COLUMN core.roles.person_id IS
'The person (core.entities).';
COMMENT ON COLUMN core.roles.title IS
'The title as it stands there.';
COMMENT ON COLUMN core.roles.organisation_id IS
'The organisation (core.entities); NULL when none is named.';
COMMENT ON COLUMN core.roles.as_of IS
'Publication date of the article; NULL for a former office or an undated article.';
COMMENT ON COLUMN core.roles.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.roles.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.roles.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.roles.end_char IS
'End, exclusive, counted in code points.';
COMMENT ON COLUMN core.roles.surface IS
'The words of the title.';
COMMENT ON COLUMN core.roles.person_start IS
'First character of the person''s mention, in the same field.';
COMMENT ON COLUMN core.roles.organisation_start IS
'First character of the organisation''s mention, in the same field.';
COMMENT ON COLUMN core.roles.line_no IS
'Line of the page (core.article_lines).';

CREATE TABLE IF NOT EXISTS core.events (
    event_id VARCHAR NOT NULL,
    kind VARCHAR,
    name VARCHAR,
    starts_on DATE,
    ends_on DATE,
    date_precision VARCHAR,
    place_id VARCHAR,
    article_count BIGINT NOT NULL,
    outlet_count BIGINT NOT NULL,
    is_planned BOOLEAN NOT NULL
);
COMMENT ON TABLE core.events IS
'Events that articles report, one row over all outlets.';
COMMENT ON COLUMN core.events.event_id IS
'Stable readable identifier, such as event:toa-dam-2021-06-04-cong-tac-doi-ngoai.';
COMMENT ON COLUMN core.events.kind IS
'Kind, such as hội thảo, tọa đàm, đại hội (reference.event_kinds).';
COMMENT ON COLUMN core.events.name IS
'Name or quoted theme; NULL when no article tells more than the kind.';
COMMENT ON COLUMN core.events.starts_on IS
'First day; NULL when no article dates it.';
COMMENT ON COLUMN core.events.ends_on IS
'Last day.';
COMMENT ON COLUMN core.events.date_precision IS
'day, month or year; NULL with a NULL date.';
COMMENT ON COLUMN core.events.place_id IS
'Place (core.places); NULL when no article states it.';
COMMENT ON COLUMN core.events.article_count IS
'Articles that report it, duplicates left out.';
COMMENT ON COLUMN core.events.outlet_count IS
'Outlets of those articles.';
COMMENT ON COLUMN core.events.is_planned IS
'Whether it is only announced: no article tells that it took place.';

CREATE TABLE IF NOT EXISTS core.event_statements (
    statement_id VARCHAR NOT NULL,
    event_id VARCHAR,
    article_id VARCHAR NOT NULL,
    is_main BOOLEAN NOT NULL,
    is_planned BOOLEAN NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR,
    name_field VARCHAR,
    name_start INTEGER,
    name_end INTEGER,
    starts_on DATE,
    ends_on DATE,
    date_precision VARCHAR,
    date_field VARCHAR,
    date_start INTEGER,
    date_end INTEGER,
    place_id VARCHAR,
    place_field VARCHAR,
    place_start INTEGER,
    place_end INTEGER,
    line_no INTEGER
);
COMMENT ON TABLE core.event_statements IS
'An event as one article states it, with the words that show each fact.';
COMMENT ON COLUMN core.event_statements.statement_id IS
'Identifier made from the article, the field and the first character.';
COMMENT ON COLUMN core.event_statements.event_id IS
'The event (core.events).';
COMMENT ON COLUMN core.event_statements.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.event_statements.is_main IS
'Whether the article is about this event.';
COMMENT ON COLUMN core.event_statements.is_planned IS
'Whether the article only announces it.';
COMMENT ON COLUMN core.event_statements.field IS
'title or text: the column of core.articles that start_char and end_char count in.';
COMMENT ON COLUMN core.event_statements.start_char IS
'First character of the words that name the event, counted in code points from 0.';
COMMENT ON COLUMN core.event_statements.end_char IS
'End of those words, exclusive.';
COMMENT ON COLUMN core.event_statements.surface IS
'The words that name the event.';
COMMENT ON COLUMN core.event_statements.kind IS
'Kind (reference.event_kinds).';
COMMENT ON COLUMN core.event_statements.name IS
'Quoted theme, or the words that name it; NULL when they are the kind alone.';
COMMENT ON COLUMN core.event_statements.name_field IS
'Field that name_start and name_end count in.';
COMMENT ON COLUMN core.event_statements.name_start IS
'First character of the name.';
COMMENT ON COLUMN core.event_statements.name_end IS
'End of the name, exclusive.';
COMMENT ON COLUMN core.event_statements.starts_on IS
'First day; NULL when the article does not date it.';
COMMENT ON COLUMN core.event_statements.ends_on IS
'Last day.';
COMMENT ON COLUMN core.event_statements.date_precision IS
'day, month or year.';
COMMENT ON COLUMN core.event_statements.date_field IS
'Field that date_start and date_end count in.';
COMMENT ON COLUMN core.event_statements.date_start IS
'First character of the date (core.date_mentions).';
COMMENT ON COLUMN core.event_statements.date_end IS
'End of the date, exclusive.';
COMMENT ON COLUMN core.event_statements.place_id IS
'Place (core.places): the one mentioned, or that of the organisation at whose place it was.';
COMMENT ON COLUMN core.event_statements.place_field IS
'Field that place_start and place_end count in.';
COMMENT ON COLUMN core.event_statements.place_start IS
'First character of the mention that shows the place (core.mentions).';
COMMENT ON COLUMN core.event_statements.place_end IS
'End of that mention, exclusive.';
COMMENT ON COLUMN core.event_statements.line_no IS
'Line of the page (core.article_lines).';

CREATE TABLE IF NOT EXISTS core.event_articles (
    event_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    is_main BOOLEAN NOT NULL
);
COMMENT ON TABLE core.event_articles IS
'Which article reports which event.';
COMMENT ON COLUMN core.event_articles.event_id IS
'The event (core.events).';
COMMENT ON COLUMN core.event_articles.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.event_articles.is_main IS
'Whether the article is about this event.';

CREATE TABLE IF NOT EXISTS core.event_participants (
    event_id VARCHAR,
    entity_id VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    statement_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.event_participants IS
'Who took part in an event, and the words that say so.';
COMMENT ON COLUMN core.event_participants.event_id IS
'The event (core.events).';
COMMENT ON COLUMN core.event_participants.entity_id IS
'The participant (core.entities).';
COMMENT ON COLUMN core.event_participants.part IS
'organiser, chair, speaker, attendee or other.';
COMMENT ON COLUMN core.event_participants.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.event_participants.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.event_participants.start_char IS
'First character of the participant''s mention (core.mentions), counted from 0.';
COMMENT ON COLUMN core.event_participants.end_char IS
'End of that mention, exclusive, counted in code points.';
COMMENT ON COLUMN core.event_participants.statement_id IS
'The statement it belongs to (core.event_statements).';

CREATE TABLE IF NOT EXISTS core.event_links (
    event_id VARCHAR NOT NULL,
    left_article_id VARCHAR NOT NULL,
    right_article_id VARCHAR NOT NULL,
    score DOUBLE NOT NULL,
    signals VARCHAR[] NOT NULL
);
COMMENT ON TABLE core.event_links IS
'Why two articles are held to tell of one event; a judgement can undo it.';
COMMENT ON COLUMN core.event_links.event_id IS
'The event (core.events).';
COMMENT ON COLUMN core.event_links.left_article_id IS
'An article (core.articles); the smaller id of the two.';
COMMENT ON COLUMN core.event_links.right_article_id IS
'The other article.';
COMMENT ON COLUMN core.event_links.score IS
'How well their statements fit, 0 to 1.';
COMMENT ON COLUMN core.event_links.signals IS
'What they have in common, such as same day, shared organiser, theme alike.';

CREATE TABLE IF NOT EXISTS core.agreements (
    agreement_id VARCHAR NOT NULL,
    kind VARCHAR,
    signed_on DATE,
    date_precision VARCHAR,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL,
    surface VARCHAR NOT NULL,
    line_no INTEGER
);
COMMENT ON TABLE core.agreements IS
'Memoranda, agreements, treaties and contracts that an article states as signed, each once.';
COMMENT ON COLUMN core.agreements.agreement_id IS
'Identifier made from the article, the field and the offset, with a number where words name several.';
COMMENT ON COLUMN core.agreements.kind IS
'Kind, such as bản ghi nhớ (reference.agreement_kinds).';
COMMENT ON COLUMN core.agreements.signed_on IS
'First day of the stated date; NULL when the article states none.';
COMMENT ON COLUMN core.agreements.date_precision IS
'day, month or year; NULL with a NULL date.';
COMMENT ON COLUMN core.agreements.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.agreements.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.agreements.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.agreements.end_char IS
'End, exclusive, counted in code points.';
COMMENT ON COLUMN core.agreements.surface IS
'The words that name the agreement.';
COMMENT ON COLUMN core.agreements.line_no IS
'Line of the page (core.article_lines).';

CREATE TABLE IF NOT EXISTS core.agreement_parties (
    agreement_id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL
);
COMMENT ON TABLE core.agreement_parties IS
'Who signed an agreement, and the words that say so.';
COMMENT ON COLUMN core.agreement_parties.agreement_id IS
'The agreement (core.agreements).';
COMMENT ON COLUMN core.agreement_parties.entity_id IS
'The party, an organisation or a place (core.entities).';
COMMENT ON COLUMN core.agreement_parties.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.agreement_parties.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.agreement_parties.start_char IS
'First character of the party''s mention, counted in code points from 0.';
COMMENT ON COLUMN core.agreement_parties.end_char IS
'End of the mention, exclusive, counted in code points.';
