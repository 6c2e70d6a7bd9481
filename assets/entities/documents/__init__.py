"""Official documents cited in one article: kind, number, issuer, date, later short forms.

`finding` is the way in.
"""
