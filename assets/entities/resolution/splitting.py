"""What a user's judgements leave of the identities that articles give.

`different` with two entities cuts what joined them; with an entity and an article it makes the
mentions in that article another entity ("…~" and a hash of the article). What the judgements mean
together, and which cannot stand, is told in `verdicts`.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from assets.entities.resolution.identifiers import short_hash
from assets.entities.resolution.identity import Identity
from assets.entities.resolution.reference import ReferenceIndex
from assets.entities.resolution.verdicts import ENTITY_TYPES, Rulings, rule
from assets.reference.judgements import Judgement

ARTICLE = "article:"
# The id that an article gives alone, the one that all give together, and the article.
Told = tuple[str, str, str | None]
Splits = Mapping[tuple[str, str], str]


def settle(
    told: Collection[Told], judgements: Sequence[Judgement], index: ReferenceIndex
) -> tuple[Splits, Rulings]:
    """Return what the judgements ask for, given all identities that they may speak of.

    The splits lead from an entity and an article to the entity that the mentions there are of.
    The article of an identity may be None where no judgement names it.
    """
    splits, rulings = _attempt(told, judgements, index)
    refused = {line.line_no for line in rulings.lines if line.status == "contradictory"}
    if refused:
        # A split that contradicts another line must not be done at all.
        standing = [line for line in judgements if line.line_no not in refused]
        splits, agreed = _attempt(told, standing, index)
        rulings = replace(agreed, lines=rulings.lines)
    return splits, rulings


def parted(identity: Identity, article_id: str, splits: Splits, rulings: Rulings) -> Identity:
    """Return an identity in an article as the judgements leave it, before any merge."""
    new_id = splits.get((identity.entity_id, article_id))
    if new_id is not None:
        identity = Identity(new_id, new_id)
    return identity.apart() if identity.own_id in rulings.cut else identity


def _attempt(
    told: Collection[Told], judgements: Sequence[Judgement], index: ReferenceIndex
) -> tuple[Splits, Rulings]:
    known = _known(told)
    wanted: dict[tuple[str, str], int] = {}
    for line in judgements:
        if line.verdict == "different" and line.right_id is not None:
            entity, article = sorted((line.left_id, line.right_id), key=_is_article)
            if _is_article(article) and entity.partition(":")[0] in ENTITY_TYPES:
                wanted[known.get(entity, entity), article] = line.line_no
    splits: dict[tuple[str, str], str] = {}
    made: dict[int, tuple[str, str]] = {}
    after: set[Told] = set()
    for own_id, entity_id, article_id in told:
        number = wanted.get((entity_id, article_id)) if article_id is not None else None
        if number is None or article_id is None:
            after.add((own_id, entity_id, article_id))
            continue
        new_id = f"{entity_id}~{short_hash(article_id)}"
        splits[entity_id, article_id] = new_id
        made[number] = (entity_id, new_id)
        after.add((new_id, new_id, article_id))
    return splits, rule(judgements, _known(after), index.__contains__, made)


def _is_article(one: str) -> bool:
    return one.startswith(ARTICLE)


def _known(told: Collection[Told]) -> Mapping[str, str]:
    """Return where every id leads that articles give; of several the first in order."""
    known: dict[str, str] = {}
    for own_id, entity_id, _ in sorted(told, key=lambda one: one[:2]):
        known.setdefault(own_id, entity_id)
    return known | {entity_id: entity_id for _, entity_id, _ in told}
