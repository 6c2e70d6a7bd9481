-- table: core.entities
-- severity: error
-- description: No two entities of one type share a canonical name without a recorded reason.
WITH sharing AS (
    SELECT
        entity_id,
        entity_type,
        name
    FROM core.entities
    QUALIFY count(*) OVER (PARTITION BY entity_type, name) > 1
)

SELECT
    sharing.entity_type,
    sharing.name,
    sharing.entity_id
FROM sharing
ANTI JOIN core.shared_names AS known
    ON
        sharing.entity_id = known.entity_id
        AND sharing.name = known.name
