"""How the tests of agreements write articles and read what was found in them.

An organisation stands in <angle brackets>, a place in {braces}, a person in [square brackets].
"""

import datetime as dt

from role_telling import read

from assets.entities.records import ArticleText
from assets.events.agreements.finding import find_agreements
from assets.events.date_mentions import find_date_mentions
from assets.events.roles.finding import find_roles
from assets.reference.records import load_reference

PUBLISHED = dt.date(2024, 10, 20)


def told(
    marked: str, *, published_on: dt.date | None = PUBLISHED, language: str = "vi"
) -> list[str]:
    """Return "kind, date: party + party" for each agreement that a text states as signed.

    The date is written as precise as it is told, "-" when it is not.
    """
    text, observations = read(marked)
    lines = tuple(range(1, text.count("\n") + 2))
    article = ArticleText("a1", None, text, lines, None, published_on, language, None)
    found = []
    reference = load_reference()
    dates = find_date_mentions(article, reference)
    roles = find_roles(article, observations, reference)
    for one in find_agreements(article, observations, dates, roles, reference):
        assert text[one.start_char : one.end_char] == one.surface
        assert one.line_no == 1 + text.count("\n", 0, one.start_char)
        length = {None: 0, "year": 4, "month": 7, "day": 10}[one.date_precision]
        date = str(one.signed_on)[:length] if one.signed_on else "-"
        parties = " + ".join(text[p.start_char : p.end_char] for p in one.parties)
        found.append(f"{one.kind}, {date}: {parties}")
    return found
