-- The statements to be linked anew.
SELECT statement_id
FROM region
ORDER BY statement_id;
