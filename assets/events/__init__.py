"""What happened: dates in the text, offices people held, events and agreements.

Pure functions from article texts and mentions to facts with offsets, and the thin Dagster asset.
What does not belong here: the publication date of a page (`assets.extraction`).
"""
