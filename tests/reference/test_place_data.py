import datetime as dt
import re
from collections import Counter
from functools import cache

from assets.language.folding import name_key, nfc, settle_tones, slug
from assets.reference.records import AdministrativeUnit, Reference, load_reference

BEFORE, AFTER = dt.date(2024, 6, 30), dt.date(2025, 7, 1)


@cache
def reference() -> Reference:
    return load_reference()


def units(kind: str) -> list[AdministrativeUnit]:
    return [unit for unit in reference().administrative_units if unit.kind == kind]


def valid(unit: AdministrativeUnit, on: dt.date) -> bool:
    starts = unit.valid_from is None or unit.valid_from <= on
    return starts and (unit.valid_to is None or on <= unit.valid_to)


def all_ids() -> list[str]:
    data = reference()
    rows = (*data.countries, *data.places, *data.administrative_units)
    return [row.entity_id for row in rows]


def test_ids_are_unique_and_readable() -> None:
    repeated = [i for i, count in Counter(all_ids()).items() if count > 1]
    assert repeated == []
    assert all(re.fullmatch(r"place:[a-z0-9]+(-[a-z0-9]+)*", i) for i in all_ids())


def test_every_parent_and_successor_exists() -> None:
    known = set(all_ids())
    data = reference()
    wanted = {row.continent_id for row in data.countries}
    wanted |= {row.parent_id for row in data.places if row.parent_id}
    wanted |= {unit.parent_id for unit in data.administrative_units}
    wanted |= {unit.merged_into for unit in data.administrative_units if unit.merged_into}
    assert wanted - known == set()


def test_no_place_contains_itself() -> None:
    parents = {row.entity_id: row.parent_id for row in reference().places}
    for start in parents:
        seen, at = {start}, parents[start]
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = parents.get(at)


def test_country_codes() -> None:
    codes = [country.iso_code for country in reference().countries]
    assert len(codes) == len(set(codes)) >= 195
    assert all(re.fullmatch(r"[A-Z]{2}", code) for code in codes)
    assert {"VN", "LA", "CU", "KP", "HK", "TW", "PS", "PR"} <= set(codes)


def test_a_country_name_means_one_country() -> None:
    owners: dict[str, set[str]] = {}
    for country in reference().countries:
        for name in (country.name, *country.aliases):
            owners.setdefault(name_key(name), set()).add(country.entity_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_names_are_composed_and_in_the_newer_tone_placement() -> None:
    data = reference()
    names = [unit.name for unit in data.administrative_units]
    names += [row.name for row in (*data.countries, *data.places)]
    assert [name for name in names if name != nfc(name) or name != settle_tones(name)] == []


def test_63_provinces_before_and_34_after_the_mergers() -> None:
    assert len([unit for unit in units("province") if valid(unit, BEFORE)]) == 63
    assert len([unit for unit in units("province") if valid(unit, AFTER)]) == 34


def test_a_province_that_ended_says_where_it_went() -> None:
    by_id = {unit.entity_id: unit for unit in units("province")}
    ended = [unit for unit in units("province") if unit.valid_to is not None]
    for unit in ended:
        assert unit.merged_into is not None
        assert valid(by_id[unit.merged_into], AFTER)
    assert by_id["place:ha-giang"].merged_into == "place:tuyen-quang"
    assert by_id["place:bac-giang"].merged_into == "place:bac-ninh-2025"


def test_province_codes() -> None:
    for unit in units("province"):
        assert unit.iso_code is None or re.fullmatch(r"VN-([0-9]{2}|[A-Z]{2})", unit.iso_code)


def test_districts_end_with_their_level_and_lie_in_a_province() -> None:
    provinces = {unit.entity_id for unit in units("province")}
    districts = units("district")
    assert len(districts) >= 696
    for unit in districts:
        assert unit.parent_id in provinces
        assert unit.valid_to is not None
        assert unit.valid_to < AFTER
        assert unit.entity_id.startswith(f"place:{slug(unit.prefix)}-{slug(unit.name)}-")


def test_known_forms() -> None:
    names = {unit.entity_id: {unit.name, *unit.aliases} for unit in units("province")}
    assert {"TP HCM", "TPHCM", "Sài Gòn"} <= names["place:ho-chi-minh"]
    assert "Đắc Lắc" in names["place:dak-lak"]
    assert "Thừa Thiên - Huế" in names["place:thua-thien-hue"]
