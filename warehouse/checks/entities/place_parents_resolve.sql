-- table: core.places
-- severity: error
-- description: parent_id names a place.
SELECT places.entity_id
FROM core.places
LEFT JOIN core.places AS parents ON places.parent_id = parents.entity_id
WHERE places.parent_id IS NOT NULL AND parents.entity_id IS NULL
