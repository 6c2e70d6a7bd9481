-- Puts the blocks of the statements to be compared anew (the shards $blocks, each with the number of
-- its statement in the shards $numbered) in the place of the old ones.
-- `crowded`: other statements of blocks that became too large to tell anything, or are no more so.
CREATE OR REPLACE TEMPORARY TABLE leaving AS
SELECT blocks.*
FROM ops.event_blocks AS blocks
WHERE
    blocks.statement_id IN (SELECT stale.statement_id FROM stale)
    OR blocks.statement_id IN (SELECT gone.statement_id FROM gone);

CREATE OR REPLACE TEMPORARY TABLE crowded AS
WITH touched AS (
    SELECT
        moves.block,
        CASE WHEN any_value(moves.is_day) THEN $most_on_a_day ELSE $most_overall END AS most,
        sum(moves.change) AS change
    FROM (
        SELECT
            leaving.block,
            leaving.is_day,
            -1 AS change
        FROM leaving
        UNION ALL
        SELECT
            new_blocks.block,
            new_blocks.is_day,
            1 AS change
        FROM read_parquet($blocks) AS new_blocks
    ) AS moves
    GROUP BY moves.block
),

crossing AS (
    SELECT touched.block
    FROM touched
    LEFT JOIN ops.event_blocks AS members ON touched.block = members.block
    GROUP BY touched.block, touched.most, touched.change
    HAVING
        (count(members.block) <= touched.most)
        <> (count(members.block) + touched.change <= touched.most)
)

SELECT DISTINCT blocks.statement_id
FROM ops.event_blocks AS blocks
SEMI JOIN crossing ON blocks.block = crossing.block
ANTI JOIN leaving ON blocks.statement_id = leaving.statement_id;

DELETE FROM ops.event_blocks
WHERE statement_id IN (SELECT leaving.statement_id FROM leaving);

INSERT INTO ops.event_blocks BY NAME
SELECT
    numbered.statement_id,
    numbered.article_id,
    new_blocks.block,
    new_blocks.is_day,
    numbered.is_dated
FROM read_parquet($blocks) AS new_blocks
INNER JOIN read_parquet($numbered) AS numbered ON new_blocks.number = numbered.number;

CREATE OR REPLACE TEMPORARY TABLE fresh AS
SELECT stale.statement_id
FROM stale
UNION
SELECT crowded.statement_id
FROM crowded;
