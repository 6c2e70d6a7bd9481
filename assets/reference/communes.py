"""Communes before and after 1 July 2025, and what every unit's area went to.

Thousands of names, most of them borne by several communes, are of no use to a gazetteer: a reader
of text looks one up by its generic word, its name and the unit it lies in. So they stand apart from
`Reference`, are read when first asked for, and cost a refresh with nothing new no time.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assets.language.folding import name_key
from assets.reference.loading import DATA_FOLDER, read_rows
from assets.reference.records import AdministrativeUnit

# The National Assembly's resolution 202/2025/QH15 and the decrees on communes took effect then.
_REFORM = dt.date(2025, 7, 1)


@dataclass(frozen=True, slots=True)
class Commune:
    """A commune, ward or township (`communes.csv`).

    `code` is that of the statistics office, unique among the communes of one day. `parent_id` is
    the district of a commune that ended on 30 June 2025 and the province of one that is. One that
    ended names its `successors`, several when its area was divided.
    """

    entity_id: str
    code: str
    prefix: str
    name: str
    parent_id: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    successors: tuple[str, ...]

    def unit(self) -> AdministrativeUnit:
        """Return the commune as a row like those of provinces and districts."""
        return AdministrativeUnit(
            entity_id=self.entity_id,
            kind="commune",
            prefix=self.prefix,
            name=self.name,
            aliases=(),
            iso_code=None,
            parent_id=self.parent_id,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            merged_into=self.successors[0] if len(self.successors) == 1 else None,
        )


@dataclass(frozen=True, slots=True)
class UnitSuccession:
    """What the area of a unit that ended went to; `is_whole` is no where it went to several."""

    unit_id: str
    successor_id: str
    is_whole: bool
    happened_on: dt.date


@cache
def load_communes(folder: Path = DATA_FOLDER) -> tuple[Commune, ...]:
    """Read the communes of `folder`; raises `ReferenceDataError` for a file that is bad."""
    return read_rows(folder / "communes.csv", Commune)


@cache
def _by_name() -> dict[tuple[str, str], tuple[Commune, ...]]:
    found: defaultdict[tuple[str, str], list[Commune]] = defaultdict(list)
    for commune in load_communes():
        found[name_key(commune.prefix), name_key(commune.name)].append(commune)
    return {key: tuple(communes) for key, communes in found.items()}


def find_communes(
    prefix: str, name: str, parent_id: str | None = None, on: dt.date | None = None
) -> tuple[Commune, ...]:
    """Return the communes of that generic word ("xã") and name, in any case and tone placement.

    With `parent_id` only those in that district or province (of an old commune its district's id
    is needed), with `on` only those that existed on that day.
    """
    return tuple(
        commune
        for commune in _by_name().get((name_key(prefix), name_key(name)), ())
        if parent_id in (None, commune.parent_id)
        and (on is None or commune.valid_from is None or commune.valid_from <= on)
        and (on is None or commune.valid_to is None or on <= commune.valid_to)
    )


def unit_successions(
    units: Iterable[AdministrativeUnit], communes: Iterable[Commune]
) -> Iterator[UnitSuccession]:
    """Yield what each province, district and commune that ended went to.

    A district's area went to the communes that its own communes went to.
    """
    districts: defaultdict[str, set[str]] = defaultdict(set)
    for commune in communes:
        districts[commune.parent_id].update(commune.successors)
        for successor in commune.successors:
            whole = len(commune.successors) == 1
            yield UnitSuccession(commune.entity_id, successor, whole, _REFORM)
    for unit in units:
        if unit.valid_to is None:
            continue
        went_to = {unit.merged_into} if unit.merged_into else districts[unit.entity_id]
        for successor in sorted(went_to):
            happened_on = unit.valid_to + dt.timedelta(days=1)
            yield UnitSuccession(unit.entity_id, successor, len(went_to) == 1, happened_on)
