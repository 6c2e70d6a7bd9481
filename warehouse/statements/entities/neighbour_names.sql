-- The names that those to be compared may be alike to.
SELECT
    entities.entity_id,
    entities.entity_type,
    entities.name,
    organisations.place_id,
    organisations.parent_id
FROM core.entities
SEMI JOIN neighbours ON entities.entity_id = neighbours.entity_id
LEFT JOIN core.organisations ON entities.entity_id = organisations.entity_id;
