-- Every column of every table and view with the comments, in the order of definition.
WITH relations AS (
    SELECT
        schema_name,
        table_name,
        comment
    FROM duckdb_tables()
    UNION ALL
    SELECT
        schema_name,
        view_name AS table_name,
        comment
    FROM duckdb_views()
    WHERE NOT internal
)

SELECT
    relations.schema_name || '.' || relations.table_name AS table_name,
    relations.comment AS table_comment,
    columns.column_name,
    columns.data_type,
    columns.is_nullable,
    columns.comment
FROM relations
INNER JOIN duckdb_columns() AS columns
    ON
        relations.schema_name = columns.schema_name
        AND relations.table_name = columns.table_name
ORDER BY relations.schema_name, relations.table_name, columns.column_index;
