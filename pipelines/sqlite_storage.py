"""Dagster's SQLite storage with database connections that are kept, named in `dagster.yaml`.

Dagster's own classes make a new SQLAlchemy engine for every event: each compiles its statements
anew and closes the last connection, which ends in a checkpoint of the write-ahead log. A refresh
writes some hundred events. The files and tables are Dagster's own, so an instance can change from
one class to the other at any time. What does not belong here: pruning (`pruning`) and Postgres.
"""

import contextlib
import os
import threading
import weakref
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from dagster import DagsterInstance, StringSource
from dagster._config.config_schema import UserConfigSchema
from dagster._core.event_api import EventHandlerFn
from dagster._core.storage.base_storage import DagsterStorage
from dagster._core.storage.event_log.polling_event_watcher import SqlPollingEventWatcher
from dagster._core.storage.event_log.sqlite.sqlite_event_log import SqliteEventLogStorage
from dagster._core.storage.runs.sqlite.sqlite_run_storage import SqliteRunStorage
from dagster._core.storage.schedules.sqlite.sqlite_schedule_storage import SqliteScheduleStorage
from dagster._serdes import ConfigurableClass, ConfigurableClassData

# The index and the run that writes; the web server reads some more at once.
_ENGINES_KEPT = 6
_BUSY_SECONDS = 30
_INDEX = "index"


class Engines:
    """SQLAlchemy engines of SQLite files, the most recently used ones with a connection kept.

    Threads may share it: each gets a connection of its own. A forked child starts without the
    connections of its parent, which SQLite does not allow to be used in two processes.
    """

    def __init__(self, kept: int = _ENGINES_KEPT) -> None:
        self._kept = kept
        self._engines: OrderedDict[str, sa.Engine] = OrderedDict()
        self._lock = threading.Lock()
        _ALIVE.add(self)

    @contextlib.contextmanager
    def begin(self, url: str) -> Iterator[sa.Connection]:
        """Yield a connection in a transaction: committed at the end, rolled back on an error."""
        with self._engine(url).begin() as connection:
            yield connection

    def close(self, url: str) -> None:
        """Close what is kept of one file, because it is about to be deleted."""
        with self._lock:
            engine = self._engines.pop(url, None)
        if engine is not None:
            engine.dispose()

    def close_all(self) -> None:
        """Close what is kept of every file."""
        for url in tuple(self._engines):
            self.close(url)

    def forget(self) -> None:
        """Let go of every connection without touching it: it belongs to the parent process."""
        self._lock = threading.Lock()
        for engine in self._engines.values():
            engine.dispose(close=False)
        self._engines.clear()

    def _engine(self, url: str) -> sa.Engine:
        with self._lock:
            engine = self._engines.get(url)
            if engine is None:
                engine = self._engines[url] = _make_engine(url)
            self._engines.move_to_end(url)
            surplus = [
                self._engines.popitem(last=False)[1] for _ in range(len(self._engines) - self._kept)
            ]
        for old in surplus:
            old.dispose()  # a connection in use is closed when it is given back
        return engine


def _make_engine(url: str) -> sa.Engine:
    engine = sa.create_engine(
        url,
        poolclass=sa.QueuePool,
        pool_size=1,
        max_overflow=-1,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False},
    )

    @sa.event.listens_for(engine, "connect")
    def _commit_quickly(connection: Any, _record: object) -> None:
        # With a write-ahead log a killed process loses nothing; a power cut may lose the last
        # entries of the run list, and never makes the file unreadable.
        connection.execute("PRAGMA synchronous = NORMAL").close()

    return engine


_ALIVE: "weakref.WeakSet[Engines]" = weakref.WeakSet()


def _forget_all() -> None:
    for engines in tuple(_ALIVE):
        engines.forget()


os.register_at_fork(after_in_child=_forget_all)


