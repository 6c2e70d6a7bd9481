-- table: core.entities
-- severity: error
-- description: Every entity is mentioned, or another entity refers to it.
WITH referred AS (
    SELECT parent_id AS entity_id FROM core.organisations
    UNION ALL
    SELECT place_id AS entity_id FROM core.organisations
    UNION ALL
    SELECT parent_id AS entity_id FROM core.places
    UNION ALL
    SELECT issuer_id AS entity_id FROM core.official_documents
    UNION ALL
    SELECT mentions.entity_id FROM core.mentions
)

SELECT entities.entity_id
FROM core.entities
ANTI JOIN referred ON entities.entity_id = referred.entity_id
