"""The measurement of extraction: what it says without its data, and how it scores."""

from pathlib import Path

import pytest

from assets.extraction.records import Line
from benchmarks.extraction import main
from benchmarks.extraction_pages import GoldPage
from benchmarks.extraction_readers import Reading
from benchmarks.extraction_scores import find_errors, score_metadata, score_text


def test_without_data_it_names_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(tmp_path), "--set", "press"]) == 2
    told = capsys.readouterr().err
    assert "flatten.py" in told
    assert "press.jsonl.gz" in told


def test_words_are_scored_as_multisets() -> None:
    score = score_text("một hai hai", "một hai ba bốn")
    assert score.precision == pytest.approx(2 / 3)
    assert score.recall == pytest.approx(1 / 2)
    assert score_text("", "").f1 == 1.0
    assert score_text("một", "").f1 == 0.0


def test_metadata_are_scored_only_where_gold_has_them() -> None:
    gold = GoldPage("p", "", "vi", "", "", "Tin  lạ", "2021-05-14", ("An", "Bình"))
    scores = score_metadata(Reading("", "Tin lạ", "2021-05-14T07:00", ("an",)), gold)
    assert scores["title exact"] == scores["date"] == 1.0
    assert scores["authors F1"] == pytest.approx(2 / 3)
    assert score_metadata(Reading(""), GoldPage("p", "", "vi", "", "", "", "", ())) == {}


def test_errors_are_named_by_what_was_lost_or_kept_and_where() -> None:
    lines = tuple(
        Line(number, kind, text, 1.0, "")
        for number, (kind, text) in enumerate(
            [("teaser", "mở đầu"), ("body", "giữa bài"), ("body", "quảng cáo")], start=1
        )
    )
    found = Reading("giữa bài\nquảng cáo", lines=lines)
    gold = "mở đầu\ngiữa bài"
    errors = dict(
        find_errors(
            found, gold, score_text(found.text, gold), lambda texts, _: [t in gold for t in texts]
        )
    )
    assert errors == {
        "lost: opening short line named teaser": 2,
        "kept: short line behind the text": 2,
    }
    assert list(find_errors(Reading(""), gold, score_text("", gold), lambda *_: [])) == [
        ("page rejected", 4)
    ]
