-- table: reference.tables
-- severity: error
-- description: Every unit lies in a unit or country, and what it merged into is a unit.
WITH known_places AS (
    SELECT entity_id FROM reference.countries
    UNION ALL
    SELECT entity_id FROM reference.administrative_units
)

SELECT
    units.entity_id,
    units.parent_id,
    units.merged_into
FROM reference.administrative_units AS units
LEFT JOIN known_places ON units.parent_id = known_places.entity_id
LEFT JOIN reference.administrative_units AS successors
    ON units.merged_into = successors.entity_id
WHERE
    known_places.entity_id IS NULL
    OR (units.merged_into IS NOT NULL AND successors.entity_id IS NULL)
