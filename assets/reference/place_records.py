"""Row types of the reference files on places: countries, units of administration, other places.

Read like all others; `records` puts them together with the rest.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Country:
    """A country (`countries.csv`): names as Vietnamese press writes them."""

    entity_id: str
    iso_code: str
    name: str
    official_name: str | None
    aliases: tuple[str, ...]
    continent_id: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A region, continent, foreign city or other place (`places.csv`)."""

    entity_id: str
    name: str
    kind: Literal["city", "region", "continent", "other"]
    aliases: tuple[str, ...]
    iso_code: str | None
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A generic word of places as texts write it (`place_words.csv`): "tp.", "huyện đảo".

    `form` is the word in full, which names of unlisted places begin with. A `hamlet` is below the
    commune, a `site` no unit at all ("khu công nghiệp"), `wide` a province or anything as wide.
    `numbered`: a bare number may be its name ("quận 1"). `listed_only`: rather an initial, so it
    makes no place of a name that no list has ("P. Hùng").
    """

    word: str
    form: str
    kind: Literal["hamlet", "site", "commune", "district", "wide"]
    numbered: bool
    listed_only: bool


@dataclass(frozen=True, slots=True)
class AdministrativeUnit:
    """A province, district or commune of Vietnam (`administrative_units.csv`).

    `prefix` is the generic word of the official name ("Tỉnh", "Thành phố", "Quận"), `name` the
    rest. `valid_to` is the last day of the unit, `merged_into` the unit that its area went to.
    """

    entity_id: str
    kind: Literal["province", "district", "commune"]
    prefix: str
    name: str
    aliases: tuple[str, ...]
    iso_code: str | None
    parent_id: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    merged_into: str | None
