"""What the version of a stage covers: files that are there, and every reference file it reads."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, get_args

import pytest

from assets.entities.recognition import recognise
from assets.entities.records import ArticleText
from assets.entities.resolution.evidence import with_evidence
from assets.events.facts import fact_rows
from assets.extraction.reading import read_page
from assets.extraction.records import Article, Page, text_of
from assets.reference.records import Reference, load_reference
from assets.versions import DEPENDS, Stage, depended_on

STAGES: tuple[Stage, ...] = get_args(Stage)
SEEDS = sorted((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
HTML = "<html><head><title>Hội làng</title></head><body><article><p>{}</p></article></body></html>"


class Withheld(tuple[Any, ...]):
    """A table that must not be read."""

    __slots__ = ()

    def __iter__(self) -> NoReturn:
        raise LookupError("reads a reference file that its version does not cover")


@cache
def covered(stage: Stage) -> Reference:
    """Return the reference data with only the tables that a stage's version covers."""
    known = load_reference()
    names = {path.stem for path in depended_on(stage) if path.suffix == ".csv"}
    withheld = {name: Withheld() for name in Reference.__slots__ if name not in names}
    assert withheld or stage == "events"
    return replace(known, **withheld)


def read(text: str, media_type: Any = "text/plain") -> Article:
    """Read a page with what the version of extraction covers."""
    article = read_page(Page("a-1", media_type, text), covered("extraction"))
    assert isinstance(article, Article)
    return article


def test_what_a_version_names_is_there() -> None:
    for stage, depends in DEPENDS.items():
        files = [path.as_posix() for path in depended_on(stage)]
        assert len(files) == len(set(files)), stage
        for part in (*depends.rooms, *depends.tables, *depends.statements):
            assert any(part in path for path in files) or part == "*", (stage, part)


def test_a_reference_file_changes_the_stages_that_read_it_and_those_behind_them() -> None:
    def touched(table: str) -> set[Stage]:
        return {stage for stage in STAGES if any(path.stem == table for path in depended_on(stage))}

    assert touched("event_kinds") == {"reference", "events"}
    assert touched("bodies") == {"reference", "entities", "events"}
    assert touched("outlets") == {"reference", "extraction", "entities", "events"}


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_no_stage_reads_a_reference_file_that_its_version_does_not_cover(path: Path) -> None:
    page = read(path.read_text("utf-8"))
    read(HTML.format(text_of(page).replace("\n", "</p><p>")), "text/html")
    article = ArticleText(
        article_id="article:a-1",
        title=page.title,
        text=text_of(page),
        paragraph_lines=(),
        title_line=None,
        published_on=page.publication.at.date() if page.publication else None,
        language=page.language,
        outlet_id=page.outlet_id,
    )
    names, facts = covered("entities"), covered("events")
    found = with_evidence(article, recognise(article, names), names)
    assert found
    assert fact_rows(article, found, facts)["dates"]
