"""Measure resolution at the size of an archive: the first load, and one article more.

    python -m benchmarks.resolution_scale [--articles N] [--part] [--judged]

Makes up what N articles name (30 mentions each: persons, organisations, places and documents that
are named as unevenly as in the news, with evidence, short forms and numbers), lets the tables of
entities be filled at once, then by one more article, by one that goes, and by nothing but a
judgement. Prints seconds of processor time and the peak of memory of each, and with `--part` those
of resolving a tenth all at once in Python, which is what the tables must come to. Text, recognition
and the other stages have no part in it.
"""

import argparse
import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from assets import shell
from assets.entities.records import Observation
from assets.entities.resolution.settling.stage import settle_tables
from assets.entities.rows import observation
from assets.reference.judgements import Judgement
from assets.reference.records import Reference, load_reference
from warehouse.connection import Database, open_writer

_MENTIONS = 30
_COLUMNS = (
    "article_id field start_char end_char surface entity_type name reference_id confidence method"
    " line_no abbreviation place_id document_kind document_number document_issuer_id"
    " document_issued_on office_places birth_year namesake"
)
_SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô")
_MIDDLE = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Quang", "Thanh", "Ngọc", "Xuân", "Kim", "Anh")
_GIVEN = (
    "An",
    "Anh",
    "Bình",
    "Bảo",
    "Châu",
    "Chi",
    "Cường",
    "Dũng",
    "Duy",
    "Dương",
    "Đạt",
    "Đông",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hằng",
    "Hiền",
    "Hiếu",
    "Hoa",
    "Hòa",
    "Hoàng",
    "Hùng",
    "Hưng",
    "Huy",
    "Hương",
    "Khánh",
    "Khoa",
    "Lan",
    "Linh",
    "Loan",
    "Long",
    "Mai",
    "Minh",
    "Nam",
    "Nga",
    "Ngọc",
    "Nhung",
    "Phong",
    "Phúc",
    "Phương",
    "Quân",
    "Quang",
    "Quý",
    "Sơn",
    "Tài",
    "Tâm",
    "Tân",
    "Thái",
    "Thắng",
    "Thành",
    "Thảo",
    "Thu",
    "Thủy",
    "Tiến",
    "Toàn",
    "Trang",
    "Trung",
    "Tú",
    "Tuấn",
    "Tùng",
    "Vân",
    "Việt",
    "Vinh",
    "Yến",
)
_FIRMS = ("Công ty cổ phần", "Công ty TNHH", "Tập đoàn", "Trung tâm", "Trường Tiểu học", "Hội")
_OFFICES = ("Sở Y tế", "Sở Tài chính", "Ủy ban nhân dân", "Công an", "Tỉnh đoàn", "Sở Ngoại vụ")
_KINDS = (("Nghị định", "NĐ-CP"), ("Chỉ thị", "CT/TW"), ("Quyết định", "QĐ-TTg"), ("Thông tư", ""))


