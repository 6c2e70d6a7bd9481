"""The engines there are, by the names that settings give them."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from assets.engine.processes import Processes
from assets.engine.records import Engine, EngineLimits
from assets.engine.serial import Serial

EngineName = Literal["processes", "serial"]
_ENGINES: Mapping[EngineName, Callable[[EngineLimits], Engine]] = {
    "processes": Processes,
    "serial": Serial,
}


@contextlib.contextmanager
def open_engine(name: EngineName, limits: EngineLimits) -> Iterator[Engine]:
    """Give an engine, and end what still runs on it afterwards."""
    engine = _ENGINES[name](limits)
    try:
        yield engine
    finally:
        engine.close()
