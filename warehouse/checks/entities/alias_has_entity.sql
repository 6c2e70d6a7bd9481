-- table: core.entity_aliases
-- severity: error
-- description: Every alias belongs to an entity and stands once for it.
SELECT
    aliases.entity_id,
    aliases.alias
FROM core.entity_aliases AS aliases
LEFT JOIN core.entities ON aliases.entity_id = entities.entity_id
GROUP BY aliases.entity_id, aliases.alias
HAVING count(*) > 1 OR count(entities.entity_id) = 0
