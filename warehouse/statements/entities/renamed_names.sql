-- The names to be compared with others.
SELECT
    entities.entity_id,
    entities.entity_type,
    entities.name,
    organisations.place_id,
    organisations.parent_id
FROM core.entities
SEMI JOIN renamed ON entities.entity_id = renamed.entity_id
LEFT JOIN core.organisations ON entities.entity_id = organisations.entity_id
WHERE entities.entity_type IN ('person', 'organisation');
