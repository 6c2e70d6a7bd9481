-- Puts the events, links and members of the region in the place of the old ones, with the new ids of
-- events that stay: `new_events`, `new_links` and `new_members` hold their rows.
CREATE OR REPLACE TEMPORARY TABLE moved AS
SELECT
    statements.statement_id,
    statements.article_id,
    statements.event_id AS old_id,
    new_members.event_id
FROM core.event_statements AS statements
INNER JOIN new_members ON statements.statement_id = new_members.statement_id
WHERE statements.event_id IS DISTINCT FROM new_members.event_id;

INSERT INTO ops.changed_articles
SELECT DISTINCT
    refreshes.refresh_id,
    moved.article_id
FROM moved
CROSS JOIN ops.refreshes
WHERE refreshes.status = 'running';

DELETE FROM core.event_links
WHERE event_id IN (SELECT loose_events.event_id FROM loose_events);

UPDATE core.event_links
SET event_id = renamed.event_id
FROM (
    SELECT DISTINCT
        moved.old_id,
        moved.event_id
    FROM moved
    ANTI JOIN loose_events ON moved.old_id = loose_events.event_id
) AS renamed
WHERE event_links.event_id = renamed.old_id;

INSERT INTO core.event_links BY NAME
SELECT *
FROM new_links;

DELETE FROM core.events
WHERE
    event_id IN (SELECT loose_events.event_id FROM loose_events)
    OR event_id IN (SELECT coalesce(moved.old_id, '') FROM moved)
    OR event_id IN (SELECT new_events.event_id FROM new_events);

UPDATE core.event_statements
SET event_id = moved.event_id
FROM moved
WHERE event_statements.statement_id = moved.statement_id;

UPDATE core.event_participants
SET event_id = new_members.event_id
FROM new_members
WHERE
    event_participants.statement_id = new_members.statement_id
    AND event_participants.event_id IS DISTINCT FROM new_members.event_id;

DELETE FROM core.event_articles
WHERE
    article_id IN (
        SELECT statements.article_id
        FROM core.event_statements AS statements
        SEMI JOIN new_members ON statements.statement_id = new_members.statement_id
    )
    OR article_id NOT IN (SELECT statements.article_id FROM core.event_statements AS statements);

INSERT INTO core.event_articles BY NAME
SELECT
    statements.event_id,
    statements.article_id,
    bool_or(statements.is_main) AS is_main
FROM core.event_statements AS statements
SEMI JOIN (
    SELECT every.article_id
    FROM core.event_statements AS every
    SEMI JOIN new_members ON every.statement_id = new_members.statement_id
) AS told ON statements.article_id = told.article_id
GROUP BY statements.event_id, statements.article_id;

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
