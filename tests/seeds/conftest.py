"""One refresh of the five seeds for all tests of this folder."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sandbox import Sandbox

SEEDS = Path(__file__).parent.parent.parent / "seeds"


@pytest.fixture(scope="session")
def seeds(new_sandbox: Callable[[], Sandbox]) -> Sandbox:
    """The warehouse of the seeds, which every test only reads."""
    sandbox = new_sandbox()
    shutil.copytree(SEEDS, sandbox.seeds, dirs_exist_ok=True)
    sandbox.refresh()
    return sandbox
