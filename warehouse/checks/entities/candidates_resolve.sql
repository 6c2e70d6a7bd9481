-- table: core.merge_candidates
-- severity: error
-- description: Both ids of a candidate name different entities of its type, in order.
SELECT
    candidates.left_id,
    candidates.right_id
FROM core.merge_candidates AS candidates
LEFT JOIN core.entities AS lefts
    ON
        candidates.left_id = lefts.entity_id
        AND candidates.entity_type = lefts.entity_type
LEFT JOIN core.entities AS rights
    ON
        candidates.right_id = rights.entity_id
        AND candidates.entity_type = rights.entity_type
WHERE
    lefts.entity_id IS NULL
    OR rights.entity_id IS NULL
    OR candidates.left_id >= candidates.right_id
