-- table: reference.tables
-- severity: error
-- description: A succession leads from a unit that ended to one of its level or below that began.
SELECT
    successions.unit_id,
    successions.successor_id
FROM reference.unit_successions AS successions
LEFT JOIN reference.administrative_units AS olds ON successions.unit_id = olds.entity_id
LEFT JOIN reference.administrative_units AS news ON successions.successor_id = news.entity_id
WHERE
    olds.valid_to IS NULL
    OR news.entity_id IS NULL
    OR coalesce(news.valid_to < successions.happened_on, FALSE)
