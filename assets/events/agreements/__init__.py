"""Agreements that an article states as signed: memoranda, treaties, contracts, twinnings.

`finding` is the way in.
"""
