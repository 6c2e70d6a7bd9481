"""What is known beforehand: countries, bodies, titles, outlets, menu words, as CSV files.

`data/` holds the files a user can extend; `records` one typed row per file; `loading` reads and
validates them. What does not belong here: rules that use the knowledge (they live in the stage
that applies them) and anything learned from the articles.
"""
