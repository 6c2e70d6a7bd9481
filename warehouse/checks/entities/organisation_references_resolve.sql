-- table: core.organisations
-- severity: error
-- description: parent_id and place_id name entities.
SELECT organisations.entity_id
FROM core.organisations
LEFT JOIN core.organisations AS parents ON organisations.parent_id = parents.entity_id
LEFT JOIN core.places ON organisations.place_id = places.entity_id
WHERE
    (organisations.parent_id IS NOT NULL AND parents.entity_id IS NULL)
    OR (organisations.place_id IS NOT NULL AND places.entity_id IS NULL)
