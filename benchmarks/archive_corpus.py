"""An archive of made-up flattened Vietnamese news: any number of articles of about 4 KB.

Every article follows from its number and the seed alone, so that a small archive is the beginning
of a large one. Some forty outlets tell of invented events day by day: two or three of one event,
with the same persons, bodies, places and documents but words of their own; one in twenty is
another outlet's again. Persons and bodies recur as in news: few often, most seldom.

    .venv/bin/python -m benchmarks.archive_corpus FOLDER [--articles 1000] [--seed 1]
"""

import argparse
import datetime as dt
import json
import random
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assets.reference.records import Outlet, load_reference
from benchmarks.synthetic_layouts import PHRASES

_WORDS: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "archive_words.json").read_text("utf-8")
)
_FIRST_DAY = dt.date(2004, 1, 5)
_ARTICLES_A_DAY = 14
_OUTLETS = 40
_COPIES, _FOLLOWING = 0.05, 0.5
# How far behind the first report of an event stand its copies and the others, in articles.
_BEHIND = 40
_TEXT_BYTES = 3100
_PEOPLE, _PEOPLE_SKEW = 60_000, 3
_FOLDER_SIZE = 1000
_ZONE = "GMT+7"


@dataclass(frozen=True, slots=True)
class Story:
    """What happened: all that the reports on one event have in common."""

    day: dt.date
    kind: str
    theme: str
    host: str
    place: str
    country: str
    people: tuple[str, ...]
    document: str


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(one for one in load_reference().outlets if one.slugs and one.domains)[:_OUTLETS]


@cache
def _places() -> tuple[str, ...]:
    units = load_reference().administrative_units
    return tuple(f"{one.prefix.lower()} {one.name}" for one in units if one.kind == "province")


@cache
def _countries() -> tuple[str, ...]:
    return tuple(one.name for one in load_reference().countries)


@cache
def _bodies() -> tuple[str, ...]:
    return tuple(one.name for one in load_reference().bodies if not one.only_local)


def _random(*parts: object) -> random.Random:
    return random.Random(" ".join(map(str, parts)))  # noqa: S311 - a corpus, no secret


def person(number: int) -> str:
    """Return the name of the person of a number; a few numbers share a name, as people do."""
    r = _random("person", number)
    parts = [r.choice(PHRASES[key]) for key in ("surnames", "middles", "givens")]
    if r.random() < 0.5:
        parts.insert(2, r.choice(PHRASES["givens"]))
    return " ".join(" ".join(parts).split())


