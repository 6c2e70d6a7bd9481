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
