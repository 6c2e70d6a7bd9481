"""Wrong use of the command line: exit code 2, one clear line on standard error, nothing written."""

from collections.abc import Iterator

import pytest
from command_line import run
from sandbox import Sandbox


def _wrong_uses(sandbox: Sandbox) -> Iterator[tuple[str, list[str], dict[str, str], str]]:
    """Yield (name, arguments, environment, words of the message)."""
    root = sandbox.seeds.parent
    a_file = root / "a_file"
    a_file.write_text("no folder, no database", encoding="utf-8")
    nowhere, below_file = str(root / "nowhere"), str(a_file / "below" / "x.duckdb")
    for command in ("refresh", "status", "ui"):
        yield f"{command}: unknown option", [command, "--frobnicate"], {}, "--frobnicate"
        yield f"{command}: missing folder", [command, "--seeds", nowhere], {}, "does not exist"
        yield f"{command}: file as folder", [command, "--seeds", str(a_file)], {}, "not a folder"
    for command in ("refresh", "ui"):
        yield f"{command}: below a file", [command, "--warehouse", below_file], {}, "cannot write"
        yield f"{command}: folder as file", [command, "--warehouse", str(root)], {}, "director"
        environment = {"BAOKHO_WAREHOUSE": str(root)}
        yield f"{command}: folder in environment", [command], environment, "is a folder"
        named_like_schema = str(root / "Core.2026.duckdb")
        yield f"{command}: schema's name", [command, "--warehouse", named_like_schema], {}, "named"
        yield f"{command}: not ours", [command, "--warehouse", str(a_file)], {}, "no DuckDB file"
        yield f"{command}: home is a file", [command], {"BAOKHO_HOME": str(a_file)}, "cannot write"
    yield "no number", ["refresh"], {"BAOKHO_MAX_FILE_BYTES": "many"}, "BAOKHO_MAX_FILE_BYTES"
    yield "number too small", ["status"], {"BAOKHO_MAX_FILE_BYTES": "0"}, "BAOKHO_MAX_FILE_BYTES"
    many = {"BAOKHO_SNAPSHOT_DAYS": "1000000000000"}
    yield "number too large", ["refresh"], many, "BAOKHO_SNAPSHOT_DAYS"
    yield "number without end", ["refresh"], {"BAOKHO_PAGE_SECONDS": "inf"}, "BAOKHO_PAGE_SECONDS"
    yield "unknown command", ["frobnicate"], {}, "frobnicate"
    yield "unknown global option", ["--frobnicate"], {}, "--frobnicate"
    yield "too many arguments", ["refresh", "now"], {}, "now"
    yield "bad port", ["ui", "--port", "0"], {}, "--port"
    yield "no number of snapshots", ["refresh"], {"BAOKHO_SNAPSHOTS_KEPT": "-1"}, "SNAPSHOTS_KEPT"
    yield "no such snapshot", ["restore", "2026"], {}, "no snapshot begins with 2026"
    yield "no query", ["sql"], {}, "QUERY"
    yield "no warehouse yet", ["sql", "SELECT 1"], {}, "run baokho refresh first"
    no_database = ["sql", "--warehouse", str(a_file), "SELECT 1"]
    yield "no database", no_database, {}, "failed"


def test_wrong_use_is_one_line_and_exit_code_2(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_arguments: object) -> None:
        raise AssertionError("the server must not start")

    monkeypatch.setattr("os.execv", started)
    for name, arguments, environment, words in _wrong_uses(sandbox):
        ended = run(sandbox, *arguments, environment=environment)
        assert ended.code == 2, (name, ended)
        assert ended.out == "", (name, ended)
        lines = ended.err.strip().splitlines()
        assert len(lines) == 1, (name, ended)
        assert words in lines[0], (name, ended)
    assert not sandbox.published.exists()
    assert list(sandbox.seeds.iterdir()) == []
