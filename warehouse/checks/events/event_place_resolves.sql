-- table: core.events
-- severity: error
-- description: Every event's place is a place.
SELECT events.event_id
FROM core.events
LEFT JOIN core.places ON events.place_id = places.entity_id
WHERE events.place_id IS NOT NULL AND places.entity_id IS NULL
