"""Scores of found mentions against gold ones: spans exact and overlapping, linking, documents.

Linking is scored on the mentions that are right: B-cubed, and the F1 of pairs of mentions that
stand for one entity.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from assets.entities.records import Field, Observation
from benchmarks.entities_gold import GoldArticle, GoldMention

TYPES = ("person", "organisation", "place", "official_document")
Link = tuple[str, str]


@dataclass(slots=True)
class Tally:
    """Counts of right, superfluous and missing things."""

    right: int = 0
    extra: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 for nothing found."""
        return self.right / max(self.right + self.extra, 1) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is."""
        return self.right / max(self.right + self.missing, 1) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_spans(
    pages: Sequence[tuple[GoldArticle, Sequence[Observation]]], exact: bool
) -> dict[str, Tally]:
    """Return a tally by type and one for "all"; overlapping spans count unless `exact`."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for gold, found in pages:
        for entity_type in TYPES:
            wanted = [m for m in gold.mentions if m.entity_type == entity_type]
            mine = [o for o in found if o.entity_type == entity_type and not _ignored(gold, o)]
            pairs = _matched(wanted, mine, exact)
            for name in (entity_type, "all"):
                tallies[name].right += len(pairs)
                tallies[name].extra += len(mine) - len(pairs)
                tallies[name].missing += len(wanted) - len(pairs)
    return dict(tallies)


def _ignored(gold: GoldArticle, found: Observation) -> bool:
    span = (found.field, found.start_char, found.end_char)
    if any((m.field, m.start, m.end) == span for m in gold.mentions):
        return False
    return any(
        field == found.field and start < found.end_char and found.start_char < end
        for field, start, end in gold.ignored
    )


def _matched(
    wanted: Sequence[GoldMention], found: Sequence[Observation], exact: bool
) -> list[tuple[GoldMention, Observation]]:
    pairs: list[tuple[GoldMention, Observation]] = []
    free = list(found)
    for mention in wanted:
        for one in free:
            same = (one.field, one.start_char, one.end_char) == (
                mention.field, mention.start, mention.end,
            )  # fmt: skip
            touching = (
                one.field == mention.field
                and one.start_char < mention.end
                and mention.start < one.end_char
            )
            if same or (touching and not exact):
                pairs.append((mention, one))
                free.remove(one)
                break
    return pairs


def links(
    pages: Sequence[tuple[GoldArticle, Sequence[Observation]]],
    ids: Mapping[tuple[str, Field, int], str],
) -> list[Link]:
    """Return (gold entity, found entity id) of every mention that is right; `ids` by place."""
    found_links: list[Link] = []
    for gold, found in pages:
        for entity_type in TYPES:
            wanted = [m for m in gold.mentions if m.entity_type == entity_type]
            mine = [o for o in found if o.entity_type == entity_type]
            for mention, one in _matched(wanted, mine, exact=True):
                entity = ids.get((one.article_id, one.field, one.start_char))
                if entity is not None:
                    found_links.append((f"{entity_type}:{mention.entity.casefold()}", entity))
    return found_links


def b_cubed(found_links: Iterable[Link]) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1 of mentions as (gold entity, found entity)."""
    pairs = Counter(found_links)
    golds, founds = Counter[str](), Counter[str]()
    for (gold, found), count in pairs.items():
        golds[gold] += count
        founds[found] += count
    total = sum(pairs.values()) or 1
    precision = sum(count * count / founds[found] for (_, found), count in pairs.items()) / total
    recall = sum(count * count / golds[gold] for (gold, _), count in pairs.items()) / total
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)


def score_pairs(found_links: Sequence[Link]) -> Tally:
    """Return the tally of pairs of mentions that are one entity in gold and in what is found."""
    tally = Tally()
    for one, other in combinations(found_links, 2):
        same_gold, same_found = one[0] == other[0], one[1] == other[1]
        tally.right += same_gold and same_found
        tally.extra += same_found and not same_gold
        tally.missing += same_gold and not same_found
    return tally


def score_numbers(pages: Sequence[tuple[GoldArticle, Sequence[Observation]]]) -> Tally:
    """Return the tally of documents found exactly and with their right number."""
    tally = Tally()
    for gold, found in pages:
        wanted = [m for m in gold.mentions if m.entity_type == "official_document" and m.number]
        mine = [o for o in found if o.citation is not None and o.citation.number is not None]
        mine = [o for o in mine if not _ignored(gold, o)]
        pairs = [
            (mention, one)
            for mention, one in _matched(wanted, mine, exact=True)
            if one.citation is not None and one.citation.number == mention.number
        ]
        tally.right += len(pairs)
        tally.missing += len(wanted) - len(pairs)
        named = {(m.field, m.start, m.end) for m in gold.mentions if m.number is None}
        others = [o for o in mine if (o.field, o.start_char, o.end_char) not in named]
        tally.extra += len(others) - len(pairs)
    return tally
