"""What the reference lists at the words of one text: titles, heads of names, known bodies.

Many rules ask after the same words, so the tries are asked once for each text. What stands round a
listed form is read in `grammar`.
"""

from dataclasses import dataclass
from functools import lru_cache

from assets.entities.abbreviations import Word, bracketed
from assets.entities.organisations.forms import BODIES, HEADS, TITLES, BodyForm, OrganisationForms
from assets.reference.records import OrganisationHead, Title


@dataclass(frozen=True, slots=True)
class ListedForms:
    """The words of a text and the listed forms that begin at them, by the index of their first.

    A form is told by the index after its last word; of `titles` and `bodies` the longest come
    first. `heads` are those that make names, `no_bodies` words that only look like one. `brackets`
    are the short forms in brackets (`bracketed`), `openings` all words at which anything begins,
    `capitals` the words with a capital in order, `keys` the keys of all words. Not to be changed:
    finders share it.
    """

    words: list[Word]
    keys: list[str]
    brackets: dict[int, int]
    titles: dict[int, list[tuple[int, list[Title]]]]
    bodies: dict[int, list[tuple[int, list[BodyForm]]]]
    heads: dict[int, tuple[int, OrganisationHead]]
    no_bodies: dict[int, int]
    openings: frozenset[int]
    capitals: list[int]


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
    keys = [word.key for word in words]
    for at, following in enumerate(map(forms.openings.get, keys)):
        if following is None:
            continue
        after = keys[at + 1] if at + 1 < len(keys) else ""
        begins = following.get("", 0) | following.get(after, 0)
        if at + 1 in brackets:
            begins |= BODIES  # whose names go on behind a short form
        if begins & TITLES and (found := forms.titles.find(words, at, {})):
            titles[at] = found
        if begins & BODIES and (found := forms.bodies.find(words, at, brackets)):
            bodies[at] = found
        if begins & HEADS and (longest := forms.heads.find(words, at, {})):
            if (head := forms.head_among(words, at, longest)) is not None:
                heads[at] = head
            end, named = longest[0]
            if named[0].tail == "no_body":
                no_bodies[at] = end
    openings = frozenset((*titles, *bodies, *heads, *no_bodies))
    capitals = [at for at, word in enumerate(words) if word.capital]
    return ListedForms(words, keys, brackets, titles, bodies, heads, no_bodies, openings, capitals)
