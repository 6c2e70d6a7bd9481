-- What became of each judgement in the last refresh.
SELECT
    line_no,
    verdict,
    left_id,
    right_id,
    status,
    reason
FROM reference.judgements
ORDER BY line_no;
