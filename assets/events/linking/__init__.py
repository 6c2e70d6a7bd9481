"""Which statements of different articles tell of one event: candidates, comparison, clusters, ids.

`linking` is the way in. What one article states is found in `assets.events.statements`.
"""
