-- Entities that may be the same as this one.
SELECT
    candidates.score,
    candidates.evidence,
    entities.entity_id,
    entities.name
FROM core.merge_candidates AS candidates
INNER JOIN core.entities
    ON
        entities.entity_id
        = CASE WHEN candidates.left_id = $id THEN candidates.right_id ELSE candidates.left_id END
WHERE candidates.left_id = $id OR candidates.right_id = $id
ORDER BY candidates.score DESC, entities.entity_id ASC;
