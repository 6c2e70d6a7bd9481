"""The file of judgements: what is read, what is refused, and that writing keeps the rest."""

from pathlib import Path

import pytest

from assets.reference.judgements import (
    COLUMNS,
    DEFAULT_JUDGEMENTS,
    Judgement,
    add_judgement,
    load_judgements,
    remove_judgement,
)
from assets.reference.loading import ReferenceDataError

HEADER = ",".join(COLUMNS) + "\n"


def write(folder: Path, *lines: str) -> Path:
    path = folder / "judgements.csv"
    path.write_text(HEADER + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_the_file_that_ships_judges_nothing() -> None:
    assert load_judgements(DEFAULT_JUDGEMENTS) == ()
    assert DEFAULT_JUDGEMENTS.read_text(encoding="utf-8") == HEADER


def test_no_file_is_no_judgement(tmp_path: Path) -> None:
    assert load_judgements(tmp_path / "none.csv") == ()


def test_lines_become_judgements_with_their_numbers(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "same,person:a,person:b,",
        "",
        'different,person:c,person:d,"two lines\nof note"',
        "not_an_entity,organisation:e,,a product",
    )
    assert load_judgements(path) == (
        Judgement("same", "person:a", "person:b", None, 2),
        Judgement("different", "person:c", "person:d", "two lines\nof note", 4),
        Judgement("not_an_entity", "organisation:e", None, "a product", 6),
    )


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("equal,a,b,", "'equal' is none of same, different, not_an_entity"),
        ("same,,b,", "left_id is empty"),
        ("same,a,,", "right_id is empty"),
        ("not_an_entity,a,b,", "right_id must be empty"),
        ("different,a,a,", "a is compared with itself"),
        ("same,a,b,no, yes", "5 cells for 4 columns"),
    ],
)
def test_a_bad_line_is_refused_by_file_line_and_reason(
    tmp_path: Path, line: str, reason: str
) -> None:
    path = write(tmp_path, "same,x,y,", line)
    with pytest.raises(ReferenceDataError, match=r"judgements\.csv, line 3: ") as refused:
        load_judgements(path)
    assert reason in str(refused.value)


def test_other_columns_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text("left,right\n", encoding="utf-8")
    with pytest.raises(ReferenceDataError, match="needed: verdict, left_id, right_id, note"):
        load_judgements(path)


def test_adding_and_removing_leaves_all_other_lines_as_they_are(tmp_path: Path) -> None:
    path = write(tmp_path, "same , person:a,person:b,  as I typed it")
    before = path.read_text(encoding="utf-8")
    added = add_judgement(path, Judgement("different", "person:c", "person:d", 'a, "b"\nc', 0))
    assert added == Judgement("different", "person:c", "person:d", 'a, "b"\nc', 3)
    assert path.read_text(encoding="utf-8").startswith(before)
    assert remove_judgement(path, 3) == added
    assert path.read_text(encoding="utf-8") == before
    with pytest.raises(KeyError):
        remove_judgement(path, 3)


def test_a_spreadsheet_keeps_its_line_ends_and_mark(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    saved = "\ufeff" + HEADER.replace("\n", "\r\n") + "same,a,b,một\u2028hai\r\nsame,c,d,\r\n"
    path.write_bytes(saved.encode())
    assert [judgement.line_no for judgement in load_judgements(path)] == [2, 3]
    remove_judgement(path, 3)
    assert path.read_bytes().decode() == saved.removesuffix("same,c,d,\r\n")


def test_adding_makes_the_file_and_ends_an_open_line(tmp_path: Path) -> None:
    path = tmp_path / "new" / "judgements.csv"
    add_judgement(path, Judgement("not_an_entity", "person:a", None, None, 0))
    assert path.read_text(encoding="utf-8") == HEADER + "not_an_entity,person:a,,\n"
    path.write_text(HEADER + "same,a,b,x", encoding="utf-8")
    assert add_judgement(path, Judgement("same", "c", "d", None, 0)).line_no == 3
