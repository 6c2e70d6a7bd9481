"""The pages that extraction is measured on: public sets with gold text, as HTML and flattened.

A folder holds `NAME.jsonl.gz` with a record per page (`id`, `url`, `file`, `lang`, `text` and where
known `title`, `author`, `date`), the gzipped pages, and `flatten.py`, which makes flattened text of
a page in several styles. Nothing of it is in this repository.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from assets.intake.decoding import Decoded, decode
from benchmarks.line_model_pages import bench_module

SETS = ("scrapinghub", "wcxb-dev")
STYLES = ("visible", "rough")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with what is known of it; `title`, `date` (ISO) and `authors` are empty if not."""

    name: str
    url: str
    language: str
    html: str
    text: str
    title: str
    date: str
    authors: tuple[str, ...]


def missing_data(data: Path, names: tuple[str, ...]) -> list[str]:
    """Return what the folder should hold and does not."""
    wanted = ["flatten.py", *(f"{name}.jsonl.gz" for name in names)]
    return [name for name in wanted if not (data / name).is_file()]


def flattener(data: Path) -> Callable[[str, str], str] | None:
    """Return the function (html, style) -> text of the folder, None without its libraries."""
    try:
        flatten: Callable[[str, str], str] = bench_module(data).flatten
    except ImportError:
        return None
    return flatten


def gold_pages(data: Path, name: str, sample: int | None) -> Iterator[GoldPage]:
    """Yield the pages of a set that have gold text, or a fixed sample of them."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        records = [record for line in stream if (record := json.loads(line)).get("text")]
    if sample is not None:
        by_hash = sorted(records, key=lambda one: hashlib.sha256(one["id"].encode()).digest())
        records = by_hash[:sample]
    for record in records:
        decoded = decode(gzip.decompress((data / record["file"]).read_bytes()), "text/html")
        author = record.get("author") or []
        yield GoldPage(
            name=record["id"],
            url=record.get("url") or "",
            language=record.get("lang") or "en",
            html=decoded.text if isinstance(decoded, Decoded) else "",
            text=record["text"],
            title=record.get("title") or "",
            date=(record.get("date") or "")[:10],
            authors=tuple([author] if isinstance(author, str) else author),
        )
