"""The reader of HTML pages: trafilatura for the text, structured data and blocks for the rest.

`reader` is the way in. Date lines, bylines and outlets are in `assets.extraction.metadata`.
"""