def story(number: int, seed: int) -> Story:
    """Return the event of a number."""
    r = _random(seed, "story", number)
    place = r.choice(_places())
    theme = f"{r.choice(_WORDS['topics'])} tại {place} - {r.choice(_WORDS['aims'])}"
    local = f"{r.choice(_WORDS['gatherings'])} {place}"
    people = tuple(person(int(_PEOPLE * r.random() ** _PEOPLE_SKEW)) for _ in range(4))
    symbol = r.choice(("CT/TU", "KH-UBND", "NQ/HĐND", "QĐ-UBND"))
    kind = {"C": "Chỉ thị", "K": "Kế hoạch", "N": "Nghị quyết", "Q": "Quyết định"}[symbol[0]]
    return Story(
        day=_FIRST_DAY + dt.timedelta(days=number // _ARTICLES_A_DAY),
        kind=r.choice(_WORDS["kinds"]),
        theme=theme[0].upper() + theme[1:],
        host=local if r.random() < 0.6 else r.choice(_bodies()),
        place=place,
        country=r.choice(_countries()),
        people=people,
        document=f"{kind} số {r.randint(1, 400)}{'-' if symbol[0] == 'C' else '/'}{symbol}",
    )


def page(number: int, seed: int = 1) -> str:
    """Return the flattened page of a number, about 4 KB of UTF-8."""
    r = _random(seed, "page", number)
    shift = r.randint(1, min(_BEHIND, number)) if number else 0
    kind = r.random()
    told = number - shift if kind < _FOLLOWING else number
    text = _text(number - shift if kind < _COPIES else number, told, seed)
    own = story(told, seed)
    outlet = r.choice(_outlets())
    day = own.day + dt.timedelta(days=r.randint(0, 1))
    related = [_headline(story(max(0, number - r.randint(1, 400)), seed)) for _ in range(2)]
    return "\n".join(
        (
            *_menu(outlet),
            f"{r.choice(PHRASES['menu'])}",
            f"{day:%d/%m/%Y} {r.randint(5, 22):02}:{r.randint(0, 59):02} {_ZONE}",
            "",
            _headline(own),
            "",
            f"{outlet.slugs[0]} - {text[0]}",
            *(f"\n{paragraph}" for paragraph in text[1:]),
            "",
            person(int(3000 * r.random() ** 2)),
            "",
            "Tin liên quan",
            *related,
            *_WORDS["endings"],
            f"© Bản quyền thuộc về {outlet.name}. {outlet.domains[0]}",
            "",
        )
    )


def _menu(outlet: Outlet) -> list[str]:
    r = _random("menu", outlet.outlet_id)
    return r.sample(PHRASES["menu"], 6)


def _headline(own: Story) -> str:
    return f"{own.kind.capitalize()} “{own.theme}”"


def _text(number: int, told: int, seed: int) -> list[str]:
    """Return the paragraphs that the article of a number has about the event `told`."""
    r = _random(seed, "text", number, told)
    own = story(told, seed)
    day = f"{own.day.day}/{own.day.month}"
    offices = [r.choice(_WORDS["offices"]) for _ in own.people]
    facts = [
        f"Phát biểu tại {own.kind}, ông {own.people[0]}, {offices[0]} {own.host}, cho biết đơn vị"
        f" đã thực hiện {own.document} ngày {r.randint(1, 28)}/{r.randint(1, 12)}/{own.day.year}.",
        f"{offices[1]} {own.host} {own.people[1]} nêu kinh nghiệm hợp tác với {own.country}.",
        f"Tham dự {own.kind} còn có bà {own.people[2]} và ông {own.people[3]}.",
        f"Đại diện {r.choice(_bodies())} đánh giá cao cách làm của {r.choice(_places())}.",
        f"Trước đó, {own.host} đã làm việc với {r.choice(_bodies())} và đoàn {own.country}.",
        f"Ông {own.people[0]} đề nghị {r.choice(_bodies())} sớm xem xét, còn bà {own.people[2]}"
        f" mong {own.place} có thêm nguồn lực.",
    ]
    paragraphs = [
        f"Ngày {day}, {own.host} tổ chức {own.kind} “{own.theme}” tại {own.place}. {_sentence(r)}"
    ]
    while sum(len(part.encode()) for part in paragraphs) < _TEXT_BYTES:
        sentences = [_sentence(r) for _ in range(r.randint(2, 4))]
        if facts:
            sentences.insert(0, facts.pop(0))
        paragraphs.append(" ".join(sentences))
    return paragraphs


def _sentence(r: random.Random) -> str:
    subject, verb, aim, circumstance, other = (
        r.choice(_WORDS[key])
        for key in ("subjects", "verbs", "objects", "circumstances", "circumstances")
    )
    words = r.choice(
        (
            f"{subject} {verb} {aim} {circumstance}",
            f"{circumstance}, {subject} {verb} {aim}",
            f"{subject} {verb} {aim} {circumstance}, {other}",
            f"{r.choice(_WORDS['links'])} {r.randint(3, 900)} {subject} {verb} {aim}",
        )
    )
    return f"{words[0].upper()}{words[1:]}."


def path_of(number: int) -> str:
    """Return where the page of a number lies in an archive: a thousand pages to a folder."""
    return f"{number // _FOLDER_SIZE:04}/{number:07}.txt"


def write_pages(folder: Path, numbers: range, seed: int = 1) -> None:
    """Write the pages of the numbers into an archive."""
    for number in numbers:
        target = folder / path_of(number)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(number, seed), encoding="utf-8")


def main() -> None:
    """Write an archive."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write_pages(arguments.folder, range(arguments.articles), arguments.seed)


if __name__ == "__main__":
    main()
