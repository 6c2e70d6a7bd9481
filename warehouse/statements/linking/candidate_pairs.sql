-- Statements with those worth comparing with each, one of two to be compared anew (`fresh`): those
-- that share a block that is not too large; statements of one time stand together. Pairs are many, so
-- statements and articles go by numbers until each pair stands once, under its smaller id.
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
        CASE WHEN ones.statement_id < others.statement_id THEN ones.number ELSE others.number END
            AS left_number,
        greatest(ones.statement_id, others.statement_id) AS right_id
    FROM pairs
    INNER JOIN numbered AS ones ON pairs.one = ones.number
    INNER JOIN numbered AS others ON pairs.other = others.number
),

grouped AS (
    SELECT
        named.left_number,
        list(named.right_id ORDER BY named.right_id) AS right_ids
    FROM named
    GROUP BY named.left_number
)

SELECT
    lefts.statement_id AS left_id,
    grouped.right_ids
FROM grouped
INNER JOIN numbered AS lefts ON grouped.left_number = lefts.number
ORDER BY lefts.starts_on, left_id;
