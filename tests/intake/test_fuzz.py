"""Damaged and arbitrary bytes through every reader: each input is loaded or rejected with a reason.

`benchmarks/fuzz_readers.py` does the same with ten thousand inputs.
"""

import random
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.extraction.reading import read_captures
from assets.extraction.records import Capture
from assets.intake.containers.json_values import BadValue, read_values
from assets.intake.containers.moments import parse_moment
from assets.intake.containers.telling import read_fields, told_by
from assets.intake.records import InspectedFile, InspectedRecord
from assets.limits import DEFAULT_LIMITS
from assets.reference.records import Reference, load_reference
from benchmarks.capture_samples import PACKINGS, address, html_page
from benchmarks.fuzz_readers import go_through, inspect, mutate, samples

_FEW = settings(
    max_examples=40,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
_SAMPLES = samples()
_OTHERS = list(_SAMPLES.values())


@pytest.fixture(scope="module")
def reference() -> Reference:
    """The shipped reference data."""
    return load_reference()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here may open a connection or look up a name."""

    def refuse(*_arguments: object, **_named: object) -> None:
        pytest.fail("a reader went to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("name", _SAMPLES)
@pytest.mark.parametrize("packing", ["", ".gz"])
def test_damaged_files_end_as_loaded_or_rejected(
    name: str, packing: str, tmp_path: Path, reference: Reference
) -> None:
    chance = random.Random(name)  # noqa: S311 - mutations, no secrets
    for _ in range(6):
        data = PACKINGS[packing](mutate(_SAMPLES[name], _OTHERS, chance))
        (tmp_path / f"{name}{packing}").write_bytes(data)
        assert go_through(tmp_path, f"{name}{packing}", reference) in ("loaded", "rejected")


@given(
    data=st.binary(max_size=300),
    magic=st.sampled_from(
        [
            b"",
            b"\x1f\x8b\x08",
            b"\x28\xb5\x2f\xfd",
            b"PK\x03\x04",
            b"WARC/1.0\r\n",
            b'{"text":',
            b"[",
        ]
    ),
    ending=st.sampled_from(["html", "txt", "mhtml", "warc", "json", "jsonl", "zip", "gz", "zst"]),
)
@_FEW
def test_any_bytes_end_as_loaded_or_rejected(
    data: bytes, magic: bytes, ending: str, tmp_path: Path, reference: Reference
) -> None:
    (tmp_path / f"a.{ending}").write_bytes(magic + data)
    assert go_through(tmp_path, f"a.{ending}", reference) in ("loaded", "rejected")


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["title", "date", "published", "text", "url", "authors", "source", "meta"]
            )
            | st.text(max_size=5),
            inner,
            max_size=6,
        )
    ),
    max_leaves=12,
)


@given(record=st.dictionaries(st.text(max_size=12), _JSON) | _JSON)
@_FEW
def test_any_fields_tell_something_or_nothing(record: object) -> None:
    if isinstance(record, dict):
        told = told_by(read_fields(record), "the record")
        assert told.published is None or told.published.tzinfo is not None
        assert {fact for fact, _ in told.sources} <= {
            "title", "url", "fetched_at", "published", "outlet", "authors",
        }  # fmt: skip
    parse_moment(record)


@given(text=st.text(st.sampled_from('{}[]",:\\ntrue1e- \n'), max_size=60))
@_FEW
def test_any_text_is_values_or_bad_values(text: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text(text, encoding="utf-8")
    with (tmp_path / "x").open("rb") as stream:
        for value in read_values(stream, DEFAULT_LIMITS):
            assert not isinstance(value, BadValue) or value.reason


_ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
_HOSTILE = {
    "laughs": f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "ha">{_ENTITIES}]>',
    "external": '<!DOCTYPE html [<!ENTITY e11 SYSTEM "file:///etc/passwd">]>',
    "remote": '<!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/x.dtd" [<!ENTITY e11 SYSTEM'
    ' "http://127.0.0.1:9/x">]>',
}


@pytest.mark.parametrize("kind", _HOSTILE)
@pytest.mark.parametrize("ending", ["html", "xhtml", "txt", "warc"])
def test_entities_are_inert(kind: str, ending: str, tmp_path: Path, reference: Reference) -> None:
    head = f'<base href="http://127.0.0.1:9/"><link rel="canonical" href="{address("a")}">'
    page = html_page("tò he", head=head).replace("<!DOCTYPE html>", _HOSTILE[kind])
    data = page.replace("ven sông", "ven sông &e11;").encode()
    if ending == "warc":
        data = _as_resource(data)
    (tmp_path / f"a.{ending}").write_bytes(data)
    *records, last = inspect(tmp_path, f"a.{ending}", DEFAULT_LIMITS)
    assert isinstance(last, InspectedFile)
    assert last.reason is None
    (record,) = records
    assert isinstance(record, InspectedRecord)
    capture = Capture(record.document_id, record.file_id, f"a.{ending}", 1, None)
    (outcome,) = read_captures(tmp_path, [capture], DEFAULT_LIMITS, reference)
    assert outcome is not None
    assert outcome.article is not None
    text = "\n".join(line.text for line in outcome.article.lines)
    assert "ven sông" in text
    assert "root:" not in text
    assert "haha" not in text
    assert len(text) < 3000


def _as_resource(page: bytes) -> bytes:
    head = (
        f"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: {address('a')}\r\n"
        f"Content-Type: text/html\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"
