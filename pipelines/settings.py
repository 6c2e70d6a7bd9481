"""Settings: which folder is read, which file is published, where working state lives, limits.

Everything has a default; an environment variable `BAOKHO_<NAME>` or an option of the command line
overrides it. Nothing else in the project reads the environment.
"""

import hashlib
from pathlib import Path

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from assets.limits import Limits
from assets.reference.judgements import DEFAULT_JUDGEMENTS
from warehouse.sql_files import schema_fingerprint

_CHECKOUT = Path(__file__).resolve().parent.parent
# Paths count from the checkout, so that the Dagster server and the command line agree wherever
# they were started; an installed package without a checkout counts from the working folder.
PROJECT_FOLDER = _CHECKOUT if (_CHECKOUT / "pyproject.toml").is_file() else Path.cwd()


class Settings(BaseSettings):
    """The settings of one process."""

    model_config = SettingsConfigDict(env_prefix="BAOKHO_", extra="ignore")

    seeds: Path = Field(default=PROJECT_FOLDER / "seeds", description="Folder that is read.")
    warehouse: Path = Field(
        default=PROJECT_FOLDER / "warehouse" / "baokho.duckdb", description="Published file."
    )
    home: Path = Field(default=PROJECT_FOLDER / "var", description="Folder for working state.")
    judgements: Path = Field(
        default=DEFAULT_JUDGEMENTS, description="A user's own corrections, a CSV file."
    )
    max_file_bytes: int = Field(
        default=100_000_000, gt=0, description="Largest file that is read, in bytes."
    )
    max_line_characters: int = Field(
        default=1_000_000, gt=0, description="Longest line of a flattened page, in characters."
    )

    @field_validator("seeds", "warehouse", "home", "judgements")
    @classmethod
    def _absolute(cls, path: Path) -> Path:
        return path.expanduser().absolute()

    @property
    def limits(self) -> Limits:
        """Limits on what a file may hold."""
        return Limits(file_bytes=self.max_file_bytes, line_characters=self.max_line_characters)

    @property
    def dagster_home(self) -> Path:
        """Folder of the Dagster instance."""
        return self.home / "dagster"


def writer_path(home: Path, warehouse: Path) -> Path:
    """Return the writer's database for a published file.

    Each published file has a writer's database of its own, and each version of the schema too: a
    new one starts empty and the next refresh fills it from the input folder.
    """
    place = hashlib.sha256(str(warehouse).encode()).hexdigest()[:8]
    return home / "writer" / f"{warehouse.stem}-{place}-{schema_fingerprint()}.duckdb"
