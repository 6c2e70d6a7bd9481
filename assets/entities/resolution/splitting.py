"""The identities of observations after a user's judgements have set some of them apart.

`different` with two entities cuts what joined them; with an entity and an article it makes the
mentions in that article another entity ("…~" and a hash of the article). What the judgements mean
together, and which cannot stand, is told in `verdicts`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assets.entities.records import Observation
from assets.entities.resolution.identifiers import short_hash
from assets.entities.resolution.identity import Identity
from assets.entities.resolution.reference import ReferenceIndex
from assets.entities.resolution.verdicts import ENTITY_TYPES, Rulings, rule
from assets.reference.judgements import Judgement

_ARTICLE = "article:"


def settle(
    items: Sequence[Observation],
    identities: Sequence[Identity],
    judgements: Sequence[Judgement],
    index: ReferenceIndex,
) -> tuple[list[Identity], Rulings]:
    """Return the identity of each item as the judgements leave it, and what else they ask for."""
    parted, rulings = _attempt(items, identities, judgements, index)
    refused = {line.line_no for line in rulings.lines if line.status == "contradictory"}
    if refused:
        # A split that contradicts another line must not be done at all.
        standing = [line for line in judgements if line.line_no not in refused]
        parted, agreed = _attempt(items, identities, standing, index)
        rulings = replace(agreed, lines=rulings.lines)
    return parted, rulings


def _attempt(
    items: Sequence[Observation],
    identities: Sequence[Identity],
    judgements: Sequence[Judgement],
    index: ReferenceIndex,
) -> tuple[list[Identity], Rulings]:
    known = _known(identities)
    wanted: dict[tuple[str, str], int] = {}
    for line in judgements:
        if line.verdict == "different" and line.right_id is not None:
            entity, article = sorted((line.left_id, line.right_id), key=_is_article)
            if _is_article(article) and entity.partition(":")[0] in ENTITY_TYPES:
                wanted[known.get(entity, entity), article] = line.line_no
    parted: list[Identity] = []
    made: dict[int, tuple[str, str]] = {}
    for item, identity in zip(items, identities, strict=True):
        number = wanted.get((identity.entity_id, item.article_id)) if wanted else None
        if number is None:
            parted.append(identity)
            continue
        new_id = f"{identity.entity_id}~{short_hash(item.article_id)}"
        made[number] = (identity.entity_id, new_id)
        parted.append(replace(identity, own_id=new_id, entity_id=new_id, reason=None))
    rulings = rule(judgements, _known(parted), index.__contains__, made)
    return [one.apart() if one.own_id in rulings.cut else one for one in parted], rulings


def _is_article(one: str) -> bool:
    return one.startswith(_ARTICLE)


def _known(identities: Sequence[Identity]) -> Mapping[str, str]:
    """Return where every id leads that articles give."""
    known = {identity.own_id: identity.entity_id for identity in identities}
    return known | {identity.entity_id: identity.entity_id for identity in identities}
