"""Dates in Vietnamese and English text, with what they resolve to.

`finding` is the way in. Date lines of pages are for `assets.extraction`.
"""
