-- table: core.shared_names
-- severity: error
-- description: What is said on a shared name is said of an entity of that name.
SELECT shared.entity_id
FROM core.shared_names AS shared
LEFT JOIN core.entities ON shared.entity_id = entities.entity_id
WHERE entities.name IS DISTINCT FROM shared.name;
