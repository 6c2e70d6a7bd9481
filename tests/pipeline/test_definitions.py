"""What Dagster's server and UI find: described assets, checks that ran, job, schedule, sensor."""

import runpy
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import dagster as dg
import pytest
from sandbox import Sandbox, page
from stages import stages

from pipelines.definitions import defs
from pipelines.tags import REASON_TAG, TRIGGER_TAG
from warehouse import sql_files

_PROJECT = Path(__file__).parents[2]
_SPECS = {spec.key.to_user_string(): spec for spec in defs.resolve_all_asset_specs()}
_CHECKS = [
    (key.asset_key.to_user_string(), key.name)
    for key in defs.resolve_asset_graph().asset_check_keys
]

# The pages of this test show no outlet, sign nothing, name no country, and nobody judged them.
_EMPTY = {
    "core/agreement_parties",
    "core/agreements",
    "core/dismissed_mentions",
    "core/merge_candidates",
    "core/outlets",
    "core/shared_names",
    "reference/judgements",
}


def with_two_pages(sandbox: Sandbox) -> Sandbox:
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("two.txt", page("hát quan họ"))
    return sandbox


@pytest.fixture(scope="module")
def in_dagster(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """A warehouse of two pages; the fixture `run` fills it."""
    return with_two_pages(new_sandbox())


@pytest.fixture(scope="module")
def run(in_dagster: Sandbox) -> dg.ExecuteInProcessResult:
    """One run of the job."""
    return in_dagster.refresh_in_dagster()


@pytest.mark.filterwarnings("ignore:.*is superseded")
def test_server_loads_the_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DAGSTER_HOME", str(tmp_path))
    monkeypatch.chdir(_PROJECT)
    # As `python -m dagster` does, in this process: to start another costs seconds.
    monkeypatch.setattr("sys.argv", ["dagster", "definitions", "validate", "-w", "workspace.yaml"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("dagster", run_name="__main__")
    said = capfd.readouterr()
    assert not ended.value.code, said.err
    assert "Validation successful for code location baokho" in said.out + said.err


def test_every_stage_has_its_tables() -> None:
    assert {
        "raw/files",
        "raw/documents",
        "core/articles",
        "core/article_lines",
        "core/outlets",
        "core/mentions",
        "core/entities",
        "core/entity_aliases",
        "core/persons",
        "core/organisations",
        "core/places",
        "core/official_documents",
        "core/date_mentions",
        "core/roles",
        "mart/outlet_summary",
        "mart/person_timeline",
        "mart/document_citations",
        "published/warehouse",
    } <= _SPECS.keys()


@pytest.mark.parametrize("key", sorted(_SPECS))
def test_asset_is_described(key: str) -> None:
    spec = _SPECS[key]
    assert spec.description
    assert spec.group_name not in (None, "default")
    assert spec.kinds
    assert spec.metadata["dagster/table_name"]
    columns = spec.metadata["dagster/column_schema"].columns
    assert columns
    assert all(column.description and column.type for column in columns)


@pytest.mark.parametrize("key", sorted(_SPECS))
def test_asset_has_a_row_count_and_a_check_that_ran(
    run: dg.ExecuteInProcessResult, key: str
) -> None:
    materialised = run.asset_materializations_for_node(_node_of(key))
    (metadata,) = [m.metadata for m in materialised if m.asset_key.to_user_string() == key]
    if key.startswith("mart/"):  # views: to count their rows is to compute them
        assert "dagster/row_count" not in metadata
    else:
        count = metadata["dagster/row_count"].value
        assert isinstance(count, int)
        assert count > 0 or key in _EMPTY
    evaluated = {
        e.check_name
        for e in run.get_asset_check_evaluations()
        if e.asset_key.to_user_string() == key
    }
    assert evaluated


def test_every_check_ran_once_and_passed(run: dg.ExecuteInProcessResult) -> None:
    evaluations = run.get_asset_check_evaluations()
    ran = Counter((e.asset_key.to_user_string(), e.check_name) for e in evaluations)
    assert ran == Counter(_CHECKS)
    assert [e.check_name for e in evaluations if not e.passed] == []


def test_every_query_of_a_check_ran(run: dg.ExecuteInProcessResult) -> None:
    folders = {path.parent.name for path in (_PROJECT / "warehouse/checks").rglob("*.sql")}
    files = {(q.table.replace(".", "/"), q.name) for f in folders for q in sql_files.checks(f)}
    ran = {
        (e.asset_key.to_user_string(), name)
        for e in run.get_asset_check_evaluations()
        for name in e.metadata
    }
    assert files <= ran


def test_checks_of_severity_error_block_what_follows() -> None:
    blocking = {
        (spec.asset_key.to_user_string(), spec.name)
        for definition in defs.resolve_asset_graph().assets_defs
        for spec in definition.check_specs
        if spec.blocking
    }
    for stage in ("reference", "intake", "extraction", "entities", "events", "marts"):
        for query in sql_files.checks(stage):
            name = {"error": "sound", "warn": "plausible"}[query.severity]
            key = (query.table.replace(".", "/"), name)
            assert (key in blocking) is (query.severity == "error")


def test_stages_run_in_the_order_of_the_data(run: dg.ExecuteInProcessResult) -> None:
    steps = [event.step_key for event in run.all_events if event.is_step_success]
    order = ["intake", "extraction", "entities", "events", "marts", "publication"]
    assert [step for step in steps if step in order] == order
    assert steps.index("reference") < steps.index("extraction")


def test_stages_alone_do_what_the_job_does(
    run: dg.ExecuteInProcessResult, in_dagster: Sandbox, sandbox: Sandbox
) -> None:
    steps = [event.step_key for event in run.all_events if event.is_step_success]
    assert list(stages()) == steps
    told = with_two_pages(sandbox).refresh()
    assert told.keys() == _SPECS.keys()
    schemas = ("raw", "core", "search", "reference")
    assert sandbox.tables(*schemas) == in_dagster.tables(*schemas)


def test_job_schedule_and_sensor_are_on() -> None:
    assert defs.resolve_job_def("refresh").description
    schedule = defs.resolve_schedule_def("daily_refresh")
    assert schedule.job_name == "refresh"
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING
    sensor = defs.resolve_sensor_def("input_folder_sensor")
    assert sensor.job_name == "refresh"
    assert sensor.default_status is dg.DefaultSensorStatus.RUNNING


def test_pruning_is_on() -> None:
    schedule = defs.resolve_schedule_def("daily_prune")
    assert schedule.job_name == defs.resolve_job_def("prune").name
    assert schedule.default_status is dg.DefaultScheduleStatus.RUNNING


def test_a_refresh_that_is_tried_again_does_every_stage() -> None:
    assert defs.resolve_job_def("refresh").tags["dagster/retry_strategy"] == "ALL_STEPS"


def test_every_stage_that_writes_is_in_the_pool_of_the_writer() -> None:
    pools = {
        key.to_user_string(): definition.node_def.pool
        for definition in defs.resolve_asset_graph().assets_defs
        for key in definition.keys
        if isinstance(definition.node_def, dg.OpDefinition)
    }
    assert set(pools) == set(_SPECS)
    assert set(pools.values()) == {"duckdb_writer"}


def test_readers_file_has_a_freshness_policy() -> None:
    assert _SPECS["published/warehouse"].freshness_policy is not None


def test_runs_say_what_started_them(run: dg.ExecuteInProcessResult) -> None:
    assert defs.resolve_job_def("refresh").tags[TRIGGER_TAG] == "manual"
    assert run.dagster_run.tags[TRIGGER_TAG] == "cli"
    assert run.dagster_run.tags[REASON_TAG]
    schedule = defs.resolve_schedule_def("daily_refresh")
    with dg.build_schedule_context() as context:
        (request,) = schedule.evaluate_tick(context).run_requests or []
    assert request.tags[TRIGGER_TAG] == "schedule"
    assert request.tags[REASON_TAG]


def _node_of(key: str) -> str:
    asset_key = dg.AssetKey.from_user_string(key)
    return defs.resolve_assets_def(asset_key).node_def.name
