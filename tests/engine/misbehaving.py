"""Work that hangs, dies and raises where its items say so, for the tests of engines."""

import os
import re
import time
from collections.abc import Generator
from pathlib import Path

from assets.engine.records import Task


def behave(task: Task[object, object]) -> Generator[int, None, list[object]]:
    """Return the items as they are, but do what words among them say."""
    for item in task.items:
        match item:
            case "sleep":
                time.sleep(600)
            case "hang in C":
                re.match(r"(a+)+$", "a" * 60 + "b")
            case "die":
                os.kill(os.getpid(), 9)
            case "abort":
                os.abort()
            case "take memory":
                bytearray(10_000_000_000)
            case "raise":
                raise ValueError("no article")
            case "no space":
                raise OSError(28, "No space left on device")
            case _:
                pass
        yield 1
    return list(task.items)


def note_process(task: Task[float, Path]) -> Generator[int, None, int]:
    """Write the id of the process that does the task, then sleep."""
    for seconds in task.items:
        (task.common / str(os.getpid())).touch()
        time.sleep(seconds)
        yield 1
    return os.getpid()


def die_once(task: Task[int, Path]) -> Generator[int, None, list[int]]:
    """Die the first time that item 3 is met, as when the machine is short of memory."""
    for item in task.items:
        if item == 3 and not task.common.exists():
            task.common.touch()
            os.kill(os.getpid(), 9)
        yield 1
    return list(task.items)
