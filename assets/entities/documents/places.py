"""The place of a local issuing body: named after it, or the only province of the article."""

import re

from assets.entities.documents.issuers import LocalPlace
from assets.entities.records import ArticleText, Field, Observation
from assets.reference.records import AdministrativeUnit

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
    """The places of one article, by where they begin."""

    def __init__(
        self,
        article: ArticleText,
        units: dict[str, AdministrativeUnit],
        places: tuple[Observation, ...],
    ) -> None:
        self._article = article
        self._units = units
        self._by_start = {(place.field, place.start_char): place for place in places}
        self._province = self._only_province(places)

    def at(self, field: Field, text: str, position: int) -> tuple[LocalPlace, int] | None:
        """Return the place named at `position` of a field with its end.

        A bare "tỉnh" or "Thành phố", or nothing after a province's body, stands for the only
        province that the article names; with none or several the answer is None.
        """
        spaces = _SPACES.match(text, position)
        start = spaces.end() if spaces else position
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
