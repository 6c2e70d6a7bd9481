-- The bodies whose full names tell a place, for those of the same name to be settled without one.
SELECT DISTINCT
    placed.unplaced_id,
    mentions.named_id
FROM core.mentions
INNER JOIN ops.placed_names AS placed
    ON mentions.name = placed.name AND mentions.place_id = placed.place_id
SEMI JOIN dirty_names ON placed.unplaced_id = dirty_names.named_id
WHERE mentions.entity_type = 'organisation';
