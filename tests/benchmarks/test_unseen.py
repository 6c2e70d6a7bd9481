"""The scorer of unseen pages: a warehouse that says what is labelled scores 1, each error less."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from benchmarks.unseen import BLIND, SETS, main
from benchmarks.unseen_gold import read_gold
from benchmarks.unseen_measures import Clusters, Tally
from benchmarks.unseen_names import name_key, outlet_keys, same_outlet
from benchmarks.unseen_pages import word_f1
from benchmarks.unseen_report import ROWS
from benchmarks.unseen_scoring import score
from benchmarks.unseen_warehouse import FoundArticle, FoundFacts, read_facts
from tests.benchmarks.unseen_example import CHAIR, CLUB, FIRM, LEAD, facts_of, gold_folder
from warehouse.connection import open_writer

Spoil = Callable[[FoundFacts, FoundArticle], object]
NAMES = {"mentions: person", "mentions: organisation", "mentions: place", "mentions: all"}
AGREED = {"agreements", "agreements: all parties right", "agreement parties"}


def below_one(facts: FoundFacts) -> set[str]:
    """Return the rows of the table that are not perfect."""
    measures = score(gold_folder(), facts).measures()
    return {row for row, measure in measures.items() if measure.value < 1}


def test_a_warehouse_that_says_what_is_labelled_scores_one_in_every_row() -> None:
    report = score(gold_folder(), facts_of(gold_folder()))
    assert {row for row, measure in report.measures().items() if measure.value != 1} == set()
    assert {row for row, measure in report.measures().items() if str(measure) == "–"} == set()
    assert not report.errors


SPOILT: dict[str, tuple[Spoil, set[str]]] = {
    "a paragraph lost": (
        lambda _, a: a.row.update(text=LEAD),
        {"main text, flattened pages", "mentions: person", "mentions: all"} | AGREED,
    ),
    "a body line as teaser": (
        lambda _, a: a.lines[2].update(kind="teaser"),
        {"line kinds", "line kinds, first label only", "lines told text from other"},
    ),
    "the second label of a line": (
        lambda _, a: a.lines[3].update(kind="navigation"), {"line kinds, first label only"},
    ),
    "no title": (lambda _, a: a.row.update(title=None), {"title"}),
    "another minute": (
        lambda _, a: a.row.update(published_at=dt.datetime(2021, 3, 13, 8, 6, tzinfo=dt.UTC)),
        {"publication date"},
    ),
    "a coarser precision": (
        lambda _, a: a.row.update(published_precision="day"), {"publication date"},
    ),
    "no outlet": (lambda _, a: a.row.update(outlet_id=None), {"outlet"}),
    "another section": (lambda _, a: a.row.update(section="Thể thao"), {"section"}),
    "another language": (lambda _, a: a.row.update(language="en"), {"language"}),
    "a wrong author": (lambda _, a: a.row.update(authors=["Lam"]), {"authors"}),
    "a false duplicate": (
        lambda _, a: a.row.update(duplicate_of="y-kien.txt"), {"no false duplicate"},
    ),
    "a duplicate not linked": (
        lambda f, _: f.articles["dang-lai.txt"].row.update(duplicate_of=None),
        {"duplicates linked"},
    ),
    "a byte copy read again": (
        lambda f, _: f.statuses.update({"chep.txt": "loaded"}), {"duplicates linked"},
    ),
    "a menu kept": (
        lambda f, a: f.articles.update({"menu.txt": a}), {"non-articles rejected"},
    ),
    "a person of another type": (
        lambda _, a: a.mentions[2].update(entity_type="place"), NAMES - {"mentions: organisation"},
    ),
    "an organisation too short": (
        lambda _, a: a.mentions[0].update(end_char=a.mentions[0]["end_char"] - 5),
        {"mentions: organisation", "mentions: all"},
    ),
    "a mention missing": (lambda _, a: a.mentions.pop(4), {"mentions: place", "mentions: all"}),
    "one entity for all": (
        lambda f, _: [m.update(entity_id=CLUB) for a in f.articles.values() for m in a.mentions],
        {"linking"},
    ),
    "a date resolved wrongly": (
        lambda _, a: a.dates[0].update(starts_on=dt.date(2020, 3, 12)), {"dates in text"},
    ),
    "a role missing": (
        lambda _, a: a.roles.pop(), {"roles: person and title", "roles: with organisation"},
    ),
    "a role of another body": (
        lambda _, a: a.roles[0].update(organisation_id=FIRM), {"roles: with organisation"},
    ),
    "a former role with a date": (
        lambda _, a: a.roles[1].update(as_of=dt.date(2021, 3, 13)), {"former roles told"},
    ),
    "an event of its own": (
        lambda f, a: (
            f.events.update({"khac": f.events["gom"]}),
            [row.update(event_id="khac") for row in (*a.events, *a.participants)],
        ),
        {"main event: articles linked"},
    ),
    "an event only recalled": (
        lambda _, a: a.events[0].update(is_main=False),
        {row for row in ROWS if row.startswith(("main event", "event"))}
        - {"main event: none where none is"},
    ),
    "an event where none is": (
        lambda f, a: f.articles["y-kien.txt"].events.extend(a.events),
        {"main event: none where none is"},
    ),
    "a longer event": (
        lambda f, _: f.events["gom"].update(ends_on=dt.date(2021, 3, 14)), {"main event: date"},
    ),
    "an event elsewhere": (
        lambda f, _: f.events["gom"].update(place_id=None), {"main event: place"},
    ),
    "an event of another kind": (
        lambda f, _: f.events["gom"].update(kind="đại hội"), {"main event: kind"},
    ),
    "an event of another name": (
        lambda f, _: f.events["gom"].update(name="Gốm"), {"main event: name"},
    ),
    "a chair as speaker": (
        lambda _, a: a.participants[1].update(part="speaker"), {"event chairs", "event speakers"},
    ),
    "an organiser who only attends": (
        lambda _, a: a.participants[0].update(part="attendee"), {"event organisers"},
    ),
    "a participant too many": (
        lambda _, a: a.participants.append({**a.participants[3], "entity_id": "ai-do"}),
        {"event participants, any part"},
    ),
    "an agreement missing": (
        lambda _, a: a.agreements.clear(), AGREED,
    ),
    "an agreement too many": (
        lambda _, a: a.agreements.append({**a.agreements[0], "start_char": 0, "end_char": 9}),
        {"agreements", "agreements: all parties right"},
    ),
    "a wrong party": (
        lambda f, _: f.parties.update({"hop.txt": {CLUB, CHAIR}}),
        {"agreements: all parties right", "agreement parties"},
    ),
    "another day of signing": (
        lambda _, a: a.agreements[0].update(signed_on=dt.date(2021, 3, 13)), {"agreements: date"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("error", SPOILT)
def test_each_error_lowers_its_rows_and_no_others(error: str) -> None:
    spoil, rows = SPOILT[error]
    facts = facts_of(gold_folder())
    spoil(facts, facts.articles["hop.txt"])
    assert below_one(facts) == rows


def test_a_lost_article_misses_its_text_names_and_facts() -> None:
    facts = facts_of(gold_folder())
    del facts.articles["hop.html"]
    lost = below_one(facts)
    assert {"articles kept", "main text, HTML pages", "mentions: all", "agreements"} <= lost
    assert {"main event: found", "roles: person and title", "dates in text"} <= lost
    assert "title" not in lost


def test_the_two_sets_are_added_without_mixing_their_clusters() -> None:
    first, second = Clusters(), Clusters()
    first.count("a", "x")
    second.count("b", "x")
    assert (first + second).value == 1
    assert str(Tally(1, 0, 1) + Tally(1, 2, 0)) == "0.571 (0.500 / 0.667)"


def test_names_are_compared_by_what_matters() -> None:
    assert name_key("Ủy ban nhân dân tỉnh Lam Giang") == name_key("UBND tỉnh Lam Giang")
    assert name_key("Huyện Lam Giang") == "lam giang"
    assert outlet_keys("Tạp chí Gốm điện tử", "gom.org.vn") == {"gom"}
    assert same_outlet("lamgiang", "baolamgiang")
    assert not same_outlet("gom", "gomviet")
    assert word_f1("lò đỏ lò", "Lò xanh") == pytest.approx(2 / 5)


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """A published file with one article, its byte copy and one role."""
    path = tmp_path / "warehouse.duckdb"
    now = dt.datetime(2021, 3, 14, tzinfo=dt.UTC)
    files = [
        {"path": "b/chep.txt", "status": "duplicate", "file_id": "1"},
        {"path": "a/hop.txt", "status": "loaded", "file_id": "1"},
    ]
    seen = {"bytes": 1, "first_seen_at": now, "last_seen_at": now, "refresh_id": "r"}
    seen["is_metadata"] = False
    article = {"article_id": "x", "document_id": "x", "file_id": "1", "text": "Lò.", "authors": []}
    how = {"word_count": 1, "extraction_method": "html", "extraction_reason": ""}
    role = {"article_id": "x", "person_id": "p", "title": "Chủ tịch", "surface": "Chủ tịch"}
    place = {"field": "text", "start_char": 0, "end_char": 8, "person_start": 9}
    with open_writer(path) as database:
        database.load("raw.files", pl.DataFrame([{**file, **seen} for file in files]))
        database.load("core.articles", pl.DataFrame([{**article, **how, "text_folded": "lo."}]))
        database.load("core.roles", pl.DataFrame([{**role, **place}]))
    return path


def test_a_published_file_is_read_by_file_name(warehouse: Path) -> None:
    facts = read_facts(warehouse)
    assert facts.statuses == {"hop.txt": "loaded", "chep.txt": "duplicate"}
    assert [role["title"] for role in facts.articles["hop.txt"].roles] == ["Chủ tịch"]


def test_pages_are_named_only_when_asked(
    warehouse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for file, page in gold_folder().pages.items():
        (tmp_path / f"{file}.json").write_text(json.dumps(page), encoding="utf-8")
    command = ["--warehouse", str(warehouse), "--gold", str(tmp_path)]
    assert main(command) == 0
    table = capsys.readouterr().out
    assert "| articles kept | 0.250 (1 of 4) |" in table
    assert table.count("\n") == len(ROWS) + 2
    assert main([*command, "--verbose"]) == 0
    assert "hop.html" in capsys.readouterr().out.removeprefix(table)


def test_a_label_that_is_not_in_the_text_is_refused(tmp_path: Path) -> None:
    page = gold_folder().pages["hop.txt"]
    page["mentions"][0]["start"] += 1
    (tmp_path / "hop.txt.json").write_text(json.dumps(page), encoding="utf-8")
    with pytest.raises(ValueError, match=r"hop\.txt: .* is not at"):
        read_gold(tmp_path)


@pytest.mark.parametrize("name", SETS)
def test_each_blind_page_has_its_labels(name: str) -> None:
    gold = read_gold(BLIND / name / "gold")
    pages = {path.name for path in (BLIND / name / "pages").iterdir()}
    assert gold.pages.keys() | gold.copies.keys() == pages


def test_a_warehouse_is_scored_only_against_labels(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--warehouse", "some.duckdb"])
    assert "go together" in capsys.readouterr().err
