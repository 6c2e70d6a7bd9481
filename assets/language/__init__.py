"""The Vietnamese language as code: folding, tone placement, sentences, dates.

Pure functions on strings that know nothing of articles or entities. Lists of words that a user
might extend belong in `assets.reference`, not here.
"""
