-- What articles define as the short forms by which bodies to be settled are named.
SELECT DISTINCT
    mentions.abbreviation,
    mentions.name,
    mentions.named_id
FROM core.mentions
SEMI JOIN (
    SELECT DISTINCT bodies.name
    FROM core.mentions AS bodies
    SEMI JOIN dirty_names ON bodies.named_id = dirty_names.named_id
    WHERE bodies.entity_type = 'organisation' AND bodies.reference_id IS NULL
) AS wanted
    ON mentions.abbreviation = wanted.name
WHERE mentions.entity_type = 'organisation';
