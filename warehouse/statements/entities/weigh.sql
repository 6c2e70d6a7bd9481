-- The pairs of alike names of which articles may say something else now: those of touched entities,
-- and those near an organisation that began or ceased to be telling or has another name.
INSERT INTO ops.alike BY NAME
SELECT *
FROM new_alike;

-- Organisations that are telling, before or now.
CREATE OR REPLACE TEMP TABLE telling AS
SELECT
    coalesce(told.entity_id, before.entity_id) AS entity_id,
    coalesce(told.article_total <= $telling, FALSE) AS is_now,
    coalesce(before.article_total <= $telling, FALSE) AS was_before,
    (told.name IS DISTINCT FROM before.name) AS is_renamed
FROM (
    SELECT entities.*
    FROM ops.told_entities AS entities
    SEMI JOIN touched_entities AS touched ON entities.entity_id = touched.entity_id
) AS told
FULL JOIN told_before AS before ON told.entity_id = before.entity_id
WHERE
    coalesce(told.entity_type, before.entity_type) = 'organisation'
    AND (told.article_total <= $telling OR before.article_total <= $telling);

-- Who is named where such an organisation is named anew, or no longer.
CREATE OR REPLACE TEMP TABLE reached AS
SELECT entity_id
FROM touched_entities
UNION
SELECT entity_id
FROM renamed
UNION
SELECT beside.entity_id
FROM core.mentions AS beside
SEMI JOIN (
    SELECT mentions.article_id
    FROM core.mentions
    SEMI JOIN (
        SELECT entity_id
        FROM telling
        WHERE is_now <> was_before OR is_renamed
    ) AS turned ON mentions.entity_id = turned.entity_id
    UNION
    SELECT moved.article_id
    FROM moved
    SEMI JOIN telling ON moved.old_id = telling.entity_id OR moved.entity_id = telling.entity_id
    UNION
    SELECT article_id
    FROM dismissed_before
    UNION
    SELECT article_id
    FROM core.dismissed_mentions
) AS near ON beside.article_id = near.article_id
WHERE beside.entity_type IN ('person', 'organisation');

CREATE OR REPLACE TEMP TABLE weighed AS
SELECT alike.*
FROM ops.alike
WHERE
    alike.left_id IN (SELECT reached.entity_id FROM reached)
    OR alike.right_id IN (SELECT reached.entity_id FROM reached);

CREATE OR REPLACE TEMP TABLE named_in AS
SELECT DISTINCT
    mentions.entity_id,
    mentions.article_id
FROM core.mentions
SEMI JOIN (
    SELECT left_id AS entity_id
    FROM weighed
    UNION
    SELECT right_id AS entity_id
    FROM weighed
) AS ends ON mentions.entity_id = ends.entity_id;

CREATE OR REPLACE TEMP TABLE named_with AS
SELECT DISTINCT
    named_in.entity_id,
    bodies.entity_id AS body_id
FROM core.mentions AS bodies
SEMI JOIN (
    SELECT told.entity_id
    FROM ops.told_entities AS told
    WHERE told.entity_type = 'organisation' AND told.article_total <= $telling
) AS telling ON bodies.entity_id = telling.entity_id
INNER JOIN named_in ON bodies.article_id = named_in.article_id;
