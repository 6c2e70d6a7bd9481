"""Articles with labelled mentions: our own of `labelled/`, and the blind pages.

A gold mention says where a name stands, its type and which entity it is; `ignored` spans are not
judged. How they are compared with what is found is in `entities_scores`.
"""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assets.entities.records import ArticleText, Field

_HERE = Path(__file__).parent
LABELLED = _HERE / "labelled"
BLIND = _HERE / "blind"


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A name at field[start:end]; `entity` names whose it is, `number` that of a document."""

    field: Field
    start: int
    end: int
    entity_type: str
    entity: str
    number: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its mentions and the (field, start, end) spans that are not judged."""

    article: ArticleText
    mentions: tuple[GoldMention, ...]
    ignored: tuple[tuple[Field, int, int], ...] = ()


def labelled_articles(folder: Path = LABELLED) -> list[GoldArticle]:
    """Read our own articles, sorted by name; raises ValueError where a surface is not its slice."""
    pages = ((path.stem, _read(path)) for path in sorted(folder.glob("*.json")))
    return [_labelled(name, gold, gold["published_on"]) for name, gold in pages]


def blind_articles(folder: Path = BLIND) -> list[GoldArticle]:
    """Read the blind pages whose names are labelled; empty where the folder is missing."""
    pages = (
        (f"{path.parent.parent.name}/{path.stem}", _read(path))
        for path in sorted(folder.glob("*/gold/*.json"))
    )
    return [
        _labelled(name, gold, gold["published_at"]) for name, gold in pages if "mentions" in gold
    ]


def _read(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return gold


def _labelled(name: str, gold: dict[str, Any], published: str | None) -> GoldArticle:
    day = re.match(r"\d{4}-\d{2}-\d{2}", published or "")
    lines = tuple(gold.get("text_lines") or ())
    published_on = dt.date.fromisoformat(day[0]) if day else None
    article = ArticleText(
        name, gold["title"], gold["text"], lines, None, published_on, gold.get("language"), None
    )
    mentions = []
    for row in gold["mentions"]:
        if gold[row["field"]][row["start"] : row["end"]] != row["surface"]:
            raise ValueError(f"{name}: {row['surface']!r} does not stand at {row['start']}")
        mentions.append(
            GoldMention(
                row["field"], row["start"], row["end"], row["type"], row["entity"],
                row.get("number"),
            )
        )  # fmt: skip
    ignored = ((row["field"], row["start"], row["end"]) for row in gold.get("ignored", ()))
    return GoldArticle(article, tuple(mentions), tuple(ignored))
