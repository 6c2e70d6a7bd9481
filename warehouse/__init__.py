"""The DuckDB side: schema, marts, checks and statements as `.sql` files, connections, publishing.

`schema/` creates the contract's tables with their comments, `marts/` the views for analysts,
`checks/` queries that return failing rows, `statements/` what the stages run. What does not belong
here: rules about pages, names or dates (`assets`), and Dagster (`assets/*/asset.py`, `pipelines`).
"""
