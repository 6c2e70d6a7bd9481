"""Publication: closing the refresh and putting its result in the readers' place.

The copy and the atomic exchange are in `warehouse.publishing`; this room decides when, and checks
that readers can open what was published.
"""
