"""The writer's database for the length of a refresh: opened once, whatever number of stages use it.

Opening a database and closing it with a checkpoint costs more than many a stage, and more the
larger it is. What belongs to one stage only, its temporary tables and frames, ends with the stage.
What does not belong here: how a database is opened (`connection`).
"""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

from warehouse.connection import Database, open_writer


class WriterSession:
    """The writer's database of one refresh, closed between refreshes and while it is copied."""

    def __init__(self, path: Path, memory: int | None = None) -> None:
        self._path = path
        self._memory = memory
        self._opened = contextlib.ExitStack()
        self._database: Database | None = None

    @contextlib.contextmanager
    def stage(self) -> Iterator[Database]:
        """Yield the database for one stage, opening it when it is not open.

        A stage that fails closes it, so that what `open_writer` knows of errors applies. Raises
        what `open_writer` raises.
        """
        if self._database is None:
            self._database = self._opened.enter_context(open_writer(self._path, self._memory))
        try:
            with self._database.beside() as database:
                yield database
        except BaseException:
            self._database = None
            if not self._opened.__exit__(*sys.exc_info()):
                raise

    def close(self) -> None:
        """Close the database with a checkpoint, so that its file is whole and alone."""
        self._database = None
        self._opened.close()
