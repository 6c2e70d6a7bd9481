-- How many tables a database holds, and whether the log of our refreshes is one of them.
SELECT
    count(*) AS table_count,
    count(*) FILTER (WHERE schema_name = 'ops' AND table_name = 'refreshes') AS own_count
FROM duckdb_tables();
