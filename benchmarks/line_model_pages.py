"""Labelled flattened pages for training the line model: where they come from.

Sources (`--data`, never in this repository): WCXB development split (CC BY 4.0) and scrapinghub's
article-extraction-benchmark (MIT), flattened and labelled by the bench's own `flatten.py`; VNTC
(MIT) texts as the filling of synthetic Vietnamese pages. No other page is read.
"""

import gzip
import importlib.util
import json
import re
import tarfile
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from assets.extraction.records import TEXT_KINDS
from benchmarks.synthetic_furniture import SourceText
from benchmarks.synthetic_layouts import Layout
from benchmarks.synthetic_pages import draw_page

STYLES = ("blocks", "visible", "rough")
_SIGNATURE = re.compile(r"(?:theo |\(theo|ảnh)")
_CREDIT = re.compile(r"\bảnh\s*:|^\(?ảnh\b", re.IGNORECASE)


@dataclass(slots=True)
class LabelledPage:
    """A flattened page: raw lines, which of them are main text, whence it comes, its weight."""

    source: str
    style: str
    domain: str
    lines: list[str]
    labels: list[bool]
    gold: str
    weight: float = 1.0


def bench_module(data: Path) -> ModuleType:
    """Import `flatten.py` from the bench folder."""
    spec = importlib.util.spec_from_file_location("flatten", data / "flatten.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def bench_pages(data: Path, name: str) -> list[LabelledPage]:
    """Flatten and label one set of the bench, in every style."""
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    bench = bench_module(data)
    pages = []
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as records:
        for record in map(json.loads, records):
            raw = gzip.decompress((data / record["file"]).read_bytes())
            html = bytes_to_str(raw, detect_encoding(raw) or "utf-8")
            url = record.get("url") or f"none://{record['id']}"
            domain = urlsplit(url).netloc.removeprefix("www.")
            for style in STYLES:
                lines = bench.flatten(html, style).split("\n")
                labels = bench.label(lines, record["text"])
                if any(line.strip() for line in lines):
                    page = LabelledPage(name, style, domain, lines, labels, record["text"])
                    pages.append(page)
    return pages


def source_texts(data: Path) -> dict[str, list[SourceText]]:
    """Read the VNTC sample: headline, first paragraph and body of each text, by topic."""
    texts: dict[str, list[SourceText]] = defaultdict(list)
    with tarfile.open(data / "vntc-sample.tar.xz") as archive:
        members = sorted((m for m in archive if m.isfile()), key=lambda m: m.name)
        for member in members:
            content = archive.extractfile(member)
            assert content is not None
            raw = unicodedata.normalize("NFC", content.read().decode("utf-16"))
            parts = [" ".join(part.split()) for part in raw.split("\n")]
            parts = [part for part in parts if part]
            if len(parts) < 3 or not 3 <= len(parts[0].split()) <= 25:
                continue
            while len(parts) > 3 and (
                len(parts[-1].split()) <= 6 or _SIGNATURE.match(parts[-1].lower())
            ):
                parts.pop()
            if len(parts[1].split()) >= 10:
                topic = Path(member.name).parent.name
                body = tuple(part for part in parts[2:] if not _CREDIT.search(part))
                texts[topic].append(SourceText(topic, parts[0], parts[1], body))
    return dict(texts)


def split_texts(texts: dict[str, list[SourceText]], *, held: bool) -> dict[str, list[SourceText]]:
    """Keep every fifth text (`held`) or the others."""
    return {
        topic: [text for i, text in enumerate(all_of) if (i % 5 == 0) == held]
        for topic, all_of in texts.items()
    }


def synthetic(
    texts: dict[str, list[SourceText]], layouts: Sequence[int], pages_each: int, seed: int
) -> list[LabelledPage]:
    """Draw pages of invented Vietnamese outlets."""
    pages = []
    for number in layouts:
        layout = Layout(number, seed)
        for index in range(pages_each):
            drawn = draw_page(layout, texts, index)
            labels = [kind in TEXT_KINDS for kind in drawn.kinds]
            gold = "\n".join(t for t, main in zip(drawn.lines, labels, strict=True) if main)
            pages.append(
                LabelledPage(
                    "synthetic",
                    "synthetic",
                    f"layout{seed}-{number}",
                    drawn.lines,
                    labels,
                    gold,
                )
            )
    return pages
