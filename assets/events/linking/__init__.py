"""Which statements of different articles tell of one event: candidates, comparison, clusters, ids.

`renewal` brings up to date what hangs together, `regions` links it anew; `linking` decides. What
one article states is found in `assets.events.statements`.
"""
