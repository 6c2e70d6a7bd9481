-- What entities refer to that is not there.
WITH referred AS (
    SELECT parent_id AS entity_id FROM referring
    UNION
    SELECT place_id AS entity_id FROM referring
    UNION
    SELECT issuer_id AS entity_id FROM referring
)

SELECT referred.entity_id
FROM referred
ANTI JOIN referring ON referred.entity_id = referring.entity_id
WHERE referred.entity_id IS NOT NULL;
