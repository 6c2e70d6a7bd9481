-- Puts the edges of the statements that were compared anew (`new_edges`) in the place of the old
-- ones. `region`: all statements that hang together with them by an edge, old or new.
CREATE OR REPLACE TEMPORARY TABLE old_edges AS
SELECT edges.*
FROM ops.event_edges AS edges
WHERE
    edges.kind = 'judged'
    OR edges.left_id IN (SELECT stale.statement_id FROM stale)
    OR edges.right_id IN (SELECT stale.statement_id FROM stale)
    OR edges.left_id IN (SELECT gone.statement_id FROM gone)
    OR edges.right_id IN (SELECT gone.statement_id FROM gone)
    OR (
        edges.kind = 'alike'
        AND (
            edges.left_id IN (SELECT crowded.statement_id FROM crowded)
            OR edges.right_id IN (SELECT crowded.statement_id FROM crowded)
        )
    );

DELETE FROM ops.event_edges
WHERE (left_id, right_id, kind) IN (
    SELECT
        old_edges.left_id,
        old_edges.right_id,
        old_edges.kind
    FROM old_edges
);

INSERT INTO ops.event_edges BY NAME
SELECT *
FROM new_edges;

CREATE OR REPLACE TEMPORARY TABLE region AS
WITH RECURSIVE both_ways AS (
    SELECT
        left_id AS one_id,
        right_id AS other_id
    FROM ops.event_edges
    UNION ALL
    SELECT
        right_id AS one_id,
        left_id AS other_id
    FROM ops.event_edges
),

reached AS (
    SELECT seeds.statement_id
    FROM (
        SELECT fresh.statement_id
        FROM fresh
        UNION
        SELECT old_edges.left_id AS statement_id
        FROM old_edges
        UNION
        SELECT old_edges.right_id AS statement_id
        FROM old_edges
        UNION
        SELECT new_edges.left_id AS statement_id
        FROM new_edges
        UNION
        SELECT new_edges.right_id AS statement_id
        FROM new_edges
    ) AS seeds
    ANTI JOIN gone ON seeds.statement_id = gone.statement_id
    UNION
    SELECT both_ways.other_id AS statement_id
    FROM reached
    INNER JOIN both_ways ON reached.statement_id = both_ways.one_id
)

SELECT statement_id
FROM reached;

-- Events that no statement outside the region tells of: the region tells them anew.
CREATE OR REPLACE TEMPORARY TABLE loose_events AS
SELECT events.event_id
FROM core.events
ANTI JOIN (
    SELECT statements.event_id
    FROM core.event_statements AS statements
    ANTI JOIN region ON statements.statement_id = region.statement_id
) AS outside ON events.event_id = outside.event_id;
