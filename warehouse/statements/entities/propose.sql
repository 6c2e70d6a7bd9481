-- Puts in what is proposed, where that differs.
DELETE FROM core.merge_candidates
WHERE
    NOT EXISTS (
        SELECT 1
        FROM ops.alike
        WHERE
            alike.left_id = merge_candidates.left_id
            AND alike.right_id = merge_candidates.right_id
    )
    OR (
        EXISTS (
            SELECT 1
            FROM weighed
            WHERE
                weighed.left_id = merge_candidates.left_id
                AND weighed.right_id = merge_candidates.right_id
        )
        AND NOT EXISTS (
            SELECT 1
            FROM new_candidates AS new
            WHERE
                new.left_id = merge_candidates.left_id
                AND new.right_id = merge_candidates.right_id
                AND new.score = merge_candidates.score
                AND new.evidence = merge_candidates.evidence
        )
    );

INSERT INTO core.merge_candidates BY NAME
SELECT new.*
FROM new_candidates AS new
ANTI JOIN core.merge_candidates AS known
    ON new.left_id = known.left_id AND new.right_id = known.right_id;
