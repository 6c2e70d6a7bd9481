-- Puts the facts of newly read articles, in shards of each kind, in the place of earlier ones;
-- `pending` are those articles, `touched` all that may change (see_touched.sql).
DELETE FROM core.date_mentions
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.date_mentions BY NAME
SELECT *
FROM read_parquet($dates);

DELETE FROM core.roles
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.roles BY NAME
SELECT
    new_roles.* EXCLUDE (person_id),
    persons.entity_id AS person_id
FROM read_parquet($roles) AS new_roles
INNER JOIN core.mentions AS persons
    ON
        new_roles.article_id = persons.article_id
        AND new_roles.field = persons.field
        AND new_roles.person_start = persons.start_char;

-- Who a mention stands for may have changed since a role was read.
UPDATE core.roles
SET person_id = persons.entity_id
FROM core.mentions AS persons
WHERE
    roles.article_id = persons.article_id
    AND roles.field = persons.field
    AND roles.person_start = persons.start_char
    AND roles.person_id <> persons.entity_id
    AND roles.article_id IN (SELECT touched.article_id FROM touched);

UPDATE core.roles
SET organisation_id = organisations.entity_id
FROM core.mentions AS organisations
WHERE
    roles.article_id = organisations.article_id
    AND roles.field = organisations.field
    AND roles.organisation_start = organisations.start_char
    AND roles.organisation_id IS DISTINCT FROM organisations.entity_id
    AND roles.article_id IN (SELECT touched.article_id FROM touched);

DELETE FROM core.event_statements
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.event_statements BY NAME
SELECT *
FROM read_parquet($statements);

DELETE FROM core.event_participants
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.event_participants BY NAME
SELECT
    new_participants.* EXCLUDE (entity_id),
    mentions.entity_id
FROM read_parquet($participants) AS new_participants
INNER JOIN core.mentions
    ON
        new_participants.article_id = mentions.article_id
        AND new_participants.field = mentions.field
        AND new_participants.start_char = mentions.start_char;

UPDATE core.event_participants
SET entity_id = mentions.entity_id
FROM core.mentions
WHERE
    event_participants.article_id = mentions.article_id
    AND event_participants.field = mentions.field
    AND event_participants.start_char = mentions.start_char
    AND event_participants.entity_id <> mentions.entity_id
    AND event_participants.article_id IN (SELECT touched.article_id FROM touched);

-- A name that is judged to be none takes part in nothing.
DELETE FROM core.event_participants
WHERE
    article_id IN (SELECT touched.article_id FROM touched)
    AND NOT EXISTS (
        SELECT 1
        FROM core.mentions
        WHERE
            mentions.article_id = event_participants.article_id
            AND mentions.field = event_participants.field
            AND mentions.start_char = event_participants.start_char
    );

-- A place is the one mentioned, or that of the organisation at whose place the event was, which may
-- change though no article does.
CREATE OR REPLACE TEMPORARY TABLE other_places AS
SELECT
    statements.statement_id,
    statements.article_id,
    coalesce(places.entity_id, seats.entity_id) AS place_id
FROM core.event_statements AS statements
INNER JOIN core.mentions
    ON
        statements.article_id = mentions.article_id
        AND statements.place_field = mentions.field
        AND statements.place_start = mentions.start_char
LEFT JOIN core.places ON mentions.entity_id = places.entity_id
LEFT JOIN core.organisations ON mentions.entity_id = organisations.entity_id
LEFT JOIN core.places AS seats
    ON organisations.place_id = seats.entity_id AND seats.kind <> 'country'
WHERE statements.place_id IS DISTINCT FROM coalesce(places.entity_id, seats.entity_id);

INSERT INTO ops.changed_articles
SELECT DISTINCT
    refreshes.refresh_id,
    other_places.article_id
FROM other_places
CROSS JOIN ops.refreshes
WHERE refreshes.status = 'running';

UPDATE core.event_statements
SET place_id = other_places.place_id
FROM other_places
WHERE event_statements.statement_id = other_places.statement_id;

-- Another version's note would speak for rows that are gone when that version comes back.
DELETE FROM ops.derivations
WHERE stage = 'events' AND subject IN (SELECT pending.document_id FROM pending);

INSERT INTO ops.derivations
SELECT
    'events' AS stage,
    pending.document_id AS subject,
    pending.derived_with AS version
FROM pending;
