"""The command line: what it prints, for people and programs, and how it ends."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from command_line import Ended, quick_instance, run
from sandbox import Sandbox, page

from pipelines.instance import open_instance, prepare_instance

pytestmark = pytest.mark.slow

_SUMMARY_COUNTS = {
    "files_seen",
    "files_new",
    "files_changed",
    "files_rejected",
    "files_missing",
    "articles_total",
    "articles_added",
    "mentions_total",
    "entities_total",
    "events_total",
}


@dataclass(frozen=True)
class Session:
    """A sandbox with what the commands before and during its two refreshes said."""

    sandbox: Sandbox
    status_before: Ended
    first: Ended
    second: Ended


@pytest.fixture(scope="module")
def session(new_sandbox: Callable[[], Sandbox]) -> Session:
    """A folder refreshed twice: for a program, then for a person."""
    sandbox = new_sandbox()
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("[two].txt", page("hát quan họ"))
    sandbox.write("[bold]bad.txt", "")
    status_before = run(sandbox, "status")
    first = run(sandbox, "refresh", "--json")
    with quick_instance():
        second = run(sandbox, "refresh")
    return Session(sandbox, status_before, first, second)


@pytest.fixture
def asked(session: Session) -> Callable[..., Ended]:
    """Runs `baokho sql` on the refreshed warehouse."""
    return lambda *arguments, stdin="": run(session.sandbox, "sql", *arguments, stdin=stdin)


# --- refresh ---


def test_json_summary_is_the_last_line(session: Session) -> None:
    assert session.first.code == 0
    summary = json.loads(session.first.out.splitlines()[-1])
    assert summary["status"] == "succeeded"
    assert summary["refresh_id"]
    assert isinstance(summary["seconds"], float)
    assert all(type(summary[name]) is int for name in _SUMMARY_COUNTS)
    assert summary["files_seen"] == summary["files_new"] == 3
    assert summary["files_rejected"] == 1
    assert summary["articles_total"] == summary["articles_added"] == 2


def test_progress_is_plain_lines_on_standard_error(session: Session) -> None:
    for stage in ("Reading files", "Reading pages", "Recognising names", "Publishing"):
        assert len([line for line in session.first.err.splitlines() if stage in line]) == 1
    assert "\x1b" not in session.first.out + session.first.err
    assert "Reading" not in session.first.out


def test_summary_for_people(session: Session) -> None:
    assert session.second.code == 0
    out = session.second.out
    for words in ("files loaded", "files rejected", "articles", "person entities", "mentions"):
        assert words in out
    assert "[bold]bad.txt: is empty" in out
    assert f"Published: {session.sandbox.published}" in out
    last = out.strip().splitlines()[-1]
    assert last.startswith("Next: ")
    assert " sql " in last


def test_refresh_of_the_command_line_is_in_the_run_list(session: Session) -> None:
    with session.sandbox.environment() as patch:
        patch.setenv("DAGSTER_HOME", "")
        with open_instance(session.sandbox.home / "dagster") as instance:
            runs = instance.get_runs()
    assert [(run.job_name, run.is_success) for run in runs] == [("refresh", True)]
    assert runs[0].tags["baokho/trigger"] == "cli"
    assert runs[0].tags["baokho/reason"]


def test_options_outrank_the_environment(session: Session, tmp_path: Path) -> None:
    other = Sandbox(tmp_path / "other seeds", session.sandbox.home, tmp_path / "of other.duckdb")
    other.write("three.txt", page("nghề mộc"))
    paths = ("--seeds", str(other.seeds), "--warehouse", str(other.published))
    with quick_instance():
        ended = run(session.sandbox, "refresh", *paths, "--json")
    assert json.loads(ended.out.splitlines()[-1])["articles_total"] == 1
    assert other.statuses() == {"three.txt": "loaded"}
    assert len(session.sandbox.statuses()) == 3


def test_refresh_that_fails(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox.write("one.txt", page("tranh dân gian"))

    def disk_full(*_arguments: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assets.intake.asset.list_folder", disk_full)
    with quick_instance():
        ended = run(sandbox, "refresh", "--json")
    assert ended.code == 1
    assert "No space left on device" in ended.err
    assert "as it was" in ended.err
    assert "Traceback" not in ended.err
    assert json.loads(ended.out.splitlines()[-1])["status"] == "failed"
    assert not sandbox.published.exists()


# --- sql ---


def test_table_for_people(asked: Callable[..., Ended]) -> None:
    ended = asked("SELECT path, status, reason FROM raw.files ORDER BY path")
    assert ended.code == 0
    lines = ended.out.splitlines()
    assert any("[two].txt" in line and "loaded" in line and "NULL" in line for line in lines)
    assert "3 rows" in ended.out


def test_csv_for_programs(asked: Callable[..., Ended]) -> None:
    ended = asked(
        "--csv", "SELECT 'a,\"b' AS x, NULL AS y, ['đ', 'e'] AS z, DATE '2026-01-02' AS d"
    )
    assert list(csv.reader(io.StringIO(ended.out))) == [
        ["x", "y", "z", "d"],
        ['a,"b', "", '["đ", "e"]', "2026-01-02"],
    ]


def test_json_for_programs(asked: Callable[..., Ended]) -> None:
    ended = asked(
        "--json", "SELECT 1 AS n, 'đ' AS s, NULL AS z, [1, 2] AS l, DATE '2026-01-02' AS d"
    )
    assert json.loads(ended.out) == [{"n": 1, "s": "đ", "z": None, "l": [1, 2], "d": "2026-01-02"}]
    assert "đ" in ended.out


def test_json_of_a_sum_is_a_number(asked: Callable[..., Ended]) -> None:
    ended = asked("--json", "SELECT sum(word_count) AS words FROM core.articles")
    ((words,),) = [row.values() for row in json.loads(ended.out)]
    assert type(words) is int


def test_durations_can_be_shown(asked: Callable[..., Ended]) -> None:
    ended = asked("SELECT max(finished_at) - min(started_at) AS span FROM ops.refreshes")
    assert ended.code == 0
    assert "span" in ended.out


def test_columns_of_one_name_are_told_apart(asked: Callable[..., Ended]) -> None:
    ended = asked("--csv", "SELECT 1 AS a, 2 AS a")
    header, row = csv.reader(io.StringIO(ended.out))
    assert len(set(header)) == 2
    assert row == ["1", "2"]


def test_query_from_standard_input(asked: Callable[..., Ended]) -> None:
    ended = asked("--csv", "-", stdin="SELECT count(*) AS n\nFROM core.articles -- all\n")
    assert ended.out == "n\n2\n"


def test_sql_cannot_write(session: Session, asked: Callable[..., Ended]) -> None:
    before = session.sandbox.published.read_bytes()
    ended = asked("DELETE FROM core.articles")
    assert ended.code == 2
    assert session.sandbox.published.read_bytes() == before


# --- status ---


def test_status_before_the_first_refresh(session: Session) -> None:
    assert session.status_before.code == 0
    assert "3 files wait" in session.status_before.out
    assert "baokho refresh" in session.status_before.out


def test_status_after_a_refresh_and_with_files_waiting(session: Session) -> None:
    def state(ended: Ended) -> dict[str, str]:
        cells = [line.split("│") for line in ended.out.splitlines() if "│" in line]
        return {row[1].strip(): row[2].strip() for row in cells}

    shown = state(run(session.sandbox, "status"))
    assert shown["published"] == str(session.sandbox.published)
    assert shown["files waiting"] == "none"
    assert shown["files rejected"] == "1"
    assert shown["articles"] == "2"
    assert shown["started by"] == "cli"
    waiting = session.sandbox.write("three.txt", page("nghề mộc"))
    try:
        shown = state(run(session.sandbox, "status"))
    finally:
        waiting.unlink()
    assert shown["files waiting"] == "1 new, 0 changed, 0 removed"


@pytest.mark.parametrize(
    "query", ["SELEC 1", "SELECT nothing FROM raw.files", "SELECT * FROM nowhere", "SELECT $x"]
)
def test_query_that_fails_is_one_line(asked: Callable[..., Ended], query: str) -> None:
    ended = asked(query)
    assert ended.code == 2
    assert ended.out == ""
    assert len(ended.err.strip().splitlines()) == 1
    assert "the query failed" in ended.err


# --- the rest ---


def test_help_names_every_command(sandbox: Sandbox) -> None:
    ended = run(sandbox, "--help")
    assert ended.code == 0
    for command in ("refresh", "sql", "status", "ui"):
        assert command in ended.out
        assert "--help" in run(sandbox, command, "--help").out
    assert run(sandbox, "--version").out.startswith("baokho, version ")


def test_interrupt_says_that_nothing_changed(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipelines.cli.refresh._run_job", interrupt)
    ended = run(sandbox, "refresh")
    assert ended.code == 130
    assert "as it was" in ended.err


def test_ui_serves_this_machine_only(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def started(_path: str, command: list[str]) -> None:
        commands.append(command)
        raise SystemExit(0)

    monkeypatch.setattr("os.execv", started)
    monkeypatch.chdir(Path.cwd())  # the command changes the folder; this puts it back
    assert run(sandbox, "ui", "--port", "3456").code == 0
    ((_, *command),) = commands
    assert command[command.index("-h") + 1] == "127.0.0.1"
    assert command[command.index("-p") + 1] == "3456"
    assert (sandbox.home / "dagster" / "dagster.yaml").is_file()


def test_operators_own_instance_settings_are_kept(sandbox: Sandbox) -> None:
    own = sandbox.home / "dagster" / "dagster.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("telemetry:\n  enabled: false\n# mine\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DAGSTER_HOME", "")
        prepare_instance(own.parent)
    assert own.read_text(encoding="utf-8").endswith("# mine\n")
