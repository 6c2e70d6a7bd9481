-- The statements to be compared anew.
SELECT statement_id
FROM stale
ORDER BY statement_id;
