"""All facts of one article put together: the rows of its dates, offices, events and agreements.

Nothing is found here; entities and events over articles are joined in SQL and in `linking`.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from assets.entities.records import ArticleText, Observation
from assets.events.agreements.finding import find_agreements
from assets.events.agreements.rows import agreement_row, party_rows
from assets.events.date_mentions import find_date_mentions
from assets.events.roles.finding import find_roles
from assets.events.rows import date_row, participant_rows, role_row, statement_row
from assets.events.statements.finding import find_statements
from assets.reference.records import Reference


def fact_rows(
    article: ArticleText, observations: Sequence[Observation], reference: Reference
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of all facts that an article tells, by kind."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    dates = find_date_mentions(article, reference)
    roles = find_roles(article, observations, reference)
    rows["dates"].extend(map(date_row, dates))
    rows["roles"].extend(map(role_row, roles))
    for statement in find_statements(article, observations, dates, roles, reference):
        rows["statements"].append(statement_row(statement))
        rows["participants"].extend(participant_rows(statement))
    for agreement in find_agreements(article, observations, dates, roles, reference):
        rows["agreements"].append(agreement_row(agreement))
        rows["agreement_parties"].extend(party_rows(agreement))
    return rows
