"""What tells the rows of the core tables apart, for the list of changes that a refresh brings.

The comparison itself is SQL (`statements/refresh/note_changes.sql`). A table of the schema `core`
that is not named here fails a test.
"""

ROW_KEYS: dict[str, tuple[str, ...]] = {
    "core.agreement_parties": ("agreement_id", "entity_id"),
    "core.agreements": ("agreement_id",),
    "core.article_lines": ("article_id", "line_no"),
    "core.articles": ("article_id",),
    "core.date_mentions": ("article_id", "field", "start_char", "end_char"),
    "core.dismissed_mentions": ("mention_id",),
    "core.entities": ("entity_id",),
    "core.entity_aliases": ("entity_id", "alias", "source"),
    "core.event_articles": ("event_id", "article_id"),
    "core.event_links": ("event_id", "left_article_id", "right_article_id"),
    "core.event_participants": (
        "event_id",
        "entity_id",
        "part",
        "article_id",
        "field",
        "start_char",
    ),
    "core.event_statements": ("statement_id",),
    "core.events": ("event_id",),
    "core.mentions": ("mention_id",),
    "core.merge_candidates": ("left_id", "right_id"),
    "core.official_documents": ("entity_id",),
    "core.organisations": ("entity_id",),
    "core.outlets": ("outlet_id",),
    "core.persons": ("entity_id",),
    "core.places": ("entity_id",),
    "core.redirects": ("old_id", "entity_id"),
    "core.roles": ("person_id", "article_id", "field", "start_char", "person_start"),
    "core.shared_names": ("entity_id",),
    "core.similar_articles": ("article_id", "other_id"),
}

# The large tables: stages note in `ops.changed_articles` which articles they touched, so only the
# rows of those are compared.
OF_ARTICLES = frozenset(
    {"core.article_lines", "core.articles", "core.event_participants", "core.mentions"}
)
