-- The tables of the database `former`, each with its columns.
SELECT
    columns.schema_name || '.' || columns.table_name AS table_name,
    list(columns.column_name) AS column_names
FROM duckdb_columns() AS columns
WHERE columns.database_name = 'former'
GROUP BY ALL;
