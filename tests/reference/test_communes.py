"""Communes before and after 1 July 2025: complete, in their places, and leading to each other."""

import datetime as dt
from collections import Counter

from assets.language.folding import nfc, settle_tones
from assets.reference.communes import load_communes, unit_successions
from assets.reference.records import load_reference

BEFORE, AFTER = dt.date(2025, 6, 30), dt.date(2025, 7, 1)


def test_numbers_are_those_of_the_statistics_office() -> None:
    kinds = Counter((c.valid_to is None, c.prefix) for c in load_communes())
    # 13 special zones stand with the provinces and districts.
    assert (kinds[True, "Xã"], kinds[True, "Phường"]) == (2621, 687)
    zones = [u for u in load_reference().administrative_units if u.prefix == "Đặc khu"]
    assert kinds[True, "Xã"] + kinds[True, "Phường"] + len(zones) == 3321
    assert sum(count for (current, _), count in kinds.items() if not current) == 10035


def test_ids_are_unique_and_parents_fit_the_day() -> None:
    units = {unit.entity_id: unit for unit in load_reference().administrative_units}
    ids = [commune.entity_id for commune in load_communes()]
    assert len(set(ids)) == len(ids)
    assert not set(ids) & set(units)
    for commune in load_communes():
        parent = units[commune.parent_id]
        assert parent.kind == ("province" if commune.valid_to is None else "district")
        if commune.valid_to is None:
            assert parent.valid_to is None


def test_every_commune_that_ended_leads_to_one_that_is() -> None:
    current = {c.entity_id for c in load_communes() if c.valid_to is None}
    current |= {u.entity_id for u in load_reference().administrative_units if u.kind == "commune"}
    reached: set[str] = set()
    for commune in load_communes():
        assert bool(commune.successors) == (commune.valid_to is not None)
        assert set(commune.successors) <= current
        reached.update(commune.successors)
    islands = {"bach-long-vi", "con-co", "hoang-sa", "ly-son", "con-dao"}  # without communes before
    assert current - reached == {f"place:dac-khu-{island}" for island in islands}


def test_provinces_and_districts_lead_on_too() -> None:
    units = load_reference().administrative_units
    found = {s.unit_id: s for s in unit_successions(units, load_communes())}
    ended = [unit for unit in units if unit.valid_to == BEFORE]
    assert [unit.entity_id for unit in ended if unit.entity_id not in found] == []
    assert found["place:ha-giang"].successor_id == "place:tuyen-quang"
    assert found["place:ha-giang"].is_whole


def test_names_are_composed_and_in_the_newer_tone_placement() -> None:
    names = {commune.name for commune in load_communes()}
    assert [name for name in names if name != nfc(name) or name != settle_tones(name)] == []
