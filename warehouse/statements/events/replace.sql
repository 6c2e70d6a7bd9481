-- Puts the facts of newly read articles in the place of earlier ones; `pending` are those articles.
DELETE FROM core.date_mentions
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.date_mentions BY NAME
SELECT *
FROM new_dates;

DELETE FROM core.roles
WHERE
    article_id IN (SELECT pending.article_id FROM pending)
    OR article_id NOT IN (SELECT articles.article_id FROM core.articles);

INSERT INTO core.roles BY NAME
SELECT
    new_roles.* EXCLUDE (person_id),
    persons.entity_id AS person_id
FROM new_roles
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
    AND roles.person_id <> persons.entity_id;

UPDATE core.roles
SET organisation_id = organisations.entity_id
FROM core.mentions AS organisations
WHERE
    roles.article_id = organisations.article_id
    AND roles.field = organisations.field
    AND roles.organisation_start = organisations.start_char
    AND roles.organisation_id IS DISTINCT FROM organisations.entity_id;

INSERT INTO ops.derivations
SELECT
    'events' AS stage,
    pending.document_id AS subject,
    $version AS version
FROM pending;
