"""Events that one article states: what happened, when, where, and who took part.

`finding` is the way in. Whether two articles tell of one event is decided in
`assets.events.linking`.
"""
