"""Damaged files of every format, through all readers: none may crash or hang.

    python -m benchmarks.fuzz_readers --inputs 10000

Valid files (`capture_samples`) are mutated: bytes flipped, stretches cut out, doubled, moved or
filled with words that readers know; half of the packed ones are mutated before they are packed.
Each goes the way of a refresh: it is inspected, and every page found in it is read. It must end as
loaded or rejected with a reason. The table shows how many did, and the slowest input of each format
in seconds of CPU. Exits with 1 when one failed; it is kept beside the table's words.
"""

import argparse
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from assets.extraction.reading import read_captures
from assets.extraction.records import Capture
from assets.intake.inspection import inspect_file
from assets.intake.records import InspectedFile, InspectedRecord, ListedFile
from assets.limits import Limits
from assets.reference.records import Reference, load_reference
from benchmarks.capture_samples import PACKINGS, formats, html_page, warc, zipped

# Small limits, so that they are met too.
LIMITS = Limits(file_bytes=2_000_000, record_bytes=400_000, records=50, expanded_bytes=20_000_000)
SLOWEST = 20.0  # seconds of CPU for one file; more is a hang
_WORDS = (
    b"<", b">", b"</p>", b"<script>", b"<!--", b"]]>", b"&#x110000;", b"&amp;" * 20, b"\0", b"\xff",
    b"\xef\xbb\xbf", b"\xff\xfe", b"\r\n\r\n", b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n",
    b"Content-Length: -1\r\n", b"Content-Type: multipart/related; boundary=x\r\n", b"--", b"=\r\n",
    b"\x1f\x8b\x08", b"PK\x03\x04", b"\x28\xb5\x2f\xfd", b'{"', b'"}', b"[[[[[[[[", b'\\ud800',
    b"1e999", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;" * 50, "ngày 31/02/2023".encode(),
    "Ấ".encode("utf-16-le"), b"0\r\n\r\n", b"\n" * 200, b"<div>" * 300,
)  # fmt: skip


@dataclass
class Tally:
    """What became of the inputs of one format."""

    inputs: int = 0
    loaded: int = 0
    rejected: int = 0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)


def samples() -> dict[str, bytes]:
    """Return the valid files that are mutated, by name."""
    plain = formats("mẫu")
    return plain | {
        "crawl_by_record.warc.gz": warc("gốm", "lụa", packed=True),
        "archive.zip": zipped(
            {
                "a/web.html": html_page("diều sáo").encode(),
                "a/web.html.json": b'{"url": "https://bao-mau.vn/a", "outlet": "B"}',
                "crawl.warc": plain["crawl.warc"],
                "inner.zip": zipped({"export.jsonl": plain["export.jsonl"]}),
            }
        ),
    }


