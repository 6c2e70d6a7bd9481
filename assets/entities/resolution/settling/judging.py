"""A user's judgements on the tables: which names they reach, and what becomes of the mentions."""

from collections.abc import Iterable, Sequence

import polars as pl

from assets.entities.records import JudgedLine
from assets.entities.resolution.leftovers import gone_reason, judged_reason
from assets.entities.resolution.reference import reference_index
from assets.entities.resolution.settling.identities import Joining
from assets.entities.resolution.settling.tables import Tables, frame, visible
from assets.entities.resolution.splitting import ARTICLE, Splits, settle
from assets.entities.resolution.verdicts import Rulings
from assets.reference.judgements import Judgement
from assets.reference.records import Reference

_SPLITS = {"told_id": str, "article_id": str, "new_id": str}
_MERGED = {"told_id": str, "entity_id": str, "reason": str}
_DISMISSED = {"entity_id": str, "reason": str}


def judge(
    tables: Tables, reference: Reference, joining: Joining, judgements: Sequence[Judgement]
) -> tuple[Splits, Rulings, frozenset[str]]:
    """Join the mentions to be settled anew; return what judgements ask for and whom they reach.

    An entity may be reached only by what a judgement joins to it, so its names are settled anew
    too until no more are reached.
    """
    index = reference_index(reference)
    written = {one for line in judgements for one in (line.left_id, line.right_id) if one}
    articles = sorted(one for one in written if one.startswith(ARTICLE))
    reached = _plain(written) | _ids(tables.frame("entities/judged_before"))
    count = -1
    while True:
        with visible(tables, judged=judged_frame(reached)):
            if reached:
                tables.run("entities/judged_names")
            if count != (count := tables.frame("entities/dirty_count").item()):
                joining.join()
            with visible(tables, split_articles=frame({"article_id": str}, zip(articles))):
                told = (
                    set(tables.frame("entities/judged_identities").iter_rows())
                    if reached
                    else set()
                )
        splits, rulings = settle(told, judgements, index)
        kept = (*rulings.merged, *rulings.merged.values(), *rulings.cut, *rulings.dismissed)
        more = _plain((*kept, *(entity_id for _, entity_id, _ in told)))
        if more <= reached:
            return splits, rulings, frozenset(reached)
        reached |= more


def apply(
    tables: Tables,
    splits: Splits,
    rulings: Rulings,
    reached: Iterable[str],
    bearers: Iterable[str],
) -> None:
    """Give the mentions to be settled anew their entities."""
    with visible(
        tables,
        splits=frame(_SPLITS, ((*key, new_id) for key, new_id in splits.items())),
        cuts=frame({"own_id": str}, ((one,) for one in rulings.cut)),
        merged=merged_frame(rulings),
        dismissed=dismissed_frame(rulings),
        judged=judged_frame(reached),
        bearers=frame({"entity_id": str}, ((one,) for one in bearers)),
    ):
        if splits or rulings.cut:
            tables.run("entities/judge_joins")
        tables.run("entities/assign")


def merged_frame(rulings: Rulings) -> pl.DataFrame:
    """Return where judgements let entities lead."""
    return frame(
        _MERGED,
        (
            (told, kept, judged_reason(rulings.merged_by[told]))
            for told, kept in rulings.merged.items()
        ),
    )


def dismissed_frame(rulings: Rulings) -> pl.DataFrame:
    """Return the entities that judgements dismiss."""
    return frame(_DISMISSED, ((one, gone_reason(n)) for one, n in rulings.dismissed.items()))


def judged_frame(reached: Iterable[str]) -> pl.DataFrame:
    """Return the ids that judgements reach."""
    return frame({"entity_id": str}, ((one,) for one in sorted(reached)))


def lines_frame(lines: Iterable[JudgedLine]) -> pl.DataFrame:
    """Return the judgements with what became of them, as rows of `reference.judgements`."""
    columns = {"line_no": int, "verdict": str, "left_id": str, "right_id": str}
    return frame(
        {**columns, "note": str, "status": str, "reason": str},
        (
            (one.line_no, one.verdict, one.left_id, one.right_id, one.note, one.status, one.reason)
            for one in lines
        ),
    )


def _plain(ids: Iterable[str]) -> set[str]:
    """Return entity ids without what a "~" adds."""
    return {one.partition("~")[0] for one in ids if not one.startswith(ARTICLE)}


def _ids(rows: pl.DataFrame) -> set[str]:
    return set(rows["entity_id"])
