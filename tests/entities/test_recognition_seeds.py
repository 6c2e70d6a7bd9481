"""Persons and organisations of the five seeds, with the lines of their main text given."""

from pathlib import Path

import pytest

from assets.entities.recognition import recognise
from assets.entities.records import ArticleText, Observation
from assets.reference.records import load_reference
from tests.entities.seed_mentions import SEEDS

_FOLDER = Path(__file__).parents[2] / "seeds"


def _article(seed: str) -> ArticleText:
    (path,) = _FOLDER.glob(f"{seed}_*.txt")
    lines = path.read_text(encoding="utf-8").split("\n")
    title_line, text_lines, _, _ = SEEDS[seed]
    return ArticleText(
        seed,
        lines[title_line - 1].strip() if title_line else None,
        "\n".join(lines[number - 1].strip() for number in text_lines),
        text_lines,
        title_line,
        None,
        "vi",
        None,
    )


def _forms(observations: tuple[Observation, ...], entity_type: str) -> list[str]:
    return [
        o.surface if o.surface == o.name else f"{o.surface}={o.name}"
        for o in observations
        if o.entity_type == entity_type
    ]


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_persons(seed: str) -> None:
    found = recognise(_article(seed), load_reference())
    assert _forms(found, "person") == SEEDS[seed][2].strip().split("\n")


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_organisations(seed: str) -> None:
    found = recognise(_article(seed), load_reference())
    assert _forms(found, "organisation") == SEEDS[seed][3].strip().split("\n")


def test_line_numbers_are_those_of_the_paragraphs() -> None:
    found = recognise(_article("002"), load_reference())
    hafo = [o.line_no for o in found if o.surface == "Ban Chấp hành HAUFO"]
    assert hafo == [23]
    assert {o.line_no for o in found if o.field == "title"} == {4}
