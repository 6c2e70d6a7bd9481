"""What the fields of a record or a sidecar tell about a page.

Only valid values count: a wrong fact costs more than a missing one. What is ignored is noted. How
fields are named is in `fields`; what wins over the page itself is decided by extraction.
"""

import dataclasses
import datetime as dt
import html
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assets.intake.containers.fields import holds_fields, meanings, normalise
from assets.intake.containers.moments import Moment, parse_moment
from assets.intake.containers.pages import web_address
from assets.intake.records import Told
from assets.language.dates.calendar import VIETNAM_TIME
from assets.reference.records import FieldMeaning

_LONGEST_TITLE = 500
_LONGEST_NAME = 200
_MOST_AUTHORS = 20
# Pages are dated ahead by an hour or so at most; clocks of crawlers differ.
_AHEAD = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of one record, by meaning: (name as it stands, value), the best name first."""

    values: Mapping[FieldMeaning, tuple[tuple[str, object], ...]]
    notes: list[str] = field(default_factory=list)

    def has(self, meaning: FieldMeaning) -> bool:
        """Tell whether a field of that meaning holds anything."""
        return any(_is_filled(value) for _, value in self.values.get(meaning, ()))

    def text(self, meaning: FieldMeaning) -> tuple[str, str] | None:
        """Return (name, characters) of the first filled text field of that meaning."""
        for name, value in self.values.get(meaning, ()):
            found = _text_in(value)
            if found is not None and found.strip():
                return name, mend_surrogates(found)
        return None


def read_fields(record: Mapping[str, object]) -> Fields:
    """Sort the fields of a JSON object by what their names mean, those of inner objects too."""
    known = meanings()
    found: dict[FieldMeaning, list[tuple[int, int, str, object]]] = {}
    for depth, name, value in _walk(record):
        meaning, rank = known.get(normalise(name), (None, 0))
        if meaning is not None:
            found.setdefault(meaning, []).append((depth, rank, name, value))
    return Fields(
        {
            meaning: tuple((name, value) for _, _, name, value in sorted(ranked, key=_by_rank))
            for meaning, ranked in found.items()
        }
    )


def _by_rank(item: tuple[int, int, str, object]) -> tuple[int, int]:
    return item[:2]


def _walk(record: Mapping[str, object]) -> Iterator[tuple[int, str, object]]:
    for name, value in record.items():
        yield 0, name, value
        if isinstance(value, dict) and holds_fields(name):
            for inner, inner_value in value.items():
                yield 1, inner, inner_value


def _is_filled(value: object) -> bool:
    return value is not None and value != "" and value != [] and value != {}


def _text_in(value: object) -> str | None:
    """Return the characters of a text, of a list of paragraphs, or of {"rendered": …}."""
    if isinstance(value, str):
        return value
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        return "\n\n".join(value)
    if isinstance(value, dict):
        return next(
            (
                one
                for key in ("rendered", "value", "name", "text")
                if isinstance(one := value.get(key), str)
            ),
            None,
        )
    return None


def mend_surrogates(text: str) -> str:
    """Return a text in which halves of characters, which JSON allows, are put together or gone."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text.replace("\0", "")
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return whole.replace("\0", "")


def told_by(fields: Fields, place: str) -> Told:
    """Return the valid facts among the fields; what is not valid is added to `fields.notes`.

    `place` completes "field … of": "the record", or the path of a sidecar.
    """
    sources: list[tuple[str, str]] = []

    def keep(fact: str, name: str) -> None:
        sources.append((fact, f'field "{name}" of {place}'))

    title = _title(fields)
    url = _url(fields)
    fetched = _moment(fields, "fetched_at")
    published, is_sure = _published(fields, fetched[1] if fetched else None)
    outlet, outlet_is_sure = _outlet(fields)
    authors = _authors(fields)
    for fact, found in (
        ("title", title),
        ("url", url),
        ("fetched_at", fetched),
        ("published", published),
        ("outlet", outlet),
        ("authors", authors),
    ):
        if found is not None:
            keep(fact, found[0])
    return Told(
        title=title[1] if title else None,
        published=published[1].at if published else None,
        published_precision=published[1].precision if published else None,
        published_is_sure=is_sure,
        outlet=outlet[1] if outlet else None,
        outlet_is_sure=outlet_is_sure,
        authors=authors[1] if authors else (),
        url=url[1] if url else None,
        fetched_at=fetched[1].at if fetched else None,
        sources=tuple(sources),
    )