class KeptSqliteEventLog(SqliteEventLogStorage):
    """Dagster's event log, a file for each run and an index, with connections kept."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines = Engines()
        self._ready: set[str] = set()
        self._watcher: SqlPollingEventWatcher | None = None
        super().__init__(base_dir, inst_data)

    def run_connection(self, run_id: str | None = None) -> Any:
        """Open a transaction on the file of a run."""
        return self._transaction(str(run_id))

    def index_connection(self) -> contextlib.AbstractContextManager[sa.Connection]:
        """Open a transaction on the index of all runs."""
        return self._transaction(_INDEX)

    def delete_events(self, run_id: str) -> None:
        """Remove the events of a run; its file may be deleted afterwards."""
        super().delete_events(run_id)
        self._engines.close(self.conn_string_for_shard(run_id))
        self._ready.discard(run_id)

    def watch(self, run_id: str, cursor: str | None, callback: EventHandlerFn) -> None:
        """Tell new events of a run, as the UI shows them.

        Dagster's own class waits for the file to change, but what a kept connection writes lies in
        the write-ahead log until it is closed. So the file is asked, as PostgreSQL is.
        """
        if self._watcher is None:
            self._watcher = SqlPollingEventWatcher(self)
        self._watcher.watch_run(run_id, cursor, callback)

    def end_watch(self, run_id: str, handler: EventHandlerFn) -> None:
        """Stop telling events of a run."""
        if self._watcher is not None:
            self._watcher.unwatch_run(run_id, handler)

    def wipe(self) -> None:
        """Remove every event."""
        self._engines.close_all()
        self._ready.clear()
        super().wipe()

    def dispose(self) -> None:
        """Stop telling events and close every connection."""
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        self._engines.close_all()
        super().dispose()

    @contextlib.contextmanager
    def _transaction(self, shard: str) -> Iterator[sa.Connection]:
        if shard not in self._ready:
            # Dagster makes the tables of a new file at the first connection of a process.
            with super()._connect(shard):
                self._ready.add(shard)
        with self._engines.begin(self.conn_string_for_shard(shard)) as connection:
            yield connection


class KeptSqliteRuns(SqliteRunStorage):
    """Dagster's list of runs with a connection kept."""

    def __init__(self, conn_string: str, inst_data: ConfigurableClassData | None = None) -> None:
        self._engines = Engines()
        super().__init__(conn_string, inst_data)

    @contextlib.contextmanager
    def connect(self) -> Iterator[sa.Connection]:
        """Open a transaction on the list of runs."""
        with self._engines.begin(self._conn_string) as connection:
            yield connection

    def dispose(self) -> None:
        """Close the connection."""
        self._engines.close_all()


class KeptSqliteStorage(DagsterStorage[Any], ConfigurableClass):
    """Runs, events, ticks and schedules below one folder, laid out as Dagster's SQLite storage."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        home = Path(base_dir)
        home.mkdir(parents=True, exist_ok=True)
        self._inst_data = inst_data
        self._runs = KeptSqliteRuns.from_local(str(home / "history"))
        self._events = KeptSqliteEventLog(str(home / "history" / "runs"))
        self._schedules = SqliteScheduleStorage.from_local(str(home / "schedules"))

    @property
    def inst_data(self) -> ConfigurableClassData | None:
        """The configuration that made this storage."""
        return self._inst_data

    @classmethod
    def config_type(cls) -> UserConfigSchema:
        """Return what `config` in `dagster.yaml` holds: the folder `base_dir`."""
        return {"base_dir": StringSource}

    @classmethod
    def from_config_value(
        cls, inst_data: ConfigurableClassData | None, config_value: Mapping[str, Any]
    ) -> "KeptSqliteStorage":
        """Make the storage that `dagster.yaml` configures."""
        return cls(config_value["base_dir"], inst_data)

    def register_instance(self, instance: DagsterInstance) -> None:
        """Let the storages know the instance that they belong to."""
        super().register_instance(instance)
        for storage in (self._runs, self._events, self._schedules):
            if not storage.has_instance:
                storage.register_instance(instance)

    @property
    def event_log_storage(self) -> KeptSqliteEventLog:
        """Events."""
        return self._events

    @property
    def run_storage(self) -> KeptSqliteRuns:
        """Runs and heartbeats."""
        return self._runs

    @property
    def schedule_storage(self) -> SqliteScheduleStorage:
        """Ticks and the state of schedules and sensors."""
        return self._schedules

    def dispose(self) -> None:
        """Close every connection."""
        for storage in (self._runs, self._events, self._schedules):
            storage.dispose()
