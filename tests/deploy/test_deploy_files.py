"""The files of `deploy/`: parsed as their programs do, and safe where they should be."""

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from dagster._core.instance.config import dagster_instance_config

_PROJECT = Path(__file__).parents[2]
_COMPOSE = _PROJECT / "deploy" / "compose"
_SYSTEMD = _PROJECT / "deploy" / "systemd"
_SERVICES = ("code", "daemon", "webserver")
# The keys of the Compose specification that a service here may have: a wrong one stops Compose.
_SERVICE_KEYS = {
    "build",
    "cap_drop",
    "command",
    "depends_on",
    "environment",
    "healthcheck",
    "image",
    "init",
    "mem_limit",
    "networks",
    "ports",
    "read_only",
    "restart",
    "security_opt",
    "stop_grace_period",
    "tmpfs",
    "user",
    "volumes",
}
_HEALTH_KEYS = {"test", "interval", "timeout", "retries", "start_period"}


def compose() -> dict[str, Any]:
    parsed: dict[str, Any] = yaml.safe_load((_COMPOSE / "compose.yaml").read_text("utf-8"))
    return parsed


def unit(name: str) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(_SYSTEMD / name, encoding="utf-8")
    return parser


# --- Docker Compose ---


def test_compose_file_has_the_shape_of_the_specification() -> None:
    file = compose()
    assert {key for key in file if not key.startswith("x-")} == {
        "name",
        "services",
        "networks",
        "volumes",
    }
    assert set(file["services"]) == {"postgres", *_SERVICES}
    for service in file["services"].values():
        assert set(service) <= _SERVICE_KEYS
        assert set(service["healthcheck"]) <= _HEALTH_KEYS
        assert service["healthcheck"]["test"][0] == "CMD"
        assert set(service["networks"]) <= set(file["networks"])
        assert set(service.get("depends_on", {})) <= set(file["services"])
        for volume in service["volumes"]:
            source = re.sub(r"\$\{[^}]+\}", "", volume).split(":")[0]
            assert source.startswith("/") or source in file["volumes"]


def test_only_this_machine_reaches_the_web_server_and_nothing_else_is_open() -> None:
    services = compose()["services"]
    assert {name for name, service in services.items() if "ports" in service} == {"webserver"}
    assert services["webserver"]["ports"] == ["127.0.0.1:3000:3000"]
    assert compose()["networks"]["inside"]["internal"] is True
    assert services["code"]["networks"] == ["inside"]


@pytest.mark.parametrize("name", _SERVICES)
def test_containers_can_do_little(name: str) -> None:
    service = compose()["services"][name]
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service["user"].startswith(("root", "0"))
    assert all(v.endswith(":ro") for v in service["volumes"] if "captures" in v)


def test_no_password_is_in_a_file() -> None:
    for path in _COMPOSE.iterdir():
        for line in path.read_text("utf-8").splitlines():
            found = re.match(r"\s*POSTGRES_PASSWORD\s*[:=]\s*(.*)", line)
            assert found is None or found[1] == "" or found[1].startswith("${"), line


def test_image_copies_what_exists_and_has_the_versions_of_the_lock() -> None:
    dockerfile = (_COMPOSE / "Dockerfile").read_text("utf-8")
    for sources in re.findall(r"^COPY (.+) \S+$", dockerfile, re.MULTILINE):
        for source in sources.split():
            assert (_PROJECT / source).exists(), source
    lock = (_PROJECT / "requirements.lock").read_text("utf-8")
    (dagster,) = re.findall(r"^dagster==1\.(\d+)\.(\d+)", lock, re.MULTILINE)
    wanted = (_COMPOSE / "requirements.txt").read_text("utf-8")
    # Dagster's libraries are numbered 0.(n + 16).m beside Dagster 1.n.m.
    assert f"dagster-postgres==0.{int(dagster[0]) + 16}.{dagster[1]}" in wanted
    project = tomllib.loads((_PROJECT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    assert all(f"COPY {package} {package}" in dockerfile for package in packages)


# --- Dagster's configuration ---


@pytest.mark.parametrize("folder", [_PROJECT / "pipelines", _COMPOSE])
def test_instance_configuration_is_valid(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POSTGRES_PASSWORD", "secret")
    monkeypatch.setenv("DAGSTER_HOME", str(folder))
    configuration, _ = dagster_instance_config(str(folder))
    assert configuration["concurrency"]["pools"] == {"default_limit": 1, "granularity": "run"}


def test_instances_differ_in_their_storage_only() -> None:
    ours, postgres = (
        yaml.safe_load((folder / "dagster.yaml").read_text("utf-8"))
        for folder in (_PROJECT / "pipelines", _COMPOSE)
    )
    assert ours.pop("storage") != postgres.pop("storage")
    assert ours == postgres


# --- systemd ---


@pytest.mark.parametrize("name", _SERVICES)
def test_unit_restarts_and_can_do_little(name: str) -> None:
    service = unit(f"baokho-{name}.service")["Service"]
    assert service["User"] == "baokho"
    assert service["Restart"] == "on-failure"
    assert service["NoNewPrivileges"] == "yes"
    assert service["ProtectSystem"] == "strict"
    assert service["CapabilityBoundingSet"] == ""
    assert service["IPAddressDeny"] == "any"
    assert service["EnvironmentFile"] == "/etc/baokho/baokho.env"
    program = Path(service["ExecStart"].split()[0]).name
    assert program in {"dagster", "dagster-daemon", "dagster-webserver"}
    assert f"baokho-{name}.service" in unit("baokho.target")["Unit"]["Wants"].split()


def test_web_server_of_the_unit_listens_on_this_machine_only() -> None:
    words = unit("baokho-webserver.service")["Service"]["ExecStart"].split()
    assert words[words.index("--host") + 1] == "127.0.0.1"


def test_environment_file_holds_settings_that_exist() -> None:
    from pipelines.settings import Settings

    known = {f"BAOKHO_{name.upper()}" for name in Settings.model_fields} | {"DAGSTER_HOME"}
    lines = (_SYSTEMD / "baokho.env").read_text("utf-8").splitlines()
    assert {line.split("=")[0] for line in lines if not line.startswith("#")} <= known


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for path in _SYSTEMD.glob("baokho*.*"):
        text = path.read_text("utf-8")
        # The programs of the installation are not on this machine.
        text = re.sub(r"/opt/baokho/\.venv/bin/\S+", shutil.which("true") or "/bin/true", text)
        (tmp_path / path.name).write_text(text, "utf-8")
    units = [str(path) for path in tmp_path.glob("baokho*") if path.suffix != ".env"]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stderr.splitlines() if "baokho" in line]
    assert (done.returncode, told) == (0, [])
