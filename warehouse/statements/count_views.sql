-- How many of our views the database holds: none before the schema was created.
SELECT count(*) AS view_count
FROM duckdb_views()
WHERE schema_name = 'mart';
