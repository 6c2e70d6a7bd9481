"""Engines do all work once, in any order, and give up nothing but the items at fault."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from misbehaving import behave, die_once, note_process

from assets.engine.mapping import in_tasks, map_tasks
from assets.engine.opening import EngineName, open_engine
from assets.engine.records import BrokenEngineError, Done, Engine, EngineLimits, Failed, Task

LIMITS = EngineLimits(workers=2, item_seconds=1.0, worker_memory=600_000_000, worker_tasks=99)


@pytest.fixture(params=["processes", "serial"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    name: EngineName = request.param
    with open_engine(name, LIMITS) as opened:
        yield opened


@pytest.fixture
def processes() -> Iterator[Engine]:
    with open_engine("processes", LIMITS) as opened:
        yield opened


def outcome(engine: Engine, items: list[object], size: int) -> tuple[list[object], dict[str, str]]:
    """Return the items done, in order, and the reasons of those that failed."""
    moved: list[int] = []
    ends = list(map_tasks(engine, behave, in_tasks(items, None, size), moved.append))
    done = sorted((end.task.first, end.result) for end in ends if isinstance(end, Done))
    failed = {end.task.items[0]: end.reason for end in ends if isinstance(end, Failed)}
    assert sum(moved) == len(items)
    return [item for _, result in done for item in result], failed


@pytest.mark.parametrize("size", [1, 4, 50])
def test_all_items_are_done_whatever_the_engine_and_the_size_of_tasks(
    engine: Engine, size: int
) -> None:
    items: list[object] = list(range(20))
    assert outcome(engine, items, size) == (items, {})


def test_only_the_item_at_fault_is_given_up(engine: Engine) -> None:
    done, failed = outcome(engine, [1, "raise", 2, 3, "sleep", 4, 5], 4)
    assert done == [1, 2, 3, 4, 5]
    assert failed == {
        "raise": "failed (ValueError: no article); please report the page",
        "sleep": "took longer than 1 s; raise BAOKHO_PAGE_SECONDS or remove the page",
    }


def test_processes_survive_what_nothing_in_one_process_survives(processes: Engine) -> None:
    done, failed = outcome(processes, [1, "die", 2, "hang in C", "abort", 3, "take memory", 4], 3)
    assert done == [1, 2, 3, 4]
    assert "SIGKILL" in failed["die"]
    assert "SIGABRT" in failed["abort"]
    assert "BAOKHO_PAGE_SECONDS" in failed["hang in C"]
    assert "needed more than 0.6 GB of memory; raise BAOKHO_WORKER_MEMORY" in failed["take memory"]


def test_an_item_is_not_given_up_for_one_death_of_its_process(
    processes: Engine, tmp_path: Path
) -> None:
    tasks = in_tasks([3], tmp_path / "died", 1)
    ends = list(map_tasks(processes, die_once, tasks, lambda _items: None))
    assert [end.result for end in ends if isinstance(end, Done)] == [[3]]
    assert (tmp_path / "died").exists()


def test_trouble_of_the_machine_ends_the_work(engine: Engine) -> None:
    with pytest.raises(BrokenEngineError, match="No space left"):
        outcome(engine, [1, "no space", 2], 5)


def test_few_tasks_are_taken_ahead_of_time(engine: Engine) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[Task[object, None]]:
        for task in in_tasks(list(range(12)), None, 1):
            taken.append(task.first)
            yield task

    ends = engine.run(behave, tasks(), lambda _items: None)
    next(ends)
    assert len(taken) <= 6
    assert len(list(ends)) == 11


def test_one_task_starts_one_process(processes: Engine, tmp_path: Path) -> None:
    list(processes.run(note_process, in_tasks([0.0] * 5, tmp_path, 5), lambda _items: None))
    assert len(list(tmp_path.iterdir())) == 1


def test_processes_are_renewed(tmp_path: Path) -> None:
    with open_engine("processes", replace(LIMITS, workers=1, worker_tasks=2)) as engine:
        list(engine.run(note_process, in_tasks([0.0] * 6, tmp_path, 1), lambda _items: None))
    assert len(list(tmp_path.iterdir())) == 3


PARENT = """
import signal, sys
from pathlib import Path
from misbehaving import note_process
from assets.engine.mapping import in_tasks
from assets.engine.opening import open_engine
from assets.engine.records import EngineLimits
# Ctrl-C is ignored by what a shell started in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)
with open_engine("processes", EngineLimits(2, 600.0, 600_000_000, 9)) as engine:
    list(engine.run(note_process, in_tasks([600.0] * 4, Path(sys.argv[1]), 1), print))
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_no_worker_outlives_its_parent(number: signal.Signals, tmp_path: Path) -> None:
    path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        stderr=subprocess.DEVNULL,
    )
    wait_until(lambda: len(list(tmp_path.iterdir())) == 2)
    parent.send_signal(number)
    parent.wait(timeout=20)
    wait_until(lambda: not any(is_alive(int(entry.name)) for entry in tmp_path.iterdir()))


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"
