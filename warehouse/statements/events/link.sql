-- Replaces events and links by the new linking, and brings what belongs to an event up to date.
UPDATE core.event_statements
SET event_id = new_members.event_id
FROM new_members
WHERE
    event_statements.statement_id = new_members.statement_id
    AND event_statements.event_id IS DISTINCT FROM new_members.event_id;

UPDATE core.event_participants
SET event_id = new_members.event_id
FROM new_members
WHERE
    event_participants.statement_id = new_members.statement_id
    AND event_participants.event_id IS DISTINCT FROM new_members.event_id;

DELETE FROM core.event_articles;

INSERT INTO core.event_articles BY NAME
SELECT
    event_id,
    article_id,
    bool_or(is_main) AS is_main
FROM core.event_statements
GROUP BY ALL;

DELETE FROM core.event_links;

INSERT INTO core.event_links BY NAME
SELECT *
FROM new_links;

DELETE FROM core.events;

INSERT INTO core.events BY NAME
SELECT
    new_events.* EXCLUDE (article_count, outlet_count),
    count(DISTINCT articles.article_id) AS article_count,
    count(DISTINCT articles.outlet_id) AS outlet_count
FROM new_events
INNER JOIN core.event_articles ON new_events.event_id = event_articles.event_id
LEFT JOIN core.articles
    ON
        event_articles.article_id = articles.article_id
        AND articles.duplicate_of IS NULL
GROUP BY ALL;

DELETE FROM ops.derivations
WHERE stage = 'event links';

INSERT INTO ops.derivations VALUES ('event links', 'all', $version);