def _line(text: str) -> str:
    """Return characters as one line: entities resolved, NFC, white space single."""
    text = html.unescape(text) if "&" in text else text
    return " ".join(unicodedata.normalize("NFC", mend_surrogates(text)).split())


def _title(fields: Fields) -> tuple[str, str] | None:
    found = fields.text("title")
    if found is None:
        return None
    title = _line(found[1])
    if (
        not 2 <= len(title) <= _LONGEST_TITLE
        or not any(map(str.isalpha, title))
        or any(mark in title for mark in "<\ufffd")
    ):
        fields.notes.append(f'field "{found[0]}" is no headline')
        return None
    return found[0], title


def _url(fields: Fields) -> tuple[str, str] | None:
    for name, value in fields.values.get("url", ()):
        address = web_address(value) if isinstance(value, str) else None
        if address is not None:
            return name, address
    if fields.has("url"):
        fields.notes.append(f'field "{fields.values["url"][0][0]}" is no address of the web')
    return None


def _moment(fields: Fields, meaning: FieldMeaning) -> tuple[str, Moment] | None:
    for name, value in fields.values.get(meaning, ()):
        moment = parse_moment(value)
        if moment is not None:
            return name, moment
    if fields.has(meaning):
        fields.notes.append(f'field "{fields.values[meaning][0][0]}" is no date that is certain')
    return None


def _published(fields: Fields, fetched: Moment | None) -> tuple[tuple[str, Moment] | None, bool]:
    found, is_sure = _moment(fields, "published"), True
    if found is None and not fields.has("crawl"):
        found, is_sure = _moment(fields, "published_unsure"), False
    if found is None:
        return None, True
    name, moment = found
    if fetched is not None:
        if moment.at == fetched.at and moment.precision == "minute":
            fields.notes.append(f'field "{name}" is the time of fetching, not of publication')
            return None, True
        if moment.at > fetched.at + _AHEAD:
            fields.notes.append(f'field "{name}" is later than the time of fetching')
            return None, True
    # A Vietnamese article is dated in Vietnam, also where an export counts in universal time.
    if moment.at.tzinfo is dt.UTC:
        moment = dataclasses.replace(moment, at=moment.at.astimezone(VIETNAM_TIME))
    return (name, moment), is_sure


def _outlet(fields: Fields) -> tuple[tuple[str, str] | None, bool]:
    for meaning in ("outlet", "outlet_unsure"):
        found = fields.text(meaning)
        if found is None:
            continue
        name = _line(found[1])
        if 2 <= len(name) <= _LONGEST_NAME and any(map(str.isalpha, name)) and "<" not in name:
            return (found[0], name), meaning == "outlet"
        fields.notes.append(f'field "{found[0]}" is no name of an outlet')
    return None, True


def _authors(fields: Fields) -> tuple[str, tuple[str, ...]] | None:
    for name, value in fields.values.get("authors", ()):
        names = [one for part in _parts(value) if (one := _author(part)) is not None]
        if names:
            return name, tuple(dict.fromkeys(names))[:_MOST_AUTHORS]
    return None


def _parts(value: object) -> list[str]:
    if isinstance(value, list):
        return [part for one in value for part in _parts(one)]
    text = _text_in(value)
    if text is None:
        return []
    return [
        part for line in text.split("\n") for half in line.split(";") for part in half.split(",")
    ]


def _author(text: str) -> str | None:
    name = _line(text).strip(" -–—.:()[]")
    is_name = 2 <= len(name) <= 60 and not any(
        character.isdigit() or character in "@/<>{}|\\" for character in name
    )
    return name if is_name and any(map(str.isalpha, name)) else None


def merge(first: Told | None, second: Told | None) -> Told | None:
    """Return the facts of both; where both tell one, the first counts."""
    if first is None or second is None:
        return first or second
    facts = dict(second.sources) | dict(first.sources)
    chosen = {fact: first if fact in dict(first.sources) else second for fact in facts}

    def of(fact: str) -> Told:
        return chosen.get(fact, first)

    return Told(
        title=of("title").title,
        published=of("published").published,
        published_precision=of("published").published_precision,
        published_is_sure=of("published").published_is_sure,
        outlet=of("outlet").outlet,
        outlet_is_sure=of("outlet").outlet_is_sure,
        authors=of("authors").authors,
        url=of("url").url,
        fetched_at=of("fetched_at").fetched_at,
        sources=tuple(facts.items()),
    )
