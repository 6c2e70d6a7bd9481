"""A pipeline of its own for a test: input folder, working state and published file in one place.

Refreshes run in the test's process, with the configuration that `baokho refresh` uses: the stages
alone, or the job where Dagster's part is what a test looks at. What does not belong here: fixtures
(`conftest.py`) and what a test expects.
"""

import logging
import os
import time
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest
from stages import Told, run_stages

from pipelines.definitions import defs
from pipelines.resources import RefreshResource
from pipelines.tags import REASON_TAG, TRIGGER_TAG

Row = tuple[Any, ...]
# Columns that hold a moment or name a run: two refreshes of the same files differ in them.
_OF_THE_RUN = ["first_seen_at", "last_seen_at", "modified_ns", "refresh_id"]


def page(topic: str, *, day: str = "05/06/2023", chair: str = "Nguyễn Thị Hồng Vân") -> str:
    """Return a small flattened page that is read as an article: its text holds `topic`.

    It names a person, an organisation, a place and an official document.
    """
    return f"""Văn hóa - Xã hội
Thứ hai, {day} 08:15

Bắc Ninh bàn cách giữ gìn {topic}

TTXVN - Sáng cùng ngày, Ủy ban nhân dân tỉnh Bắc Ninh họp bàn việc giữ gìn {topic} ở các làng \
ven sông và ghi nhận ý kiến của bà con.

Phát biểu tại buổi họp, bà {chair}, Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh, cho biết tỉnh đã \
thực hiện Chỉ thị số 31-CT/TW trong ba năm và nhiều nơi đã khôi phục được {topic}.

Các đại biểu đề nghị Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Ninh mở lớp dạy cho thanh niên, \
đồng thời mời nghệ nhân cao tuổi kể lại cách làm {topic} như ông bà đã làm trước đây.

Theo kế hoạch, đoàn công tác sẽ thăm thành phố Đà Nẵng vào ngày 12/7/2023 để học hỏi kinh nghiệm \
và báo cáo kết quả trước khi mùa lễ hội bắt đầu.
"""


def failures(result: dg.ExecuteInProcessResult) -> list[str]:
    """Return what went wrong in a run: failed steps, and queries of checks that found rows."""
    errors = [e.step_failure_data.error for e in result.all_events if e.is_step_failure]
    found = [(error.cause or error).message for error in errors if error is not None]
    for check in result.get_asset_check_evaluations():
        if not check.passed:
            found += [name for name, value in check.metadata.items() if value.value != "passed"]
    return found


@dataclass(frozen=True)
class Sandbox:
    """Paths of one isolated pipeline, and what a test does with it."""

    seeds: Path
    home: Path
    published: Path

    @property
    def judgements(self) -> Path:
        """The file of a user's own corrections; there is none until a test writes it."""
        return self.home / "judgements.csv"

    def write(self, path: str, content: str | bytes, *, age: float = 60) -> Path:
        """Write a file of the input folder, changed `age` seconds ago."""
        target = self.seeds / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        moment = time.time() - age
        os.utime(target, (moment, moment))
        return target

    @contextmanager
    def environment(self) -> Iterator[pytest.MonkeyPatch]:
        """Let the settings of this process point here for the duration of the block."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("BAOKHO_SEEDS", str(self.seeds))
            patch.setenv("BAOKHO_HOME", str(self.home))
            patch.setenv("BAOKHO_WAREHOUSE", str(self.published))
            patch.setenv("BAOKHO_JUDGEMENTS", str(self.judgements))
            # Starting workers costs a second a refresh; what they do is the same (tests/engine).
            patch.setenv("BAOKHO_ENGINE", os.environ.get("BAOKHO_ENGINE", "serial"))
            yield patch

    def refresh(
        self, *, full: bool = False, only: Collection[str] | None = None
    ) -> dict[str, Told]:
        """Run the stages once (`only`: those of these names), return what they tell of each asset.

        Raises what fails.
        """
        resource = RefreshResource(
            input_folder=str(self.seeds), published=str(self.published), full=full
        )
        with self.environment():
            return run_stages(resource, only)

    def refresh_in_dagster(
        self, *, succeeds: bool = True, only: Sequence[str] = ()
    ) -> dg.ExecuteInProcessResult:
        """Run the job `refresh` once and check that it ends as expected.

        `only` names the assets to make, as one may choose them in the UI; default: all.
        """
        logging.getLogger("dagster").setLevel(logging.CRITICAL)
        paths = {"input_folder": str(self.seeds), "published": str(self.published)}
        chosen = [dg.AssetKey.from_user_string(name) for name in only]
        with self.environment(), dg.DagsterInstance.ephemeral() as instance:
            result = defs.resolve_job_def("refresh").execute_in_process(
                instance=instance,
                run_config={
                    "resources": {"refresh": {"config": paths}},
                    "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
                },
                tags={TRIGGER_TAG: "cli", REASON_TAG: "test"},
                asset_selection=chosen or None,
                raise_on_error=False,
            )
        assert result.success is succeeds, failures(result)
        return result

    def rows(self, sql: str, *parameters: Any) -> list[Row]:
        """Return the rows that a reader of the published file gets."""
        with duckdb.connect(self.published, read_only=True) as reader:
            return reader.execute(sql, list(parameters)).fetchall()

    def value(self, sql: str, *parameters: Any) -> Any:
        """Return the one value of a query."""
        ((value,),) = self.rows(sql, *parameters)
        return value

    def tables(self, *names: str) -> dict[str, list[Row]]:
        """Return all rows of tables, named or by schema, without what names or dates the run."""
        with duckdb.connect(self.published, read_only=True) as reader:
            found = reader.execute(
                "SELECT schema_name || '.' || table_name FROM duckdb_tables()"
                " WHERE list_has_any($1, [schema_name, schema_name || '.' || table_name])"
                " ORDER BY ALL",
                [list(names)],
            ).fetchall()
            select = "SELECT COLUMNS(lambda name: NOT list_contains($1, name)) FROM {} ORDER BY ALL"
            return {
                table: reader.execute(select.format(table), [_OF_THE_RUN]).fetchall()
                for (table,) in found
            }

    def statuses(self) -> dict[str, str]:
        """Return the status of every path that lies in the folder."""
        return dict(
            self.rows(
                "SELECT path, status FROM raw.files"
                " WHERE status IN ('loaded', 'duplicate', 'rejected')"
            )
        )

    def reason(self, path: str) -> str | None:
        """Return the reason that a reader sees for the one row of a path."""
        reason: str | None = self.value("SELECT reason FROM raw.files WHERE path = ?", path)
        return reason
