"""Damaged database files: telling them from those that cannot be opened now, setting them aside.

A file may be damaged by a failing disk, by a copy that ended early, or by a kill while it was being
created. What becomes of it then is decided by `recovery`.
"""

from pathlib import Path

import duckdb

from warehouse import sql_files

# Errors that say something about the machine or another process, and nothing about the file.
_OTHER_CAUSES = (
    "could not set lock",
    "conflicting lock",
    "different configuration",
    "permission denied",
    "no space left",
    "disk quota exceeded",
    "file too large",
    "too many open files",
    "read-only file system",
    "no such file",
    "out of memory",
    "cannot allocate memory",
    "failed to allocate",
)
# What DuckDB says when blocks that it reads in the middle of its work are not what was written.
_SIGNS = ("corrupt database", "computed checksum")
_CUT_SHORT = "could not read enough bytes"
_MAGIC_AT, _MAGIC = 8, b"DUCK"


class DamagedDatabaseError(Exception):
    """A database file turned out to be damaged; it was set aside and is built again."""


def find_damage(database: Path, *, read_only: bool) -> str | None:
    """Open a database file and return what is wrong with it, None when nothing shows.

    That it cannot be opened for another reason is raised. Opening to write replays the log that a
    killed process left, and keeps readers out meanwhile. A file cut short often opens: DuckDB reads
    the missing blocks only when a query needs them, as it does with damage inside blocks.
    """
    try:
        with duckdb.connect(database, read_only=read_only) as connection:
            statement = sql_files.statement("history/bytes_in_use")
            ((needed,),) = connection.execute(statement).fetchall()
    except duckdb.Error as error:
        if is_damage_on_opening(error):
            return str(error).splitlines()[0]
        raise
    size = database.stat().st_size
    return f"cut short: {size:,} of {needed:,} bytes" if size < needed else None


def is_damage_on_opening(error: duckdb.Error) -> bool:
    """Tell whether a file that cannot be opened is itself the reason."""
    return not any(cause in str(error).lower() for cause in _OTHER_CAUSES)


def is_damage_in_use(error: duckdb.Error, database: Path) -> bool:
    """Tell whether a statement failed because the database file under it is damaged."""
    text = str(error)
    cut_short = _CUT_SHORT in text.lower() and str(database) in text
    return cut_short or any(sign in text.lower() for sign in _SIGNS)


def is_duckdb_file(path: Path) -> bool:
    """Tell whether a file begins as a DuckDB database does, damaged or not."""
    with path.open("rb") as stream:
        return stream.read(_MAGIC_AT + len(_MAGIC))[_MAGIC_AT:] == _MAGIC


def write_ahead_log(database: Path) -> Path:
    """Return where DuckDB keeps the write-ahead log of a database file."""
    return database.with_name(database.name + ".wal")


def set_aside(database: Path) -> Path:
    """Rename a damaged file, replacing one set aside before; return its new place.

    The log goes first: alone beside a new database it would be taken for that one's.
    """
    aside = database.with_name(database.name + ".damaged")
    write_ahead_log(aside).unlink(missing_ok=True)
    if write_ahead_log(database).exists():
        write_ahead_log(database).replace(write_ahead_log(aside))
    database.replace(aside)
    return aside
