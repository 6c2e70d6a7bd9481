"""Offices that an article gives to persons, in words beside or around the name.

`finding` is the way in.
"""
