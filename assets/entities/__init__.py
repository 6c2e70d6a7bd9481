"""Entities: finding persons, organisations, places and official documents, and who is who.

Recognition works on one article at a time (`recognition`), resolution on all of them. What does
not belong here: dates, roles and events (`assets.events`); lists of names (`assets.reference`).
"""