def mutate(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return `data` damaged in one to six ways."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        start = chance.randrange(len(found) + 1)
        end = min(len(found), start + chance.choice((1, 4, 30, 200, 2000)))
        way = chance.randrange(8)
        if way == 0:
            for place in range(start, min(end, start + 8)):
                found[place] ^= 1 << chance.randrange(8)
        elif way == 1:
            del found[start:end]
        elif way == 2:
            found[start:start] = found[start:end] * chance.randint(1, 20)
        elif way == 3:
            found[start:start] = chance.choice(_WORDS)
        elif way == 4:
            found[start:end] = chance.choice(_WORDS)
        elif way == 5:
            found[start:end] = chance.randbytes(end - start)
        elif way == 6:
            other = chance.choice(others)
            cut = chance.randrange(len(other))
            found[start:end] = other[cut : cut + 2000]
        else:
            del found[start:]
    return bytes(found)


def inspect(folder: Path, name: str, limits: Limits) -> list[InspectedRecord | InspectedFile]:
    """Return the records of a file and last the file itself, as intake finds them."""
    size = (folder / name).stat().st_size
    return list(inspect_file(folder, ListedFile(name, size, 1), limits))


def go_through(folder: Path, name: str, reference: Reference) -> str:
    """Take a file the way of a refresh; returns "loaded" or "rejected", or says what is wrong."""
    *records, last = inspect(folder, name, LIMITS)
    if not isinstance(last, InspectedFile):
        return "the file itself is not told"
    if last.reason is not None:
        return "rejected" if not records else "rejected, yet with records"
    pages = [one for one in records if isinstance(one, InspectedRecord)]
    if not pages:
        return "loaded without a record"
    captures = [
        Capture(page.document_id, page.file_id, name, page.ordinal, page.url)
        for page in pages
        if page.media_type is not None
    ]
    if any((page.media_type is None) != (page.reason is not None) for page in pages):
        return "a record without a reason"
    if not captures:
        return "rejected"
    outcomes = [one for one in read_captures(folder, captures, LIMITS, reference) if one]
    if len(outcomes) != len(captures):
        return f"{len(captures)} records asked for, {len(outcomes)} told"
    if any((one.article is None) != (one.reason is not None) for one in outcomes):
        return "a page without an article or a reason"
    if any("reader failed" in (one.reason or "") for one in outcomes):
        return next(one.reason or "" for one in outcomes if one.reason)
    return "loaded" if any(one.article for one in outcomes) else "rejected"


class HangError(Exception):
    """A reader took longer than any page may take."""


def _stop(_signal: int, _frame: object) -> None:
    raise HangError(f"more than {SLOWEST} s of CPU")


def run(
    inputs: int, seed: int, keep: Callable[[str, bytes], None] = lambda _name, _data: None
) -> dict[str, Tally]:
    """Send mutated files through the readers; returns what became of them, by format."""
    signal.signal(signal.SIGVTALRM, _stop)
    chance = random.Random(seed)  # noqa: S311 - mutations, no secrets
    reference = load_reference()
    valid = samples()
    others = list(valid.values())
    names = list(valid)
    tallies = {name: Tally() for name in names}
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root)
        for number in range(inputs):
            name = names[number % len(names)]
            tally = tallies[name]
            packing = chance.choice(list(PACKINGS))
            data = valid[name]
            if packing and chance.random() < 0.5:
                data = mutate(PACKINGS[packing](data), others, chance)
            else:
                data = PACKINGS[packing](mutate(data, others, chance))
            path = f"{name}{packing}"
            (folder / path).write_bytes(data)
            began = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SLOWEST)
            try:
                ending = go_through(folder, path, reference)
            except Exception as error:  # whatever escapes is what is looked for
                ending = f"{type(error).__name__}: {error}"
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            spent = time.process_time() - began
            (folder / path).unlink()
            tally.inputs += 1
            tally.slowest = max(tally.slowest, spent)
            tally.loaded += ending == "loaded"
            tally.rejected += ending == "rejected"
            if ending not in ("loaded", "rejected") or spent > SLOWEST:
                tally.failures.append(f"input {number}: {ending[:200]} ({spent:.1f} s)")
                keep(f"{number}-{path}", data)
    return tallies


def main() -> int:
    """Run from the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for the inputs that failed")
    arguments = parser.parse_args()

    def keep(name: str, data: bytes) -> None:
        if arguments.keep is not None:
            arguments.keep.mkdir(parents=True, exist_ok=True)
            (arguments.keep / name).write_bytes(data)

    tallies = run(arguments.inputs, arguments.seed, keep)
    print("| format | inputs | loaded | rejected | failed | slowest, s |")
    print("|---|---|---|---|---|---|")
    for name, tally in tallies.items():
        print(
            f"| {name} | {tally.inputs:,} | {tally.loaded:,} | {tally.rejected:,}"
            f" | {len(tally.failures)} | {tally.slowest:.2f} |"
        )
    failures = [failure for tally in tallies.values() for failure in tally.failures]
    print(*failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
