-- The forms under which an entity is known, those seen most often first.
SELECT
    alias,
    source,
    mention_count
FROM core.entity_aliases
WHERE entity_id = $id
ORDER BY mention_count DESC, alias ASC;
