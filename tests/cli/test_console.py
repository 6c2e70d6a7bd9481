"""What is printed for people cannot steer their terminal."""

import io

from rich.console import Console

from pipelines.cli.console import cell, harmless, rows_table


def test_control_characters_are_shown_one_for_one() -> None:
    text = "a\x1b[31mđỏ\x07\x00\x7f\x9b\u202etxt\tb\nc"
    shown = harmless({"path": [text], "bytes": 3})
    assert shown == {"path": ["a␛[31mđỏ␇␀␡\ufffd\ufffdtxt\tb\nc"], "bytes": 3}
    assert len(shown["path"][0]) == len(text)
    assert harmless("Báo “Sức khỏe & Đời sống” – 5/6") == "Báo “Sức khỏe & Đời sống” – 5/6"


def test_a_table_prints_names_as_they_are_but_no_escapes_and_no_markup() -> None:
    written = io.StringIO()
    console = Console(file=written, width=80)
    console.print(rows_table(["path"], [("x\x1b]0;title\x07[bold]y[/bold].txt",), (None,)]))
    assert "x␛]0;title␇[bold]y[/bold].txt" in written.getvalue()
    assert "\x1b" not in written.getvalue()
    assert cell(None) == "[dim]NULL[/dim]"
