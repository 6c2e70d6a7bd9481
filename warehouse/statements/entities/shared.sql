-- What may set entities of a shared name apart.
SELECT
    entities.entity_id,
    entities.entity_type,
    entities.name,
    referring.place_id,
    referring.issuer_id,
    told.bearer
FROM core.entities
SEMI JOIN sharing ON entities.entity_id = sharing.entity_id
LEFT JOIN referring ON entities.entity_id = referring.entity_id
LEFT JOIN ops.told_entities AS told ON entities.entity_id = told.entity_id
ORDER BY entities.entity_id;
