-- table: core.persons
-- severity: error
-- description: The rows are exactly the entities of their type.
SELECT
    subtypes.entity_id AS subtype_id,
    entities.entity_id
FROM core.persons AS subtypes
FULL JOIN (
    SELECT entity_id
    FROM core.entities
    WHERE entity_type = 'person'
) AS entities ON subtypes.entity_id = entities.entity_id
WHERE subtypes.entity_id IS NULL OR entities.entity_id IS NULL
