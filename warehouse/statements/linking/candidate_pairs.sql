-- Pairs of statements worth comparing, one of them to be compared anew (`fresh`): those that share a
-- block that is not too large; pairs of one time stand together.
WITH near AS (
    SELECT blocks.*
    FROM ops.event_blocks AS blocks
    SEMI JOIN (
        SELECT every.block
        FROM ops.event_blocks AS every
        SEMI JOIN fresh ON every.statement_id = fresh.statement_id
    ) AS shared ON blocks.block = shared.block
    QUALIFY
        count(*) OVER (PARTITION BY blocks.block)
        BETWEEN 2 AND CASE WHEN blocks.is_day THEN $most_on_a_day ELSE $most_overall END
),

pairs AS (
    SELECT DISTINCT
        least(ones.statement_id, others.statement_id) AS left_id,
        greatest(ones.statement_id, others.statement_id) AS right_id
    FROM near AS ones
    INNER JOIN near AS others ON ones.block = others.block
    SEMI JOIN fresh ON ones.statement_id = fresh.statement_id
    WHERE
        ones.article_id <> others.article_id
        AND (ones.is_day OR NOT (ones.is_dated AND others.is_dated))
)

SELECT
    pairs.left_id,
    pairs.right_id
FROM pairs
INNER JOIN core.event_statements AS statements ON pairs.left_id = statements.statement_id
ORDER BY statements.starts_on, pairs.left_id, pairs.right_id;