class Archive:
    """What the articles of a made-up archive name; the same for the same number of articles."""

    def __init__(self, articles: int, reference: Reference) -> None:
        self._pick = random.Random(articles)  # noqa: S311 - made-up data
        pick = self._pick
        self._provinces = [u for u in reference.administrative_units if u.kind == "province"]
        self._people = [self._person() for _ in range(max(50, 2 * articles))]
        self._homes = [pick.choice(self._provinces).entity_id for _ in self._people]
        self._bodies: list[tuple[str, str | None, str | None, str | None]] = [
            (row.name, row.entity_id, None, (row.abbreviations or (None,))[0])
            for row in reference.bodies
            if not row.only_local
        ]
        self._bodies += [self._office() for _ in range(400)]
        self._bodies += [self._firm() for _ in range(max(50, articles // 2))]
        self._places = [(f"{u.prefix} {u.name}", u.entity_id) for u in self._provinces]
        self._places += [
            (f"{u.prefix} {u.name}", u.entity_id) for u in reference.administrative_units
        ]

    def _rank(self, count: int) -> int:
        """Return a number below `count`; small ones far more often, as news name people."""
        return min(int(count ** self._pick.random() ** 0.8) - 1, count - 1)

    def _person(self) -> str:
        pick = self._pick
        middle = pick.choices(
            ("", pick.choice(_MIDDLE), f"{pick.choice(_MIDDLE)} {pick.choice(_GIVEN)}"), (1, 6, 3)
        )[0]
        return " ".join(f"{pick.choice(_SURNAMES)} {middle} {pick.choice(_GIVEN)}".split())

    def _office(self) -> tuple[str, str | None, str | None, str | None]:
        unit = self._pick.choice(self._provinces)
        name = f"{self._pick.choice(_OFFICES)} {unit.prefix.lower()} {unit.name}"
        return name, None, unit.entity_id, None

    def _firm(self) -> tuple[str, str | None, str | None, str | None]:
        words = " ".join(self._pick.sample(_GIVEN, self._pick.randint(1, 3)))
        short = f"{words[0]}{self._pick.choice(_GIVEN)[0]}{self._pick.randint(100, 999)}".upper()
        return f"{self._pick.choice(_FIRMS)} {words}", None, None, self._pick.choice((None, short))

    def rows(self, number: int) -> Iterator[tuple[Any, ...]]:
        """Yield the mentions of one article, in the order of `_COLUMNS`."""
        pick = self._pick
        for place in range(_MENTIONS):
            kind = pick.random()
            make = (
                self._named_person if kind < 0.3
                else self._named_body if kind < 0.7
                else self._named_place if kind < 0.96
                else self._named_document
            )  # fmt: skip
            yield f"article:{number:07}", "text", 100 * place, 100 * place + 9, *make()

    def _named_person(self) -> tuple[Any, ...]:
        pick = self._pick
        person = self._rank(len(self._people))
        name = self._people[person]
        surface = name.split()[-1] if pick.random() < 0.4 else name
        if pick.random() < 0.05:
            name = surface = name.split()[-1]
        said: tuple[Any, ...] = (None, None, None)
        if len(name.split()) > 1 and pick.random() < 0.08:
            home = self._homes[person]
            if pick.random() < 0.05:
                home = pick.choice(self._provinces).entity_id
            said = ([home], None, None)
        if len(name.split()) > 1 and pick.random() < 0.01:
            said = (said[0], pick.randint(1940, 2000), None)
        return (surface, "person", name, None, 0.9, "made up", 7) + (None,) * 6 + said

    def _named_body(self) -> tuple[Any, ...]:
        pick = self._pick
        name, known, place, short = self._bodies[self._rank(len(self._bodies))]
        surface = short if short and pick.random() < 0.3 else name
        if surface == short and known is None and pick.random() < 0.5:
            name = surface
            short = None
        if known is None and place is not None and pick.random() < 0.05:
            name, place = name.split(" tỉnh ")[0].split(" thành phố ")[0], None
        defined = short if pick.random() < 0.1 else None
        return (surface, "organisation", name, known, 0.9, "made up", 7, defined, place) + (
            None,
        ) * 7

    def _named_place(self) -> tuple[Any, ...]:
        name, known = self._places[self._rank(len(self._places))]
        return (name, "place", name, known, 0.9, "made up", 7) + (None,) * 9

    def _named_document(self) -> tuple[Any, ...]:
        pick = self._pick
        kind, letters = pick.choice(_KINDS)
        serial, year = 1 + self._rank(300), pick.randint(2015, 2024)
        number = f"{serial}/{year}/{letters}" if letters and pick.random() < 0.6 else str(serial)
        if letters == "CT/TW":
            number = f"{serial}-{letters}"
        issuer = pick.choice((None, None, "organisation:chinh-phu"))
        cited = (kind, number, issuer, None)
        name = f"{kind} {number}"
        return (
            (name, "official_document", name, None, 0.9, "made up", 7, None, None)
            + cited
            + (None,) * 3
        )


def _frame(rows: Sequence[tuple[Any, ...]]) -> pl.DataFrame:
    types = shell.table_schema("core.mentions")
    observed = {name: types[name] for name in _COLUMNS.split()}
    return pl.DataFrame(rows, schema=observed, orient="row")


def _written(archive: Archive, numbers: range, folder: Path) -> list[str]:
    """Write what the articles of those numbers name into shards; return their paths."""
    paths = []
    for start in range(0, max(len(numbers), 1), 5000):
        path = folder / f"{numbers.start + start:07}.parquet"
        rows = [row for n in numbers[start : start + 5000] for row in archive.rows(n)]
        _frame(rows).write_parquet(path)
        paths.append(str(path))
    return paths


def _article_rows(numbers: Sequence[int]) -> pl.DataFrame:
    ids = pl.Series([f"article:{n:07}" for n in numbers], dtype=pl.String)
    days = [dt.date(2015, 1, 1) + dt.timedelta(days=n % 3600) for n in numbers]
    return pl.DataFrame({"article_id": ids, "document_id": ids, "file_id": ids}).with_columns(
        pl.lit("").alias("text"),
        pl.lit("").alias("text_folded"),
        pl.lit([], pl.List(pl.String)).alias("authors"),
        pl.Series("published_on", days, pl.Date),
        pl.lit(1, pl.Int32).alias("word_count"),
        pl.lit("html").alias("extraction_method"),
        pl.lit("made up").alias("extraction_reason"),
    )


class _Measured:
    """Settles on a database of its own and prints what each time costs."""

    def __init__(self, database: Database, reference: Reference) -> None:
        self._database = database
        self._reference = reference

    def settle(
        self, what: str, numbers: Sequence[int], observed: list[str], *judgements: Judgement
    ) -> None:
        """Read the articles of those numbers and settle who is who."""
        articles = _article_rows(numbers)
        self._database.load("core.articles", articles)
        pending = articles.select("article_id", "document_id", pl.lit("x").alias("derived_with"))
        seconds, wall = time.process_time(), time.perf_counter()
        with (
            self._database.with_frame("pending", pending),
            self._database.transaction(),
        ):
            settle_tables(self._database, observed, self._reference, judgements, what)
        seconds, wall = time.process_time() - seconds, time.perf_counter() - wall
        print(f"{what:<34}{seconds:>9.2f}{wall:>9.2f}{_peak():>9.2f}", flush=True)

    def sizes(self) -> None:
        """Print how many rows the tables hold."""
        tables = ("mentions", "entities", "entity_aliases", "redirects", "shared_names")
        for table in (*tables, "merge_candidates"):
            print(f"{f'  core.{table}':<34}{self._database.row_count(f'core.{table}'):>9}")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _resolve_part(paths: list[str], articles: int) -> None:
    from assets.entities.resolution.resolving import resolve

    rows = pl.read_parquet(paths).head(articles * _MENTIONS)
    items: list[Observation] = [observation(row) for row in rows.iter_rows(named=True)]
    days = dict(_article_rows(range(articles)).select("article_id", "published_on").iter_rows())
    seconds = time.process_time()
    resolve(items, days, load_reference())
    seconds = time.process_time() - seconds
    print(f"{f'{articles} at once in Python':<34}{seconds:>9.2f}{'':>9}{_peak():>9.2f}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; returns 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--part", action="store_true", help="resolve a tenth at once as well")
    given = parser.parse_args(arguments)
    reference = load_reference()
    archive = Archive(given.articles, reference)
    with tempfile.TemporaryDirectory() as folder:
        paths = _written(archive, range(given.articles), Path(folder))
        print(f"{'':<34}{'CPU s':>9}{'wall s':>9}{'peak GB':>9}\n{'(made up)':<52}{_peak():>9.2f}")
        with open_writer(Path(folder) / "writer.duckdb") as database:
            measured = _Measured(database, reference)
            measured.settle(f"first load of {given.articles}", range(given.articles), paths)
            measured.sizes()
            for number in range(given.articles, given.articles + 3):
                one = range(number, number + 1)
                measured.settle("one article more", one, _written(archive, one, Path(folder)))
            none = _written(archive, range(0), Path(folder))
            line = Judgement("same", "person:nguyen-van-an", "person:nguyen-van-anh", None, 2)
            measured.settle("a judgement", [], none, line)
            measured.settle("taken back", [], none)
        if given.part:
            _resolve_part(paths, given.articles // 10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
