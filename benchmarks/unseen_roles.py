"""Whether the roles of a page were found: who, with which title, of which organisation."""

from collections import defaultdict

from benchmarks.unseen_gold import GoldPage, GoldRole
from benchmarks.unseen_names import TITLES_NOT_JUDGED, EntityKeys, key
from benchmarks.unseen_report import Report
from benchmarks.unseen_warehouse import FoundArticle, Row

_PLAIN, _FULL = "roles: person and title", "roles: with organisation"
RoleKey = tuple[str, str]


def compare_roles(report: Report, gold: GoldPage, found: FoundArticle, keys: EntityKeys) -> None:
    """Count a page's roles by person and title, and again with the organisation.

    One person and title are one role, whatever the number of organisations; a title that is part
    of the labelled one or the other way round is right too. Ranks and degrees are not judged.
    """
    labelled = gold.get("roles", [])
    optional = {_role_key(role) for role in labelled if role.get("optional")}
    wanted: defaultdict[RoleKey, list[GoldRole]] = defaultdict(list)
    for role in labelled:
        if not role.get("optional"):
            wanted[_role_key(role)].append(role)
    mine = _found_roles(found, keys, [role["person"] for role in labelled])
    left = set(mine) - optional
    for role_key, roles in wanted.items():
        match = _match(role_key, left, wanted)
        if match is None:
            for row in (_PLAIN, _FULL):
                report.tallies[row].missing += 1
            report.note(gold["file"], f"- role {roles[0]['person']}, {roles[0]['title']}")
        else:
            left.remove(match)
            _compare_role(report, gold["file"], roles, mine[match], keys)
            _compare_former(report, gold["file"], roles[0], mine[match], found)
    for role_key in sorted(left):
        for row in (_PLAIN, _FULL):
            report.tallies[row].extra += 1
        report.note(gold["file"], f"+ role {', '.join(role_key)}")


def _role_key(role: GoldRole) -> RoleKey:
    return key(role["person"]), key(role["title"])


def _found_roles(
    found: FoundArticle, keys: EntityKeys, persons: list[str]
) -> dict[RoleKey, list[Row]]:
    mine: defaultdict[RoleKey, list[Row]] = defaultdict(list)
    for row in found.roles:
        title = key(row["title"])
        if title not in TITLES_NOT_JUDGED:
            mine[key(keys(row["person_id"], persons)), title].append(row)
    return mine


def _match(
    role_key: RoleKey, left: set[RoleKey], wanted: dict[RoleKey, list[GoldRole]]
) -> RoleKey | None:
    if role_key in left:
        return role_key
    person, title = role_key
    for other in sorted(left):
        alike = other[1].startswith(title) or title.startswith(other[1])
        if other[0] == person and alike and other not in wanted:
            return other
    return None


def _compare_role(
    report: Report, page: str, roles: list[GoldRole], rows: list[Row], keys: EntityKeys
) -> None:
    wanted = [role["organisation"] for role in roles]
    named = [organisation for organisation in wanted if organisation]
    found = [keys(row["organisation_id"], named) for row in rows]
    report.tallies[_PLAIN].right += 1
    tally = report.tallies[_FULL]
    if None in wanted or set(wanted) & set(found):
        tally.right += 1
    else:
        tally.extra += 1
        tally.missing += 1
        report.note(page, f"role {roles[0]['person']}, {roles[0]['title']}: {found}, not {wanted}")


def _compare_former(
    report: Report, page: str, role: GoldRole, rows: list[Row], found: FoundArticle
) -> None:
    """Judge that only a former role has no date; on a page without a date no role has one."""
    undated = [row["as_of"] is None for row in rows]
    right = found.row["published_at"] is None or set(undated) == {role["former"]}
    report.judge("former roles told", page, right, role["title"], role["former"])
