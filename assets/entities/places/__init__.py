"""Places in one article: countries, units and other places, and what a name means there.

`finding` is the way in.
"""
