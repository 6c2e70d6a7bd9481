-- The columns of every table that a row must fill itself.
SELECT
    columns.schema_name || '.' || columns.table_name AS table_name,
    list(columns.column_name) AS column_names
FROM duckdb_columns() AS columns
WHERE
    columns.database_name = current_database()
    AND NOT columns.is_nullable
    AND columns.column_default IS NULL
GROUP BY ALL;
