"""What the reference lists at the words of one text: titles, heads of names, known bodies.

Many rules ask after the same words, so the tries are asked once for each text. What stands round a
listed form is read in `grammar`.
"""

from dataclasses import dataclass
from functools import lru_cache

from assets.entities.abbreviations import Word, bracketed
from assets.entities.organisations.forms import BodyForm, OrganisationForms
from assets.reference.records import OrganisationHead, Title


@dataclass(frozen=True, slots=True)
class ListedForms:
    """The words of a text and the listed forms that begin at them, by the index of their first.

    A form is told by the index after its last word; of `titles` and `bodies` the longest come
    first. `heads` are those that make names, `no_bodies` words that only look like one. `brackets`
    are the short forms in brackets (`bracketed`), `openings` all words at which anything begins.
    Not to be changed: finders share it.
    """

    words: list[Word]
    brackets: dict[int, int]
    titles: dict[int, list[tuple[int, list[Title]]]]
    bodies: dict[int, list[tuple[int, list[BodyForm]]]]
    heads: dict[int, tuple[int, OrganisationHead]]
    no_bodies: dict[int, int]
    openings: frozenset[int]


# Title and text of an article, which several finders read one after another.
@lru_cache(maxsize=4)
def listed_forms(forms: OrganisationForms, text: str) -> ListedForms:
    """Return the words of `text` with all that is listed at them."""
    words = forms.reader.read(text)
    brackets = bracketed(words, text)
    titles: dict[int, list[tuple[int, list[Title]]]] = {}
    bodies: dict[int, list[tuple[int, list[BodyForm]]]] = {}
    heads: dict[int, tuple[int, OrganisationHead]] = {}
    no_bodies: dict[int, int] = {}
    for at, word in enumerate(words):
        following = forms.openings.get(word.key)
        if following is None:
            continue
        after = words[at + 1].key if at + 1 < len(words) else ""
        if not ("" in following or after in following or at + 1 in brackets):
            continue
        if found := forms.titles.find(words, at, {}):
            titles[at] = found
        if found := forms.bodies.find(words, at, brackets):
            bodies[at] = found
        if forms.heads.find(words, at, {}):
            if (head := forms.head_at(words, at)) is not None:
                heads[at] = head
            if end := forms.no_body_end(words, at):
                no_bodies[at] = end
    openings = frozenset((*titles, *bodies, *heads, *no_bodies))
    return ListedForms(words, brackets, titles, bodies, heads, no_bodies, openings)
