"""Linking only what changed comes to what linking everything comes to, whatever came and went."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linking_at_once import link_at_once
from linking_workshop import NotingWorkshop
from test_linking import DAY, judged, told

from assets.events.asset import find_stale, write_links
from assets.events.linking.records import ToldEvent
from assets.events.linking.regions import link_region
from assets.events.linking.renewal import renew_edges
from assets.reference.judgements import Judgement
from assets.reference.records import load_reference
from warehouse.connection import Database, open_writer

_PARENTS = {"place:sa-pa": "place:lao-cai"}
_NAMES = ("Giữ nghề dệt ở bản vùng cao", "Nước sạch cho trường học", None)
_PLACES = ("place:sa-pa", "place:lao-cai", None)


@st.composite
def _events(draw: st.DrawFn) -> ToldEvent:
    """Draw the statement of one of a few articles; few names and days, so that many may be one."""
    number = draw(st.integers(0, 11))
    name = draw(st.sampled_from(_NAMES))
    day = draw(st.sampled_from((DAY, DAY, DAY + dt.timedelta(days=1), None)))
    kept = draw(st.sampled_from((None, None, None, 0)))
    return replace(
        told(f"{number:02}"),
        duplicate_of=f"article:{kept:02}" if kept is not None and kept != number else None,
        kind=draw(st.sampled_from(("hội thảo", "tọa đàm"))),
        name=name,
        surface="hội thảo",
        opening=f"Sáng nay hội thảo {name or 'bàn nhiều việc'} số {number % 3}",
        is_main=draw(st.booleans()),
        starts_on=day,
        ends_on=day,
        date_precision="day" if day else None,
        place_id=draw(st.sampled_from(_PLACES)),
        organisers=frozenset({f"organisation:{draw(st.integers(0, 1))}"}),
        people=frozenset(draw(st.sets(st.sampled_from(("person:a", "person:b"))))),
    )


_JUDGEMENTS = (
    (),
    (judged("same", "article:01", "article:02"), judged("different", "article:03", "article:04")),
    (judged("same", "event:hoi-thao-undated-0", "article:05"),),
)
_STATEMENT = [
    *("statement_id", "article_id", "is_main", "is_planned", "surface", "kind", "name"),
    *("starts_on", "ends_on", "date_precision", "place_id"),
]
_Found = tuple[list[tuple[object, ...]], list[tuple[object, ...]]]


class Archive:
    """Tables of statements that change from refresh to refresh."""

    def __init__(self, database: Database, shards: Path) -> None:
        self.database = database
        self.shards = shards
        self.number = 0
        self.held: dict[str, ToldEvent] = {}
        for table in ("event_blocks", "event_edges", "event_places", "changed_articles"):
            database.query(f"DELETE FROM ops.{table}")
        for table in ("articles", "event_statements", "event_participants", "events"):
            database.query(f"DELETE FROM core.{table}")
        for table in ("core.event_articles", "core.event_links", "ops.derivations"):
            database.query(f"DELETE FROM {table}")
        database.query("DELETE FROM ops.refreshes")

    def refresh(self, now: dict[str, ToldEvent], judgements: Sequence[Judgement]) -> _Found:
        """Hold these statements by article; return the events and links that come of it."""
        articles = {*now, *self.held}
        changed = sorted(one for one in articles if now.get(one) != self.held.get(one))
        self.held = now
        self.number += 1
        self._put(changed)
        if find_stale(self.database, judgements, "v"):
            # Every refresh has a folder of its own.
            workshop = NotingWorkshop(self.shards / str(self.number))
            renewed = renew_edges(self.database, workshop, judgements)
            linking, _ = link_region(self.database, renewed, judgements, load_reference())
            write_links(self.database, linking, judgements, "v")
        self.database.query("UPDATE ops.refreshes SET status = 'succeeded'")
        return self._found()

    def _put(self, changed: list[str]) -> None:
        query = self.database.query
        query(
            "INSERT INTO ops.refreshes (refresh_id, refresh_no, dagster_run_id, started_at, status,"
            f" code_version) VALUES ('{self.number}', {self.number}, '', now(), 'running', '')"
        )
        with self.database.with_frame("changed", pl.DataFrame({"a": changed}, {"a": pl.String})):
            query(f"INSERT INTO ops.changed_articles SELECT '{self.number}', a FROM changed")
            for table in ("articles", "event_statements", "event_participants"):
                query(f"DELETE FROM core.{table} WHERE article_id IN (SELECT a FROM changed)")
        told_now = [self.held[one] for one in changed if one in self.held]
        if told_now:
            self.database.load("core.articles", _articles(told_now))
            self.database.load("core.event_statements", _statements(told_now))
            self.database.load("core.event_participants", _participants(told_now))

    def _found(self) -> _Found:
        events = self.database.query(
            "SELECT events.event_id, name, place_id, article_count, s.ids FROM core.events"
            " FULL JOIN (SELECT event_id, string_agg(statement_id, ' ' ORDER BY ALL) AS ids"
            " FROM core.event_statements GROUP BY event_id) AS s ON events.event_id = s.event_id"
            " ORDER BY ALL"
        )
        links = self.database.query("FROM core.event_links ORDER BY ALL")
        return list(events.iter_rows()), list(links.iter_rows())


def _articles(told_now: Sequence[ToldEvent]) -> pl.DataFrame:
    names = ["document_id", "file_id", "extraction_method", "extraction_reason", "text_folded"]
    return pl.DataFrame(
        [
            {
                "article_id": one.article_id,
                "text": one.opening,
                "duplicate_of": one.duplicate_of,
                "published_on": one.published_on,
                "authors": [],
                "word_count": 1,
                **dict.fromkeys(names, ""),
            }
            for one in told_now
        ],
        schema_overrides={"duplicate_of": pl.String, "authors": pl.List(pl.String)},
    )


def _statements(told_now: Sequence[ToldEvent]) -> pl.DataFrame:
    dates = {"starts_on": pl.Date, "ends_on": pl.Date}
    texts = dict.fromkeys(("name", "date_precision", "place_id"), pl.String)
    return pl.DataFrame(
        [{name: getattr(one, name) for name in _STATEMENT} for one in told_now],
        schema_overrides=dates | texts,
    ).with_columns(field=pl.lit("text"), start_char=0, end_char=1)


def _participants(told_now: Sequence[ToldEvent]) -> pl.DataFrame:
    return pl.DataFrame(
        [
            {
                "part": part,
                "entity_id": entity,
                "article_id": one.article_id,
                "statement_id": one.statement_id,
            }
            for one in told_now
            for part, entities in (("organiser", one.organisers), ("other", one.people))
            for entity in sorted(entities)
        ]
    ).with_columns(field=pl.lit("text"), start_char=0, end_char=1)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An empty warehouse with the entities that statements name."""
    with open_writer(tmp_path_factory.mktemp("linking") / "writer.duckdb") as database:
        database.query(
            "INSERT INTO core.entities SELECT id, split_part(id, ':', 1), id, id, 1, 1, NULL, NULL"
            " FROM (SELECT unnest(['person:a', 'person:b', 'organisation:0', 'organisation:1']))"
            " AS named(id)"
        )
        database.query(
            "INSERT INTO core.places VALUES ('place:sa-pa', '', NULL, NULL, 'place:lao-cai'),"
            " ('place:lao-cai', '', NULL, NULL, NULL)"
        )
        yield database


