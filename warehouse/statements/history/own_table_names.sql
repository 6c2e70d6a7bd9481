-- The tables of a database, with their schemas.
SELECT schema_name || '.' || table_name AS table_name
FROM duckdb_tables()
ORDER BY ALL;
