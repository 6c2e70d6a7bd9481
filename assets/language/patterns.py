"""Building blocks of patterns that are looked for all through a text.

Only how alternatives are written so that a search is quick; what is looked for is told by those
who look.
"""

import re
from collections.abc import Iterable


def any_case(words: Iterable[str]) -> str:
    """Return a pattern for any of `words` in whatever case; of those that fit, the first.

    Words that begin alike stand together behind their first letter: one look at a letter then
    passes over most of a text, where plain alternatives would be tried one after another.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0].lower(), []).append(re.escape(word[1:]))
    groups = (
        f"(?-i:[{letter}{letter.upper()}])(?i:{'|'.join(rest)})" for letter, rest in rests.items()
    )
    return f"(?:{'|'.join(groups) or '(?!)'})"


def holds_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether any of `words`, which are in lower case, stands in `text` in whatever case.

    A cheap look before a pattern that needs one of them: most paragraphs hold none.
    """
    lowered = text.lower()
    return any(word in lowered for word in words)
