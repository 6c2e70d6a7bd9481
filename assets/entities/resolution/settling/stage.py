"""The stage: from newly read articles and judgements to the tables of entities."""

from collections.abc import Sequence

from assets.entities.resolution.naming import Naming
from assets.entities.resolution.reference import reference_index
from assets.entities.resolution.settling.arriving import put_in
from assets.entities.resolution.settling.descriptions import Describing
from assets.entities.resolution.settling.identities import Joining
from assets.entities.resolution.settling.judging import (
    apply,
    dismissed_frame,
    judge,
    judged_frame,
    lines_frame,
    merged_frame,
)
from assets.entities.resolution.settling.leads import lead_on, note_leads
from assets.entities.resolution.settling.proposals import propose
from assets.entities.resolution.settling.tables import Tables, visible
from assets.reference.judgements import Judgement, judgements_version
from assets.reference.records import Reference


def settle_tables(
    tables: Tables,
    observed: Sequence[str],
    reference: Reference,
    judgements: Sequence[Judgement],
    refresh_id: str,
) -> None:
    """Settle who is who after a change, all in one transaction of the caller's.

    `pending` (article_id, document_id, derived_with) must be visible: the articles read now, with
    the version they were read with. `observed` are the Parquet files of what they name: the columns
    of `core.mentions` that recognition fills, in one file or more. Articles that are gone or dated
    anew are found by comparing with those settled before. What the tables hold afterwards depends
    on articles, reference data and judgements only, not on how they came.
    """
    naming = Naming(reference)
    put_in(tables, naming, observed)
    joining = Joining(tables, reference)
    splits, rulings, reached = judge(tables, reference, joining, judgements)
    apply(tables, splits, rulings, reached, joining.bearers)
    describing = Describing(tables, reference)
    apart = {one for pair in rulings.apart for one in pair}
    with visible(
        tables,
        merged=merged_frame(rulings),
        dismissed=dismissed_frame(rulings),
        judged=judged_frame(reached),
        new_judgements=lines_frame(rulings.lines),
    ):
        note_leads(tables, naming)
        describing.describe(joining.bearers)
        describing.refer()
        lead_on(tables, reference_index(reference), apart)
        propose(tables, reference, rulings.apart)
        tables.run(
            "entities/finish",
            refresh_id=refresh_id,
            judgements_version=judgements_version(tuple(judgements)),
        )
