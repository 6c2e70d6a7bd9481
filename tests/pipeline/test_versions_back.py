"""A version of the code that comes back finds its own rows gone and derives them again."""

import pytest
from sandbox import Sandbox, page

import assets.articles
from assets.versions import Stage, stage_version

pytestmark = pytest.mark.slow


def test_a_version_that_comes_back_derives_again(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other_version(stage: Stage) -> str:
        return f"other {stage}"

    sandbox.write("a.txt", page("tranh dân gian"))
    sandbox.refresh()
    versions = "SELECT stage, version FROM ops.derivations WHERE stage IN ('entities', 'events')"
    for version in (other_version, stage_version):
        monkeypatch.setattr(assets.articles, "stage_version", version)
        sandbox.refresh()
        assert sorted(sandbox.rows(versions)) == [
            ("entities", version("entities")),
            ("events", version("events")),
        ]
