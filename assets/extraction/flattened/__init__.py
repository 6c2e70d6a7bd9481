"""The reader of flattened pages: which lines are the article, and what each of the others is.

`reader` is the way in. Date lines, bylines and outlets are in `assets.extraction.metadata`.
"""
