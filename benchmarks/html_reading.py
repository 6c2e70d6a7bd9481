"""Measure the HTML reader against bare trafilatura on sets of pages with gold text.

    python benchmarks/html_reading.py --data DIR [--set NAME …] [--limit N] [--worst N]

DIR holds `NAME.jsonl.gz` with a record per page (`id`, `url`, `file`, `text` and where known
`title`, `author`, `date`) and the gzipped pages. Prints one table per set: word F1 with precision
and recall (mean over pages), pages per second of CPU time on one core, and how often title, date
and authors are right.
"""

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import mean
from typing import Any

import trafilatura

from assets.extraction.html.reader import read_html
from assets.extraction.metadata.language import detect_language
from assets.extraction.records import Article, Page, text_of
from assets.intake.decoding import Decoded, decode
from assets.reference.records import load_reference

_WORD = re.compile(r"\w+")
Facts = dict[str, Any]


def word_f1(predicted: str, gold: str) -> tuple[float, float, float]:
    """Return precision, recall and F1 over lower-cased word multisets."""
    found = Counter(_WORD.findall(predicted.lower()))
    wanted = Counter(_WORD.findall(gold.lower()))
    if not found or not wanted:
        return (1.0, 1.0, 1.0) if not found and not wanted else (0.0, 0.0, 0.0)
    same = sum((found & wanted).values())
    precision, recall = same / sum(found.values()), same / sum(wanted.values())
    return precision, recall, 2 * precision * recall / (precision + recall) if same else 0.0


def _ours(html: str, url: str) -> Facts:
    result = read_html(Page("", "text/html", html, url), load_reference())
    if not isinstance(result, Article):
        return {"text": "", "reason": result.reason}
    published = result.publication
    return {
        "text": text_of(result),
        "title": result.title,
        "title_source": result.title_source,
        "date": published.at.date().isoformat() if published else None,
        "date_source": published.source if published else None,
        "author": list(result.authors),
        "author_source": result.authors_source,
        "reason": result.extraction_reason,
    }


def _bare(**options: Any) -> Callable[[str, str], Facts]:
    def read(html: str, url: str) -> Facts:
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True, **options)
        if found is None or isinstance(found, dict):
            return {"text": ""}
        authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
        return {
            "text": found.text or "",
            "title": found.title,
            "date": found.date,
            "author": authors,
        }

    return read


READERS: dict[str, Callable[[str, str], Facts]] = {
    "our HTML reader": _ours,
    "trafilatura default": _bare(),
    "trafilatura precision": _bare(favor_precision=True),
    "trafilatura recall": _bare(favor_recall=True),
}


def _author_f1(found: list[str], wanted: list[str]) -> float:
    one, other = ({" ".join(name.lower().split()) for name in names} for names in (found, wanted))
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _measure(data: Path, name: str, limit: int | None, worst: int) -> None:
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as stream:
        records = [record for line in stream if (record := json.loads(line)).get("text")]
    records = records[:limit]
    scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    seconds: defaultdict[str, float] = defaultdict(float)
    pages: list[tuple[float, str]] = []
    detect_language("ένα δύο τρία τέσσερα πέντε έξι")  # loads the model, once for all pages
    for record in records:
        decoded = decode(gzip.decompress((data / record["file"]).read_bytes()), "text/html")
        html = decoded.text if isinstance(decoded, Decoded) else ""
        for reader, read in READERS.items():
            start = time.process_time()
            facts = read(html, record.get("url") or "")
            seconds[reader] += time.process_time() - start
            own = scores[reader]
            for measure, value in zip(
                ("precision", "recall", "F1"), word_f1(facts["text"], record["text"]), strict=True
            ):
                own[measure].append(value)
            if record.get("title"):
                own["title"].append(facts.get("title") == record["title"])
            if record.get("date"):
                own["date"].append((facts.get("date") or "")[:10] == record["date"][:10])
                own["no date"].append(not facts.get("date"))
            if record.get("author"):
                own["authors F1"].append(_author_f1(facts.get("author") or [], record["author"]))
            if read is _ours:
                told = f"{own['F1'][-1]:.3f} {record['id'][:16]} {facts.get('reason')}"
                pages.append((own["F1"][-1], told))
    _print_table(name, len(records), scores, seconds)
    for _, told in sorted(pages)[:worst]:
        print("   ", told)


def _print_table(
    name: str,
    count: int,
    scores: dict[str, dict[str, list[float]]],
    seconds: defaultdict[str, float],
) -> None:
    columns = ("F1", "precision", "recall", "title", "date", "no date", "authors F1")
    print(f"\n{name}: {count} pages")
    print(f"{'reader':24}" + "".join(f"{column:>11}" for column in columns) + f"{'pages/s':>9}")
    for reader in READERS:
        cells = [
            f"{mean(found):11.4f}" if (found := scores[reader].get(column)) else f"{'–':>11}"
            for column in columns
        ]
        print(f"{reader:24}" + "".join(cells) + f"{count / max(seconds[reader], 1e-9):9.1f}")


def main() -> int:
    """Run the measurement; exit code 2 when the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--data", type=Path, required=True, help="folder with the sets")
    parser.add_argument("--set", action="append", dest="sets", help="name of a set (repeatable)")
    parser.add_argument("--limit", type=int, help="first N pages of each set only")
    parser.add_argument("--worst", type=int, default=0, help="list the N worst pages")
    arguments = parser.parse_args()
    names = arguments.sets or ["scrapinghub", "wcxb-dev"]
    missing = [name for name in names if not (arguments.data / f"{name}.jsonl.gz").is_file()]
    if missing:
        print(f"no data: {arguments.data} does not hold {', '.join(missing)}", file=sys.stderr)
        return 2
    for name in names:
        _measure(arguments.data, name, arguments.limit, arguments.worst)
    return 0


if __name__ == "__main__":
    sys.exit(main())
