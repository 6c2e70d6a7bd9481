"""From end to end in a real browser: open the UI, materialise everything, query the file."""

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command_line import run
from sandbox import Sandbox, page

_CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
_BAOKHO = str(Path(sys.executable).with_name("baokho"))
_READY_SECONDS = 90
_RUN_SECONDS = 60

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(
        not Path(_CHROMIUM).exists(),
        reason="no chromium here: install Debian's package chromium to run the browser test",
    ),
]


class Server:
    """A running `baokho ui`, asked over GraphQL."""

    def __init__(self, address: str) -> None:
        self.address = address

    def ask(self, query: str) -> dict[str, Any]:
        """Return the data of a GraphQL answer."""
        request = urllib.request.Request(  # noqa: S310 - our own server
            f"{self.address}/graphql",
            data=json.dumps({"query": query}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310
            data: dict[str, Any] = json.load(answer)["data"]
        return data

    def runs(self) -> dict[str, tuple[str, dict[str, str]]]:
        """Return status and tags of every run by its id."""
        found = self.ask(
            "{ runsOrError { ... on Runs { results { id status tags { key value } } } } }"
        )
        return {
            run["id"]: (run["status"], {tag["key"]: tag["value"] for tag in run["tags"]})
            for run in found["runsOrError"]["results"]
        }

    def is_ready(self) -> bool:
        """Tell whether the code location is loaded."""
        try:
            found = self.ask(
                "{ repositoriesOrError { ... on RepositoryConnection { nodes { id } } } }"
            )
        except (OSError, KeyError, TypeError, ValueError):
            return False
        return bool(found.get("repositoriesOrError", {}).get("nodes"))


def environment_of(sandbox: Sandbox) -> dict[str, str]:
    return {
        **os.environ,
        "BAOKHO_SEEDS": str(sandbox.seeds),
        "BAOKHO_HOME": str(sandbox.home),
        "BAOKHO_WAREHOUSE": str(sandbox.published),
    }


def wait_for(condition: Any, seconds: float, what: str) -> Any:
    """Return the first true value of `condition()`; fail when it takes longer."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if value := condition():
            return value
        time.sleep(0.5)
    pytest.fail(f"{what} took longer than {seconds} s")


@pytest.fixture
def server(sandbox: Sandbox, tmp_path: Path) -> Iterator[Server]:
    """`baokho ui` on a free port, after one refresh from the command line."""
    sandbox.write("one.txt", page("tranh dân gian"))
    sandbox.write("two.txt", page("hát quan họ"))
    assert run(sandbox, "refresh").code == 0
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = tmp_path / "ui.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [_BAOKHO, "ui", "--port", str(port)],
            env=environment_of(sandbox),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        running = Server(f"http://127.0.0.1:{port}")
        try:
            wait_for(
                lambda: running.is_ready() or process.poll() is not None,
                _READY_SECONDS,
                "the start of the UI",
            )
            assert process.poll() is None, log.read_text(encoding="utf-8")
            yield running
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=3)
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(timeout=10)


def test_materialise_everything_in_the_browser(server: Server, sandbox: Sandbox) -> None:
    from playwright.sync_api import expect, sync_playwright

    before = server.runs()
    assert [(status, tags["baokho/trigger"]) for status, tags in before.values()] == [
        ("SUCCESS", "cli")
    ]
    server.ask("mutation { setNuxSeen }")  # else a welcome dialog takes the clicks
    sandbox.write("three.txt", page("nghề mộc"))

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        tab.set_default_timeout(30_000)
        tab.goto(f"{server.address}/locations/baokho/jobs/refresh")
        tab.get_by_role("button", name="Materialize all").click()

        def launched() -> set[str]:
            return {
                run_id
                for run_id, (_, tags) in server.runs().items()
                if run_id not in before and tags.get("baokho/trigger") == "manual"
            }

        (run_id,) = wait_for(launched, 30, "the launch")
        status = wait_for(
            lambda: (
                (found := server.runs()[run_id][0]) in ("SUCCESS", "FAILURE", "CANCELED") and found
            ),
            _RUN_SECONDS,
            "the run",
        )
        assert status == "SUCCESS"
        tab.goto(f"{server.address}/runs")
        for shown in (run_id, *before):
            expect(tab.get_by_text(shown[:8]).first).to_be_visible()
        browser.close()

    assert sandbox.statuses() == dict.fromkeys(("one.txt", "two.txt", "three.txt"), "loaded")
    assert sandbox.value("SELECT count(*) FROM core.articles") == 3
    triggers = sandbox.rows('SELECT "trigger", status FROM ops.refreshes ORDER BY started_at')
    assert triggers[0] == ("cli", "succeeded")
    assert ("manual", "succeeded") in triggers
