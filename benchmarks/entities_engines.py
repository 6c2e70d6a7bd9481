"""What is measured: our recognition, the same without one kind of knowledge, and a peer.

An ablation is the same code with part of the reference data, or of its findings, left out.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assets.entities.recognition import recognise
from assets.entities.records import ArticleText, EntityType, Field, Observation
from assets.reference.records import Reference

Recognise = Callable[[ArticleText], Sequence[Observation]]
_PEER_TYPES: dict[str, EntityType] = {"PER": "person", "ORG": "organisation", "LOC": "place"}


@dataclass(frozen=True, slots=True)
class Engine:
    """A way of finding mentions, with the name it has in the table."""

    name: str
    recognise: Recognise


def ours(reference: Reference) -> Engine:
    """Return recognition as it is."""
    return Engine("Báo Kho", lambda article: recognise(article, reference))


def ablations(reference: Reference) -> list[Engine]:
    """Return recognition without one kind of knowledge each."""
    less = {
        "without listed organisations": replace(reference, bodies=()),
        "without organisation grammar": replace(
            reference, organisation_heads=(), organisation_words=()
        ),
        "without titles": replace(reference, titles=()),
        "without surnames": replace(reference, surnames=()),
        "without listed places": replace(
            reference, administrative_units=(), places=(), countries=()
        ),
        "without abbreviations": replace(reference, abbreviations=()),
    }
    engines = [
        Engine(name, lambda article, data=data: recognise(article, data))  # type: ignore[misc]
        for name, data in less.items()
    ]
    return [*engines, Engine("without memory", lambda article: _unremembered(article, reference))]


def _unremembered(article: ArticleText, reference: Reference) -> list[Observation]:
    """Return only what is a name by itself, not by an earlier mention in the article."""
    return [
        one
        for one in recognise(article, reference)
        if not one.method.startswith(("memory", "described", "short form"))
    ]


def underthesea() -> Engine | None:
    """Return underthesea's named entities as a peer, None when it is not installed."""
    try:
        from underthesea import ner  # type: ignore[import-not-found]
    except ImportError:
        return None
    return Engine("underthesea", lambda article: _peer(article, ner))


def _peer(
    article: ArticleText, ner: Callable[[str], list[tuple[str, str, str, str]]]
) -> list[Observation]:
    found: list[Observation] = []
    fields: tuple[tuple[Field, str | None], ...] = (
        ("title", article.title), ("text", article.text),
    )  # fmt: skip
    for field, text in fields:
        at = 0
        for paragraph in (text or "").split("\n"):
            found += _peer_spans(article, field, at, paragraph, ner(paragraph))
            at += len(paragraph) + 1
    return found


def _peer_spans(
    article: ArticleText,
    field: Field,
    base: int,
    text: str,
    tokens: list[tuple[str, str, str, str]],
) -> list[Observation]:
    """Return the spans of BIO tokens; a token that does not stand in the text is skipped."""
    spans: list[tuple[int, int, EntityType]] = []
    at, open_span = 0, False
    for word, _, _, tag in tokens:
        start = text.find(word, at)
        kind = _PEER_TYPES.get(tag[2:])
        if start < 0 or kind is None:
            open_span = False
            at = max(at, start + len(word)) if start >= 0 else at
            continue
        at = start + len(word)
        if tag.startswith("I-") and open_span and spans and spans[-1][2] == kind:
            spans[-1] = (spans[-1][0], at, kind)
        else:
            spans.append((start, at, kind))
        open_span = True
    return [
        Observation(
            article.article_id, field, base + start, base + end, text[start:end], kind,
            text[start:end], None, 1.0, "peer", None,
        )
        for start, end, kind in spans
    ]  # fmt: skip
