"""Settings: what counts when a variable is set to nothing."""

import pytest

from pipelines.settings import PROJECT_FOLDER, Settings


def test_an_empty_variable_is_one_that_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SEEDS", "HOME", "MAX_RECORDS", "KEEP_MISSING"):
        monkeypatch.setenv(f"BAOKHO_{name}", "")
    settings = Settings()
    # The working folder, which an empty path means, must not be read or filled by accident.
    assert settings.seeds == PROJECT_FOLDER / "seeds"
    assert settings.home == PROJECT_FOLDER / "var"
    assert settings.max_records == 1_000_000
    assert settings.keep_missing is False
