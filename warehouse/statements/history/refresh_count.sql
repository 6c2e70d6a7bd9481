-- How many refreshes a database knows of.
SELECT count(*) AS refresh_count
FROM ops.refreshes;
