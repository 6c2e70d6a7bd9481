-- Pairs of statements worth comparing, one of them to be compared anew (`fresh`): those that share a
-- block that is not too large; pairs of one time stand together. Pairs are many, so statements and
-- articles go by numbers until each pair stands once.
WITH numbered AS (
    SELECT
        statements.rowid AS number,
        min(statements.rowid) OVER (PARTITION BY statements.article_id) AS article,
        statements.statement_id,
        statements.starts_on,
        fresh.statement_id IS NOT NULL AS is_fresh
    FROM core.event_statements AS statements
    LEFT JOIN fresh ON statements.statement_id = fresh.statement_id
),

telling AS (
    SELECT blocks.block
    FROM ops.event_blocks AS blocks
    SEMI JOIN (
        SELECT every.block
        FROM ops.event_blocks AS every
        SEMI JOIN fresh ON every.statement_id = fresh.statement_id
    ) AS shared ON blocks.block = shared.block
    GROUP BY blocks.block
    HAVING
        count(*)
        BETWEEN 2 AND CASE WHEN any_value(blocks.is_day) THEN $most_on_a_day ELSE $most_overall END
),

near AS (
    SELECT
        numbered.number,
        numbered.article,
        numbered.is_fresh,
        blocks.block,
        blocks.is_day,
        blocks.is_dated
    FROM ops.event_blocks AS blocks
    SEMI JOIN telling ON blocks.block = telling.block
    INNER JOIN numbered ON blocks.statement_id = numbered.statement_id
),

pairs AS (
    SELECT DISTINCT
        ones.number AS one,
        others.number AS other
    FROM near AS ones
    INNER JOIN near AS others ON ones.block = others.block
    WHERE
        ones.is_fresh
        AND (NOT others.is_fresh OR ones.number < others.number)
        AND ones.article <> others.article
        AND (ones.is_day OR NOT (ones.is_dated AND others.is_dated))
),

named AS (
    SELECT
        CASE WHEN ones.statement_id < others.statement_id THEN ones ELSE others END AS left_one,
        greatest(ones.statement_id, others.statement_id) AS right_id
    FROM pairs
    INNER JOIN numbered AS ones ON pairs.one = ones.number
    INNER JOIN numbered AS others ON pairs.other = others.number
)

SELECT
    named.left_one.statement_id AS left_id,
    named.right_id
FROM named
ORDER BY named.left_one.starts_on, left_id, named.right_id;
