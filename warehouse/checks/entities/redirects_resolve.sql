-- table: core.redirects
-- severity: error
-- description: A redirect leads from an id that is no entity's to an entity, once.
SELECT
    redirects.old_id,
    redirects.entity_id
FROM core.redirects
LEFT JOIN core.entities AS old_entities ON redirects.old_id = old_entities.entity_id
LEFT JOIN core.entities ON redirects.entity_id = entities.entity_id
GROUP BY redirects.old_id, redirects.entity_id
HAVING
    count(old_entities.entity_id) > 0
    OR (redirects.entity_id IS NOT NULL AND count(entities.entity_id) = 0)
    OR count(*) > 1
