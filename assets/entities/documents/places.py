"""The place of a local issuing body: named after it, or the only province of the article.

Places are looked for only when a document of a local body asks for one.
"""

import re

from assets.entities.documents.issuers import LocalPlace
from assets.entities.places.finding import find_places
from assets.entities.records import ArticleText, Field, Observation
from assets.reference.records import AdministrativeUnit, Reference

_SPACES = re.compile(r"[ \u00a0]*")
_BARE_UNIT = re.compile(r"[ \u00a0]+(?P<unit>(?i:thành phố|tỉnh|TP))(?!\w|\.?[ \u00a0]*[A-ZĐ])")
_LOWER_BODY = re.compile(
    r"(?:(?:nhân dân|UBND|HĐND)[ \u00a0]+(?i:huyện|quận|xã|phường|thị|đặc khu)|(?:Huyện|Quận|Thị)"
    r"[ \u00a0]+(?:ủy|uỷ))(?!\w)"
)
_PROVINCE_BODY = re.compile(
    r"(?:Thành|Tỉnh)\s+(?:ủy|uỷ)\Z|(?:nhân dân|UBND|HĐND|Đảng bộ)\Z|(?:Thành|Tỉnh)\s+đoàn\Z"
)


class ArticlePlaces:
    """The places of one article, found when first asked for."""

    def __init__(self, article: ArticleText, reference: Reference) -> None:
        self._article = article
        self._reference = reference
        self._found: tuple[Observation, ...] | None = None
        self._units: dict[str, AdministrativeUnit] = {}
        self._by_start: dict[tuple[Field, int], Observation] = {}
        self._province: AdministrativeUnit | None = None

    def _places(self) -> tuple[Observation, ...]:
        if self._found is None:
            self._found = find_places(self._article, self._reference)
            self._by_start = {(p.field, p.start_char): p for p in self._found}
            self._units = {u.entity_id: u for u in self._reference.administrative_units}
            self._province = self._only_province(self._found)
        return self._found

    def at(self, field: Field, text: str, position: int) -> tuple[LocalPlace, int] | None:
        """Return the place named at `position` of a field with its end.

        A bare "tỉnh" or "Thành phố", or nothing after a province's body, stands for the only
        province that the article names; with none or several the answer is None.
        """
        spaces = _SPACES.match(text, position)
        start = spaces.end() if spaces else position
        self._places()
        place = self._by_start.get((field, start))
        if place is not None:
            unit = self._units.get(place.reference_id or "")
            if unit is None:
                return (LocalPlace(place.name, place.name), place.end_char)
            return (_local(unit), place.end_char)
        bare = _BARE_UNIT.match(text, position)
        if bare is None and not _PROVINCE_BODY.search(text, max(0, position - 16), position):
            return None
        province = self._province
        if province is None:
            return None
        word = bare["unit"].lower() if bare else text[max(0, position - 8) : position].lower()
        city = province.prefix == "Thành phố"
        if ("thành" in word or word == "tp") != city and ("thành" in word or "tỉnh" in word):
            return None
        return (_local(province), bare.end() if bare else position)

    def province(self) -> tuple[LocalPlace, bool] | None:
        """Return the only province that the article names, and whether it is a city.

        None also where the article speaks of councils or committees below the province.
        """
        self._places()
        text = f"{self._article.title or ''}\n{self._article.text}"
        if self._province is None or _LOWER_BODY.search(text):
            return None
        return _local(self._province), self._province.prefix == "Thành phố"

    def _only_province(self, found: tuple[Observation, ...]) -> AdministrativeUnit | None:
        ids = {place.reference_id for place in found if place.reference_id in self._units}
        provinces = [self._units[i] for i in ids if i and self._units[i].kind == "province"]
        return provinces[0] if len(provinces) == 1 else None


def _local(unit: AdministrativeUnit) -> LocalPlace:
    return LocalPlace(unit.name, f"{unit.prefix.lower()} {unit.name}", unit.entity_id)
