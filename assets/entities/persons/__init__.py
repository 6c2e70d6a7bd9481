"""Persons in one article: names by title, surname and context, and their later short forms.

`finding` is the way in. Titles as facts are for `assets.events`.
"""
