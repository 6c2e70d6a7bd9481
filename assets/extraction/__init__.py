"""Reading pages: from the decoded text of a capture to an article and its lines.

Pure readers for flattened text and HTML, metadata (title, date, authors, outlet, section), and the
thin Dagster asset. What does not belong here: bytes and encodings (`assets.intake`), names and
dates inside the text (`assets.entities`, `assets.events`).
"""