def _expected(held: dict[str, ToldEvent], judgements: Sequence[Judgement]) -> _Found:
    linking = link_at_once(list(held.values()), _PARENTS, judgements)
    counted = {
        event.event_id: sum(
            held[one.partition(":text")[0]].duplicate_of is None for one in event.statement_ids
        )
        for event in linking.events
    }
    events = [
        (e.event_id, e.name, e.place_id, counted[e.event_id], " ".join(e.statement_ids))
        for e in linking.events
    ]
    links = [
        (one.event_id, one.left_article_id, one.right_article_id, one.score, list(one.signals))
        for one in linking.links
    ]
    return sorted(events, key=lambda one: one[0]), links


_Steps = list[tuple[list[ToldEvent], set[int], int]]


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.lists(_events(), max_size=6),
            st.sets(st.integers(0, 11), max_size=3),
            st.integers(0, 9),
        ),
        min_size=2,
        max_size=5,
    )
)
def test_piece_by_piece_is_as_at_once(database: Database, steps: _Steps) -> None:
    # Small blocks, so that they overflow and empty again.
    most = {"most_on_a_day": 3, "most_overall": 2}
    with (
        TemporaryDirectory() as shards,
        patch("assets.events.linking.candidates.MOST_ON_A_DAY", 3),
        patch("assets.events.linking.candidates.MOST_OVERALL", 2),
        patch("assets.events.linking.renewal._MOST", most),
    ):
        archive = Archive(database, Path(shards))
        held: dict[str, ToldEvent] = {}
        for arriving, leaving, judging in steps:
            judgements = _JUDGEMENTS[max(0, judging - 7)]
            held = {one: it for one, it in held.items() if int(one[-2:]) not in leaving}
            held |= {one.article_id: one for one in arriving}
            assert archive.refresh(dict(held), judgements) == _expected(held, judgements)
