"""The labels of unseen pages: the fields of a gold file, and the labels of one folder together.

`blind/README.md` says how pages are labelled. What a reading is worth against them is in the
modules that compare.
"""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NotRequired, TypedDict

Field = Literal["title", "text"]


class GoldSpan(TypedDict):
    """A place in a title or main text: code points from 0, the end exclusive."""

    field: Field
    start: int
    end: int
    surface: str


class GoldMention(GoldSpan):
    """A name; `entity` is whose it is, the same string on every page of a folder."""

    type: str
    entity: str


class GoldDate(GoldSpan):
    """A date in a title or text; days as ISO strings, the last one inclusive."""

    starts_on: str
    ends_on: str
    precision: str


class GoldRole(TypedDict):
    """A person's title on a page; an optional role is right to find and right to leave."""

    person: str
    title: str
    organisation: str | None
    former: bool
    optional: NotRequired[bool]


class GoldEvent(TypedDict):
    """An event of a page; one `key` on several pages is one event."""

    key: str
    is_main: bool
    kind: str
    name: str | None
    starts_on: str | None
    ends_on: str | None
    place: str | None
    place_also: NotRequired[list[str]]
    organisers: list[str]
    chairs: list[str]
    speakers: list[str]
    attendees: list[str]


class GoldAgreement(TypedDict):
    """An agreement stated as signed, with the sentence of the text that says so."""

    sentence: str
    signed_on: str | None
    precision: str | None
    parties: list[str]


class GoldPage(TypedDict):
    """What is right for one page; names and facts are judged where they are labelled."""

    file: str
    is_article: bool
    reason_if_not: str | None
    title: str | None
    title_also: NotRequired[list[str]]
    text: str | None
    line_kinds: dict[str, str]
    kind_also: NotRequired[dict[str, list[str]]]
    published_at: str | None
    precision: str | None
    authors: list[str]
    authors_optional: NotRequired[list[str]]
    section: str | None
    section_also: NotRequired[list[str]]
    outlet: str | None
    outlet_domain: str | None
    outlet_optional: bool
    language: str
    duplicate_of: str | None
    mentions: NotRequired[list[GoldMention]]
    ignored: NotRequired[list[GoldSpan]]
    dates: NotRequired[list[GoldDate]]
    dates_ignored: NotRequired[list[GoldSpan]]
    roles: NotRequired[list[GoldRole]]
    events: NotRequired[list[GoldEvent]]
    agreements: NotRequired[list[GoldAgreement]]


@dataclass(frozen=True, slots=True)
class GoldFolder:
    """Labelled pages by file name, and for each byte copy the file that it repeats."""

    pages: dict[str, GoldPage]
    copies: dict[str, str]

    def event_pages(self) -> dict[str, list[GoldEvent]]:
        """Return for each main event what every page about it says."""
        told: defaultdict[str, list[GoldEvent]] = defaultdict(list)
        for page in self.pages.values():
            for event in main_events(page):
                told[event["key"]].append(event)
        return dict(told)

    def originals(self) -> set[str]:
        """Return the files that others say they are duplicates of."""
        return {page["duplicate_of"] for page in self.pages.values() if page["duplicate_of"]}


def main_events(page: GoldPage) -> list[GoldEvent]:
    """Return the events that a page is about; none where events are not labelled."""
    return [event for event in page.get("events", []) if event["is_main"]]


def read_gold(folder: Path) -> GoldFolder:
    """Read every `.json` of a folder, by name; raises ValueError for a label not in the text."""
    pages: dict[str, GoldPage] = {}
    copies: dict[str, str] = {}
    for path in sorted(folder.glob("*.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        if "byte_copy_of" in gold:
            copies[gold["file"]] = gold["byte_copy_of"]
        else:
            pages[gold["file"]] = gold
            _check_places(pages[gold["file"]])
    return GoldFolder(pages, copies)


def _check_places(page: GoldPage) -> None:
    for span in (*page.get("mentions", []), *page.get("dates", [])):
        field = page[span["field"]] or ""
        if field[span["start"] : span["end"]] != span["surface"]:
            raise ValueError(f"{page['file']}: {span['surface']!r} is not at {span['start']}")
    for agreement in page.get("agreements", []):
        if agreement["sentence"] not in (page["text"] or ""):
            raise ValueError(f"{page['file']}: the text has no {agreement['sentence']!r}")
