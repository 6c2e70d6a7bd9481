"""Organisations in one article: reference bodies, grammar of names, memory of the article.

`finding` is the way in. Which of them are one over all articles, `assets.entities.resolution` says.
"""
