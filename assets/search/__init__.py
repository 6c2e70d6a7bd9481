"""Search: the inverted index that `search_articles` asks.

Data comes from the texts of extraction and goes to the tables of the schema `search`. The ranking
is SQL (`warehouse/marts/search_articles.sql`), so that any DuckDB client has it, with no extension.
"""
