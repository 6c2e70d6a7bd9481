-- table: reference.judgements
-- severity: warn
-- description: Every judgement on entities names known ids and contradicts no other.
SELECT
    line_no,
    status,
    reason
FROM reference.judgements
WHERE status <> 'applied'
