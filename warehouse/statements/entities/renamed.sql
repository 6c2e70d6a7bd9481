-- The persons and organisations whose names are new or other than before.
CREATE OR REPLACE TEMP TABLE renamed AS
SELECT entity_id
FROM replaced_entities
UNION
SELECT entity_id
FROM added_entities
UNION
SELECT entity_id
FROM rewritten;

DELETE FROM renamed
WHERE entity_id IN (
    SELECT replaced.entity_id
    FROM replaced_entities AS replaced
    INNER JOIN added_entities AS added
        ON
            replaced.entity_id = added.entity_id
            AND replaced.name = added.name
    ANTI JOIN rewritten ON replaced.entity_id = rewritten.entity_id
);

DELETE FROM ops.name_keys
WHERE entity_id IN (SELECT renamed.entity_id FROM renamed);

DELETE FROM ops.alike
WHERE
    left_id IN (SELECT renamed.entity_id FROM renamed)
    OR right_id IN (SELECT renamed.entity_id FROM renamed);
