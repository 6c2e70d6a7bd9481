"""The countries of which one article speaks: how often, through which bodies, and where.

Whose a single body is, is decided in `nations`.
"""

from bisect import bisect_left
from collections import Counter
from itertools import chain

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import VIETNAM, OrganisationForms
from assets.entities.organisations.people import ABROAD, OfficeHolders
from assets.entities.records import Field, Observation

# Only Viet Nam has bodies of these kinds under their Vietnamese names.
_OURS = frozenset(("front", "council", "union"))
# An article is about another country that it names so often, and so many times our own.
_OFTEN = 2
_FAR_MORE = 6
# So many names of other countries tell it without a body or an office of them.
_SURELY = 6
# A body of its state tells so much more of a country than its name alone.
_STATE_WEIGHT = 3
# So much more does a Vietnamese office-holder tell of our own.
_PERSON_WEIGHT = 2


class ArticleLands:
    """The countries that one article names; `named` are those other than Viet Nam.

    `holders` are the people beside the bodies of each field; empty where no other country is named.
    """

    def __init__(
        self,
        forms: OrganisationForms,
        readers: dict[Field, FieldReader],
        parsed: dict[Field, list[Parsed]],
    ) -> None:
        self._forms = forms
        self._lands: dict[Field, list[tuple[int, str]]] = {}
        counts: Counter[str] = Counter()
        for field, reader in readers.items():
            here = [(place.start_char, self._country(place)) for place in reader.all_places]
            self._lands[field] = [(start, land) for start, land in here if land is not None]
            counts.update(land for _, land in self._lands[field])
        self._ours = counts.pop(VIETNAM, 0)
        # A headline tells twice as much.
        self._often = counts.total() + any(
            land != VIETNAM for _, land in self._lands.get("title", ())
        )
        self._counts = counts
        self.named = frozenset(counts)
        self.told = _told_abroad(forms, readers, parsed)
        chinese = not forms.chinese.isdisjoint(counts)
        self.holders = {
            field: OfficeHolders(reader, parsed[field], chinese=chinese)
            for field, reader in readers.items()
            if counts
        }
        self._acts = bool(counts) and self._weigh(readers, parsed)

    def _country(self, place: Observation) -> str | None:
        found = self._forms.country_of(place.reference_id or place.place_id)
        if found is None and place.reference_id is None and place.place_id is None:
            generic = place.surface[:1].islower() and "tỉnh" not in place.surface
            return VIETNAM if generic else None
        return found

    def _weigh(self, readers: dict[Field, FieldReader], parsed: dict[Field, list[Parsed]]) -> bool:
        """Count bodies and people too; tells whether another country's state acts here."""
        states = [state_of(self._forms, item) for item in chain.from_iterable(parsed.values())]
        people = [side for holders in self.holders.values() for side in holders.sides()]
        for field, items in parsed.items():
            self._ours += sum(self._is_ours(field, item) for item in items)
        self._ours = self._ours or _PERSON_WEIGHT * people.count(VIETNAM)
        self._counts.update(land for land in _STATE_WEIGHT * states if land in self.named)
        if self._often >= _SURELY or ABROAD in people or not self.named.isdisjoint(states):
            return True
        return any(
            reader.country_office(place)
            for reader in readers.values()
            for place in reader.all_places
        )

    def _is_ours(self, field: Field, item: Parsed) -> bool:
        """Tell whether a body tells that the article speaks of Viet Nam."""
        if item.body is None or item.place is not None:
            return False
        ours = item.body.kind in _OURS or (item.local and item.body.kind == "government")
        committee = item.body.kind == "assembly" and item.body.parent_id is not None
        return ours or committee or self.holders[field].of(item) == VIETNAM

    @property
    def main(self) -> str:
        """The other country that the article names most often, `ABROAD` for none."""
        ranked = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return ranked[0][0] if ranked else ABROAD

    @property
    def main_alone(self) -> str:
        """`main` where two thirds of what the article says of others is of it, else `ABROAD`."""
        clear = 3 * self._counts[self.main] >= 2 * self._counts.total()
        return self.main if clear else ABROAD

    def abroad_before(self, body_id: str, field: Field, position: int) -> str | None:
        """Return the country with which a body stood before, where no other and not ours is."""
        land, first = self.told.get(body_id, ("", 0))
        before = field == "title" or first < position
        return land if land and before and not self._ours else None

    def may_be_others(self, body_id: str) -> bool:
        """Tell whether a body may stand for another country's that the article told of itself.

        Not where its name with a country follows only later, unless the article is full of others.
        """
        return body_id not in self.told or self._often >= _SURELY

    def others_before(self, field: Field, position: int) -> bool:
        """Tell whether another country is named before `position` of a field."""
        return any(land != VIETNAM and start < position for start, land in self._lands[field])

    def nearest(self, reader: FieldReader, field: Field, position: int) -> str:
        """Return the other country that is meant at `position`, `ABROAD` when it is not certain.

        The only one of the sentence so far, else the article's main one, else the last named.
        """
        before = [
            (start, land)
            for start, land in self._lands[field]
            if land != VIETNAM and start < position
        ]
        stop = _sentence_start(reader, position)
        here = {land for start, land in before if start >= stop}
        if len(here) == 1:
            return here.pop()
        return self.main_alone or (before[-1][1] if before else ABROAD)

    def is_about_others(self, reader: FieldReader, field: Field, position: int) -> bool:
        """Tell whether the article is about other countries, as far as it is at `position`."""
        if self._often < max(_OFTEN, _FAR_MORE * self._ours) or not self._acts:
            return False
        lands = self._lands[field]
        titled = field == "title" or bool(self._lands.get("title"))
        # Bodies of both sides stand in one sentence: "Bộ Nông nghiệp Lào và | Bộ Tài chính".
        before = position if self._often >= _SURELY else _sentence_start(reader, position)
        if not titled and not any(start < before for start, _ in lands):
            return False
        first = reader.text.rfind("\n", 0, position) + 1
        last = reader.text.find("\n", position)
        near = lands[bisect_left(lands, (first, "")) :]
        return not any(land == VIETNAM for start, land in near if last < 0 or start < last)


def _sentence_start(reader: FieldReader, position: int) -> int:
    """Return about where the sentence or clause at `position` of a field begins."""
    return max(reader.text.rfind(mark, 0, position) for mark in (". ", "\n", "; ")) + 1


def state_of(forms: OrganisationForms, item: Parsed) -> str | None:
    """Return the country of whose state a body is, None for other bodies."""
    if item.place is not None and item.kind != "embassy":
        return forms.country_of(item.place.reference_id)
    if item.body is not None and item.body.kind == "foreign":
        return item.body.place_id
    return None


def _told_abroad(
    forms: OrganisationForms, readers: dict[Field, FieldReader], parsed: dict[Field, list[Parsed]]
) -> dict[str, tuple[str, int]]:
    """Return the national bodies that stand with one other country, with that country.

    The number is where in the text they first do so, -1 in the title.
    """
    told: dict[str, dict[str, int]] = {}
    for field, items in parsed.items():
        for item in items:
            land = state_of(forms, item) if item.kind == "foreign" else None
            if land is not None and item.body is not None:
                start = readers[field].words[item.start].start if field == "text" else -1
                lands = told.setdefault(item.body.entity_id, {})
                lands[land] = min(start, lands.get(land, start))
    return {body: next(iter(lands.items())) for body, lands in told.items() if len(lands) == 1}
