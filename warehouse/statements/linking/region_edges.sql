-- The edges within the region.
SELECT
    edges.left_id,
    edges.right_id,
    edges.kind
FROM ops.event_edges AS edges
SEMI JOIN region ON edges.left_id = region.statement_id
ORDER BY edges.left_id, edges.right_id, edges.kind;
