"""Whose a national body is that is named without its country: "Bộ Tài chính nước này".

Told by the words after it, by the person whose office it is, by the side whose delegation is
listed, else by what the whole article is about (`lands`). Bodies named with their country are read
in `bodies`.
"""

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.forms import VIETNAM, OrganisationForms
from assets.entities.organisations.lands import ArticleLands, state_of
from assets.entities.organisations.people import ABROAD
from assets.entities.records import Field, Observation
from assets.reference.records import Body

# Bodies of these kinds are other countries' too when the whole article is about such a country.
_OF_ANY_STATE = frozenset(
    ("government", "assembly", "ministry", "court", "procuracy", "armed_forces", "police",
     "agency", "state")
)  # fmt: skip
# Bodies of these kinds stand in one list with the government of their country.
_LISTED = frozenset(("party", "state"))
_SIDE_WORDS = 80
_WITH = frozenset(("với", "cùng"))
_SENTENCE_ENDS = frozenset(".;!?\n")


class Nations:
    """Tells whose the national and local bodies of one article are."""

    def __init__(
        self,
        forms: OrganisationForms,
        readers: dict[Field, FieldReader],
        parsed: dict[Field, list[Parsed]],
    ) -> None:
        self._forms = forms
        self._lands = ArticleLands(forms, readers, parsed)
        # The countries of the bodies abroad by the words at which they begin.
        self._states = {
            field: {item.start: state_of(forms, item) for item in items if item.kind == "foreign"}
            for field, items in parsed.items()
        }
        # The words at which bodies abroad end whose name with a country begins like ours.
        self._alike = {
            field: {item.end: item.body.entity_id for item in items
                    if item.kind == "foreign" and item.body is not None}
            for field, items in parsed.items()
        }  # fmt: skip

    @property
    def main(self) -> str:
        """The other country that the article names most often, "" for none."""
        return self._lands.main

    def nearest(self, reader: FieldReader, field: Field, position: int) -> str:
        """Return the other country that is meant at `position`, "" when it is not certain."""
        return self._lands.nearest(reader, field, position)

    def country_of(self, reader: FieldReader, field: Field, item: Parsed) -> str:
        """Return the id of the country whose body `item` is, "" when it is not told which.

        `item` is the name of a national body without a country.
        """
        if not self._lands.named or item.body is None:
            return VIETNAM
        start = reader.words[item.start].start
        told = self._said_after(reader, item)
        if told is None:
            told = self._said_of_next(reader, field, item)
        if told is None:
            told = self._lands.holders[field].of(item)
        if told is None:
            told = self._side(reader, item)
        if told is not None:
            return told or self._lands.nearest(reader, field, start)
        if item.body.kind not in _OF_ANY_STATE:
            return VIETNAM
        if self._faces_its_like(reader, field, item):
            return VIETNAM
        known = self._lands.abroad_before(item.body.entity_id, field, start)
        if (
            known is None
            and self._lands.may_be_others(item.body.entity_id)
            and self._lands.is_about_others(reader, field, start)
        ):
            known = self._lands.main_alone
        return VIETNAM if known is None else known

    def holder_is_abroad(self, reader: FieldReader, field: Field, item: Parsed) -> bool:
        """Tell whether a local body is that of an office-holder of another country."""
        if not self._lands.named:
            return False
        told = self._lands.holders[field].of(item)
        if told is None:
            told = self._side(reader, item)
        return told not in (None, VIETNAM)

    def region_near(self, reader: FieldReader, item: Parsed) -> Observation | None:
        """Return the part of another country that is named last before `item`.

        Where none is, the first behind it in the same sentence.
        """
        position = reader.words[item.start].start
        parts = [
            place
            for place in reader.all_places
            if place.reference_id not in self._forms.countries
            and self._forms.is_abroad(place.reference_id)
        ]
        before = [place for place in parts if place.start_char < position]
        if before:
            return before[-1]
        stop = _sentence_end(reader, item)
        return next((place for place in parts if place.start_char < stop), None)

    def is_of_others(self, field: Field, position: int, body: Body) -> bool:
        """Tell whether a name that parties abroad share is not that of the country of `body`.

        "Đảng Dân chủ" in an article that speaks of the Republic of Korea alone.
        """
        if body.place_id is None or body.place_id in self._lands.named:
            return False
        return self._lands.others_before(field, position)

    def _said_after(self, reader: FieldReader, item: Parsed) -> str | None:
        """Return the country after the name: "của Thái Lan", "nước này"; None for none."""
        words, end = reader.words, item.end
        if end + 1 < len(words) and words[end].key == "mới":
            end += 1
        if end < len(words) and words[end].key == "của":
            end += 1
            found = reader.place_at(end)
            if found is not None:
                return self._forms.country_of(found[1].reference_id)
        for length in (3, 2):
            phrase = " ".join(word.key for word in words[end : end + length])
            if phrase in self._forms.other_countries:
                return ABROAD
        return None

    def _said_of_next(self, reader: FieldReader, field: Field, item: Parsed) -> str | None:
        """Return the country that the next body tells: "Trung ương Đảng, Chính phủ Lào"."""
        if item.body is None or item.body.kind not in _LISTED or item.end >= len(reader.words):
            return None
        listed = reader.words[item.end].key == ","
        return self._states[field].get(item.end + 1) if listed else None

    def _faces_its_like(self, reader: FieldReader, field: Field, item: Parsed) -> bool:
        """Tell whether a body abroad deals with its counterpart here.

        "Thanh tra Chính phủ Lào ... làm việc với | Thanh tra Chính phủ", in one sentence.
        """
        words, at = reader.words, item.start
        if item.body is None or at == 0 or words[at - 1].key not in _WITH:
            return False
        while at > 0 and words[at - 1].key not in _SENTENCE_ENDS:
            if self._alike[field].get(at) == item.body.entity_id:
                return True
            at -= 1
        return False

    def _side(self, reader: FieldReader, item: Parsed) -> str | None:
        """Return the side whose people are listed: "Về phía Lào có ..., Bộ trưởng Bộ Tài chính"."""
        words = reader.words
        if reader.title_before(item.start) is None and item.start not in reader.title_ends:
            return None
        for at in range(item.start - 1, max(item.start - _SIDE_WORDS, 0), -1):
            if words[at].key == "\n":
                return None
            if words[at].key != "phía":
                continue
            found = reader.place_at(at + 1)
            end = found[0] if found is not None else at + 2
            if not {"có", "gồm"} & {word.key for word in words[end : end + 3]}:
                continue
            if found is not None:
                return self._forms.country_of(found[1].reference_id)
            return {"bạn": ABROAD, "ta": VIETNAM}.get(words[at + 1].key)
        return None


def _sentence_end(reader: FieldReader, item: Parsed) -> int:
    """Return the offset at which the sentence of a name ends."""
    words, last = reader.words, item.end
    while last < len(words) and words[last].key not in _SENTENCE_ENDS:
        last += 1
    return words[last - 1].end
