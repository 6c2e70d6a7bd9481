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
    outlet_count BIGINT NOT NULL
);
COMMENT ON TABLE core.events IS
'Events that articles report, one row over all outlets.';
COMMENT ON COLUMN core.events.event_id IS
'Identifier.';
COMMENT ON COLUMN core.events.kind IS
'Kind, such as hội thảo, tọa đàm, đại hội.';
COMMENT ON COLUMN core.events.name IS
'Name or quoted theme.';
COMMENT ON COLUMN core.events.starts_on IS
'First day.';
COMMENT ON COLUMN core.events.ends_on IS
'Last day.';
COMMENT ON COLUMN core.events.date_precision IS
'day, month or year.';
COMMENT ON COLUMN core.events.place_id IS
'Place (core.entities).';
COMMENT ON COLUMN core.events.article_count IS
'Articles that report it.';
COMMENT ON COLUMN core.events.outlet_count IS
'Outlets that report it.';

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
    event_id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL,
    part VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL
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
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.event_participants.end_char IS
'End, exclusive, counted in code points.';

CREATE TABLE IF NOT EXISTS core.agreements (
    agreement_id VARCHAR NOT NULL,
    kind VARCHAR,
    signed_on DATE,
    date_precision VARCHAR,
    article_id VARCHAR NOT NULL,
    field VARCHAR NOT NULL,
    start_char INTEGER NOT NULL,
    end_char INTEGER NOT NULL
);
COMMENT ON TABLE core.agreements IS
'Memoranda and agreements stated as signed.';
COMMENT ON COLUMN core.agreements.agreement_id IS
'Identifier.';
COMMENT ON COLUMN core.agreements.kind IS
'Kind, such as bản ghi nhớ.';
COMMENT ON COLUMN core.agreements.signed_on IS
'First day of the stated date.';
COMMENT ON COLUMN core.agreements.date_precision IS
'day, month or year.';
COMMENT ON COLUMN core.agreements.article_id IS
'The article (core.articles).';
COMMENT ON COLUMN core.agreements.field IS
'title or text: the column of core.articles that the offsets count in.';
COMMENT ON COLUMN core.agreements.start_char IS
'First character, counted in code points from 0.';
COMMENT ON COLUMN core.agreements.end_char IS
'End, exclusive, counted in code points.';

CREATE TABLE IF NOT EXISTS core.agreement_parties (
    agreement_id VARCHAR NOT NULL,
    entity_id VARCHAR NOT NULL
);
COMMENT ON TABLE core.agreement_parties IS
'Who signed an agreement.';
COMMENT ON COLUMN core.agreement_parties.agreement_id IS
'The agreement (core.agreements).';
COMMENT ON COLUMN core.agreement_parties.entity_id IS
'The party (core.entities).';
