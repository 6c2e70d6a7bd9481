-- The entities whose type and name others have too, among names that a change touched.
CREATE OR REPLACE TEMP TABLE touched_names AS
SELECT
    entity_type,
    name
FROM replaced_entities
UNION
SELECT
    entity_type,
    name
FROM added_entities
UNION
SELECT
    entities.entity_type,
    entities.name
FROM core.entities
SEMI JOIN (
    SELECT entity_id
    FROM rewritten
    UNION ALL
    SELECT entity_id
    FROM touched_entities
) AS changed ON entities.entity_id = changed.entity_id;

DELETE FROM core.shared_names
WHERE EXISTS (
    SELECT 1
    FROM touched_names
    WHERE
        touched_names.entity_type = shared_names.entity_type
        AND touched_names.name = shared_names.name
);

CREATE OR REPLACE TEMP TABLE sharing AS
SELECT entities.entity_id
FROM core.entities
SEMI JOIN (
    SELECT
        namesakes.entity_type,
        namesakes.name
    FROM core.entities AS namesakes
    SEMI JOIN touched_names
        ON
            namesakes.entity_type = touched_names.entity_type
            AND namesakes.name = touched_names.name
    GROUP BY ALL
    HAVING count(*) > 1
) AS shared
    ON entities.entity_type = shared.entity_type AND entities.name = shared.name;
