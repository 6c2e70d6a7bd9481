"""Who is who over all articles: identities, ids and canonical names.

`resolving` is the way in; nothing here reads text.
"""
