"""Row types of the reference files on names: bodies, titles, parts of names, documents.

Read like all others; `records` puts them together with the rest.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation (`bodies.csv`).

    `name` is the full official form, `abbreviations` its short ones, `aliases` its other forms.
    `local_name` is set for a body that has one in each unit: the pattern of the local name with
    "{place}" ("Ủy ban Mặt trận Tổ quốc Việt Nam {place}"), `local_forms` other patterns and bare
    forms of it ("MTTQ {place}", "UBND {place}", "Sở Ngoại vụ {place}"). A row may be local only:
    then `name` is the family's general name and `only_local` is yes.
    """

    entity_id: str
    name: str
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    kind: str
    parent_id: str | None
    place_id: str | None
    local_name: str | None
    local_forms: tuple[str, ...]
    only_local: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A title, rank, degree or form of address that stands beside a person's name (`titles.csv`).

    `office`: held in an organisation ("Phó Chủ tịch Thường trực"); `rank`: military and police
    ("Thiếu tướng"), diplomatic ("Đại sứ"); `degree`: "PGS.TS", "Nhà giáo nhân dân"; `address`:
    "ông", "bà", "đồng chí". `needs_organisation` is yes for an office that names nobody without
    one.
    """

    title: str
    kind: Literal["office", "rank", "degree", "address"]
    aliases: tuple[str, ...]
    needs_organisation: bool


@dataclass(frozen=True, slots=True)
class Surname:
    """A Vietnamese family name (`surnames.csv`); `is_common_word` when it also means something."""

    surname: str
    is_common_word: bool


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name of other languages (`given_names.csv`): "Alan", "Sergey", "Narendra"."""

    given_name: str


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of official document (`document_kinds.csv`) with the letters of its symbol."""

    kind: str
    symbols: tuple[str, ...]
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IssuerSymbol:
    """The letters that stand for an issuer in a document number (`issuer_symbols.csv`).

    "TW" in 04-CT/TW, "TTg" in 2020/QĐ-TTg, "BGDĐT" in 01/2023/TT-BGDĐT; `kinds` limits the
    symbol to those document kinds when it means different issuers.
    """

    symbol: str
    issuer_id: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LocalSymbol:
    """The letters that end the numbers of local bodies (`local_symbols.csv`): "TU", "UBND", "HU".

    Each place has such a body, so a number with them is known with its place only. `in_province`
    and `in_city` are the bodies (each `only_local`) that a province's number and that of a city of
    the same rank mean; none for letters of other levels.
    """

    symbol: str
    in_province: str | None
    in_city: str | None


@dataclass(frozen=True, slots=True)
class OrganisationHead:
    """A word that begins the names of organisations (`organisation_heads.csv`).

    `tail` says what must follow: `name` (any capitalised words or a place), `field` (a word of
    public life such as "Đối ngoại"), `unit` (either, or the body it is a part of), `parent` (only
    that body), `country`, `numbered`, `complete` (nothing), `english` (an English word that begins
    or ends names). `no_body`: looks like a head and is none ("Hội nghị"); `thing`: bears names of
    people and places and is no organisation ("đường").
    `lower_case`: also a head without a capital; `in_span`: part of the name; `bare`: may stand
    alone for a body named before.
    """

    head: str
    kind: str
    tail: Literal[
        "name",
        "field",
        "unit",
        "parent",
        "country",
        "numbered",
        "complete",
        "no_body",
        "thing",
        "english",
    ]
    lower_case: bool
    in_span: bool
    bare: bool


@dataclass(frozen=True, slots=True)
class OrganisationWord:
    """A word of more than one syllable in organisations' names (`organisation_words.csv`).

    One that is also a verb ("tổ chức") ends a name only when it has a capital there.
    """

    word: str
    is_verb: bool


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form inside names and the words it stands for (`abbreviations.csv`)."""

    short: str
    words: str


@dataclass(frozen=True, slots=True)
class KnownDocument:
    """A law, convention or treaty that is cited by its name (`known_documents.csv`).

    A law's row stands for the law of that name whatever its year; "Luật Đất đai năm 2013" in a
    text is a document of its own.
    """

    kind: str
    name: str
    aliases: tuple[str, ...]
    number: str | None
    issuer_id: str | None
    issued_on: dt.date | None


@dataclass(frozen=True, slots=True)
class CommonWord:
    """A word whose first syllable is also a country's name (`common_words.csv`): "mỹ thuật"."""

    word: str


@dataclass(frozen=True, slots=True)
class ContextWord:
    """A word beside a name that tells what the name is or where it ends (`context_words.csv`).

    Before it: `address` ("ông": a person), `before_country`, `country_office` ("tổng thống"),
    `before_short_country` ("phía Nhật"), `before_people` ("lính Nhật"), `before_place`,
    `before_english_place` (no given name). The name itself: `common_opening` ("anh": at the head of
    a sentence rather no country), `town_opening` ("New", as it is written: one more word follows).
    After it: `after_country`, `saying` (verbs of persons who speak), `subject_verb` (what persons
    do), `after_name` (no part of a body's name), `state_style` (goes on the name of a body of state
    before its place: "nhân dân"), `foreign_style` (the same, and never of Viet Nam: "Hoàng gia"),
    `other_country` ("nước này"). `plan_kind`: a kind of document whose number is rather a count of
    years. `counted`: what a number before it counts ("50 máy tính"), so that it ends no name.
    """

    word: str
    role: Literal[
        "address",
        "before_country",
        "country_office",
        "before_people",
        "before_place",
        "before_short_country",
        "before_english_place",
        "town_opening",
        "common_opening",
        "after_country",
        "saying",
        "subject_verb",
        "after_name",
        "plan_kind",
        "state_style",
        "counted",
        "foreign_style",
        "other_country",
    ]


@dataclass(frozen=True, slots=True)
class IdSyllable:
    """The accented syllable that an entity id means by a plain one (`id_syllables.csv`).

    "huong" in an id of a person stands for "hương"; any other accent is spelled out behind the
    name (see `assets.entities.resolution`). The file is part of the id scheme: changing a row
    changes ids that users have kept, so it is not a list to extend. At most one row for each plain
    syllable and position.
    """

    syllable: str
    position: Literal["surname", "given_name", "other"]
