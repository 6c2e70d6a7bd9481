"""Running `baokho` in this process through its entry point, as a user would see it."""

import contextlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import dagster as dg
import pytest
from sandbox import Sandbox

from pipelines.cli.main import main


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


def run(
    sandbox: Sandbox,
    *arguments: str,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run `baokho` with arguments, in the sandbox's environment and what overrides it."""
    out, err = io.StringIO(), io.StringIO()
    with (
        sandbox.environment() as patch,
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        patch.setenv("DAGSTER_HOME", "")  # the command sets it; this puts it back
        for name, value in (environment or {}).items():
            patch.setenv(name, value)
        patch.setattr("sys.argv", ["baokho", *arguments])
        patch.setattr("sys.stdin", io.StringIO(stdin))
        with pytest.raises(SystemExit) as ended:
            main()
    code = ended.value.code
    return Ended(code if isinstance(code, int) else 0, out.getvalue(), err.getvalue())


@contextlib.contextmanager
def quick_instance() -> Iterator[None]:
    """Let commands record their runs in memory: for tests that do not look at the run list."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pipelines.instance.open_instance", lambda _: dg.DagsterInstance.ephemeral())
        yield
