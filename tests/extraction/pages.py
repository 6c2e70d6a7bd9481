"""Labelled pages for tests: own layouts (`layouts/*.page`) and the seeds' goldens.

A `.page` file holds facts ("title: …", "-" for none), a line "---", then the page: each line has a
letter for its kind, a space, and its text; "?" is any kind that is not main text, a small letter a
line that goes on with the paragraph of the line before it. A `.golden` file
holds the same facts and, after "---", ranges of raw line numbers with their kinds.
"""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
SEEDS = HERE.parents[1] / "seeds"
KINDS = {
    "T": "title",
    "L": "lead",
    "B": "body",
    "C": "caption",
    "Y": "byline",
    "D": "date",
    "S": "section",
    "R": "teaser",
    "N": "navigation",
    "O": "other",
    "?": "?",
}


@dataclass(frozen=True)
class Expected:
    name: str
    text: str
    facts: dict[str, str | None]
    kinds: dict[int, str]
    continuing: frozenset[int] = frozenset()

    def names(self, fact: str) -> tuple[str, ...]:
        value = self.facts.get(fact)
        return tuple(value.split(" | ")) if value else ()

    def moment(self, fact: str) -> dt.datetime | None:
        value = self.facts.get(fact)
        return dt.datetime.fromisoformat(value.split()[0]) if value else None


def _facts(head: str) -> dict[str, str | None]:
    pairs = (line.split(": ", 1) for line in head.splitlines() if line.strip())
    return {name: None if value.strip() == "-" else value.strip() for name, value in pairs}


def own_pages() -> list[Expected]:
    found = []
    for path in sorted((HERE / "layouts").glob("*.page")):
        head, _, body = path.read_text(encoding="utf-8").partition("---\n")
        lines, kinds, continuing = [], {}, set()
        for number, line in enumerate(body.rstrip("\n").split("\n"), start=1):
            lines.append(line[2:])
            if line.strip():
                kinds[number] = KINDS[line[0].upper()]
                continuing.update({number} if line[0].islower() else ())
        text = "\n".join(lines)
        found.append(Expected(path.stem, text, _facts(head), kinds, frozenset(continuing)))
    return found


def seed_pages() -> list[Expected]:
    found = []
    for path in sorted((HERE / "golden").glob("*.golden")):
        head, _, ranges = path.read_text(encoding="utf-8").partition("---\n")
        text = next(SEEDS.glob(f"{path.stem}*.txt")).read_text(encoding="utf-8")
        filled = {n for n, line in enumerate(text.split("\n"), start=1) if line.strip()}
        kinds: dict[int, str] = {}
        for entry in ranges.split("\n"):
            if entry.strip():
                numbers, kind = entry.split()
                first, _, last = numbers.partition("-")
                span = set(range(int(first), int(last or first) + 1)) & filled
                kinds.update(dict.fromkeys(span, kind))
        found.append(Expected(path.stem, text, _facts(head), kinds))
    return found
