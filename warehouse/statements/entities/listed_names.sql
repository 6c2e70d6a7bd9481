-- The names of reference entities that are settled anew.
SELECT DISTINCT
    mentions.named_id,
    mentions.entity_type,
    mentions.name,
    mentions.entity_id
FROM core.mentions
SEMI JOIN dirty_names ON mentions.named_id = dirty_names.named_id
WHERE mentions.reference_id IS NOT NULL;
