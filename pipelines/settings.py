"""Settings: which folder is read, which file is published, where working state lives, limits.

Everything has a default; an environment variable `BAOKHO_<NAME>` or an option of the command line
overrides it. Nothing else in the project reads the environment.
"""

import hashlib
import os
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assets.engine.opening import EngineName
from assets.engine.records import EngineLimits
from assets.limits import DEFAULT_KEEPING, DEFAULT_LIMITS, Keeping, Limits
from assets.reference.judgements import DEFAULT_JUDGEMENTS
from warehouse.sql_files import schema_fingerprint

_CHECKOUT = Path(__file__).resolve().parent.parent
# Paths count from the checkout, so that the Dagster server and the command line agree wherever
# they were started; an installed package without a checkout counts from the working folder.
PROJECT_FOLDER = _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path.cwd()

# Beyond these no setting means anything, and system calls refuse what they are given.
_MOST_BYTES = 10**15
_MOST = 10**9
_MOST_SECONDS = 7 * 86_400
_MOST_DAYS = 36_500


class Settings(BaseSettings):
    """The settings of one process."""

    model_config = SettingsConfigDict(env_prefix="BAOKHO_", extra="ignore", env_ignore_empty=True)

    seeds: Path = Field(default=PROJECT_FOLDER / "seeds", description="Folder that is read.")
    warehouse: Path = Field(
        default=PROJECT_FOLDER / "warehouse" / "baokho.duckdb", description="Published file."
    )
    home: Path = Field(default=PROJECT_FOLDER / "var", description="Folder for working state.")
    judgements: Path = Field(
        default=DEFAULT_JUDGEMENTS, description="A user's own corrections, a CSV file."
    )
    max_file_bytes: int = Field(
        default=DEFAULT_LIMITS.file_bytes,
        gt=0,
        le=_MOST_BYTES,
        description="Largest file that is read, in bytes.",
    )
    max_record_bytes: int = Field(
        default=DEFAULT_LIMITS.record_bytes,
        gt=0,
        le=_MOST_BYTES,
        description="Largest page, alone or inside a file, unpacked, in bytes.",
    )
    max_records: int = Field(
        default=DEFAULT_LIMITS.records, gt=0, le=_MOST, description="Most pages inside one file."
    )
    max_expanded_bytes: int = Field(
        default=DEFAULT_LIMITS.expanded_bytes,
        gt=0,
        le=_MOST_BYTES,
        description="Most bytes that a packed file may unpack to.",
    )
    max_expansion_ratio: int = Field(
        default=DEFAULT_LIMITS.expansion_ratio,
        gt=0,
        le=_MOST,
        description="Most times its own size that a packed file may unpack to.",
    )
    max_nesting: int = Field(
        default=DEFAULT_LIMITS.nesting, ge=0, le=100, description="Archives inside archives."
    )
    max_json_depth: int = Field(
        default=DEFAULT_LIMITS.json_depth,
        gt=0,
        le=_MOST,
        description="Values inside values of JSON.",
    )
    max_line_characters: int = Field(
        default=DEFAULT_LIMITS.line_characters,
        gt=0,
        le=_MOST,
        description="Longest line of a flattened page, in characters.",
    )
    keep_missing: bool = Field(
        default=False, description="Keep articles whose files are no longer in the folder."
    )
    engine: EngineName = Field(
        default="processes", description="Where pages are read: worker processes, or this process."
    )
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        gt=0,
        le=1000,
        description="Worker processes at a time.",
    )
    page_seconds: float = Field(
        default=30,
        gt=0,
        le=_MOST_SECONDS,
        description="Longest time that a page, or a file up to its next page, may take in a stage.",
    )
    worker_memory: int = Field(
        default=2_000_000_000,
        ge=500_000_000,
        le=_MOST_BYTES,
        description="Memory of a worker process, bytes.",
    )
    worker_tasks: int = Field(
        default=1000,
        gt=0,
        le=_MOST,
        description="Tasks (64 pages or so) after which a worker is renewed.",
    )
    database_memory: int = Field(
        default=2_000_000_000,
        ge=500_000_000,
        le=_MOST_BYTES,
        description="Memory of the writer's database, bytes; what does not fit goes to disk.",
    )

    snapshots_kept: int = Field(
        default=DEFAULT_KEEPING.count,
        ge=0,
        le=_MOST,
        description="How many earlier published files are kept.",
    )
    snapshot_days: int = Field(
        default=DEFAULT_KEEPING.days,
        gt=0,
        le=_MOST_DAYS,
        description="How many days they are kept; the newest stays longer.",
    )

    stale_hours: float = Field(
        default=36,
        gt=0,
        le=24 * _MOST_DAYS,
        description="Age of the last refresh from which status reports it stale.",
    )
    keep_runs_days: int = Field(
        default=90, gt=0, le=_MOST_DAYS, description="How many days runs stay in the run list."
    )
    settling_seconds: float = Field(
        default=5,
        ge=0,
        le=_MOST_SECONDS,
        description="How long the sensor lets a file rest after its last change.",
    )

    @field_validator("seeds", "warehouse", "home", "judgements")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @property
    def limits(self) -> Limits:
        """Limits on what a file may hold."""
        return Limits(
            file_bytes=self.max_file_bytes,
            record_bytes=self.max_record_bytes,
            records=self.max_records,
            expanded_bytes=self.max_expanded_bytes,
            expansion_ratio=self.max_expansion_ratio,
            nesting=self.max_nesting,
            json_depth=self.max_json_depth,
            line_characters=self.max_line_characters,
        )

    @property
    def engine_limits(self) -> EngineLimits:
        """Limits on what work on pages may take."""
        return EngineLimits(
            workers=self.workers,
            item_seconds=self.page_seconds,
            worker_memory=self.worker_memory,
            worker_tasks=self.worker_tasks,
        )

    @property
    def keeping(self) -> Keeping:
        """How many snapshots are kept, and for how long."""
        return Keeping(count=self.snapshots_kept, days=self.snapshot_days)

    @property
    def dagster_home(self) -> Path:
        """Folder of the Dagster instance."""
        return self.home / "dagster"


def writer_path(home: Path, warehouse: Path) -> Path:
    """Return the writer's database for a published file.

    Each published file has a writer's database of its own, and each version of the schema too: a
    new one starts empty and the next refresh fills it from the input folder.
    """
    return home / "writer" / f"{_name(warehouse)}-{schema_fingerprint()}.duckdb"


def lock_path(home: Path, warehouse: Path) -> Path:
    """Return the lock that whoever replaces a published file holds, whatever its schema."""
    return home / "writer" / f"{_name(warehouse)}.lock"


def snapshots_path(home: Path, warehouse: Path) -> Path:
    """Return the folder of the snapshots of a published file."""
    return home / "snapshots" / _name(warehouse)


def _name(warehouse: Path) -> str:
    place = hashlib.sha256(str(warehouse).encode()).hexdigest()[:8]
    return f"{warehouse.stem}-{place}"
