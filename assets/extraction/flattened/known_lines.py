"""What other pages of an outlet tell of a page's lines: furniture recurs, teasers are headlines.

Evidence, not a verdict: paragraphs of background recur in articles too, so a recurring sentence is
only kept from beginning or ending the text, and a long paragraph hardly loses. Which lines recur
is found in the warehouse (`assets.extraction.repetition`).
"""

from collections.abc import Sequence

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence, is_prose
from assets.extraction.repetition import KnownLines, key_of

REPEATED = "stands on other pages of the outlet"
OTHER_TITLE = "headline of another article of the outlet"
_LONG = 25
_SENTENCE = 8
_VERSIONS = 0.5


def mark_known(lines: Sequence[PageLine], found: Sequence[Evidence], known: KnownLines) -> None:
    """Lower lines that recur on the outlet's pages or are headlines of its other articles.

    Where half of the paragraphs recur, the other pages are versions of this article, and tell
    nothing of it.
    """
    if not known.repeated and not known.titles:
        return
    keys = {line.index: key_of(line.key) for line in lines if line.key}
    prose = [line for line in lines if is_prose(line) and found[line.index].score > 0]
    recurring = sum(keys.get(line.index) in known.repeated for line in prose)
    if recurring > _VERSIONS * len(prose):
        return
    for index, key in keys.items():
        line, one = lines[index], found[index]
        if one.role is not None or one.date is not None:
            continue
        if key in known.titles and not is_prose(line):
            one.score, one.reason = min(one.score, -2.5), OTHER_TITLE
        elif key in known.repeated:
            _lower(line, one)


def _lower(line: PageLine, one: Evidence) -> None:
    if line.full_stop and line.words < _SENTENCE:
        return
    cost = 1.5 if line.words >= _LONG else 2.5 if line.full_stop else 1.5
    one.score, one.reason = one.score - cost, REPEATED
