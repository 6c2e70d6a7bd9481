-- table: reference.tables
-- severity: error
-- description: Every body's parent is a body, and its place a place.
WITH known_places AS (
    SELECT entity_id FROM reference.countries
    UNION ALL
    SELECT entity_id FROM reference.places
    UNION ALL
    SELECT entity_id FROM reference.administrative_units
)

SELECT
    bodies.entity_id,
    bodies.parent_id,
    bodies.place_id
FROM reference.bodies
LEFT JOIN reference.bodies AS parents ON bodies.parent_id = parents.entity_id
LEFT JOIN known_places ON bodies.place_id = known_places.entity_id
WHERE
    (bodies.parent_id IS NOT NULL AND parents.entity_id IS NULL)
    OR (bodies.place_id IS NOT NULL AND known_places.entity_id IS NULL)
