"""One typed row per reference CSV file, and `Reference`, all of them together.

Each row type's name and columns are those of its file in `data/`; a cell with several values
separates them by "|". Reading and validation is in `loading`.
"""

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from assets.reference.loading import DATA_FOLDER, read_rows

MenuRole = Literal[
    "section",
    "related",
    "comment",
    "tool",
    "footer",
    "menu",
    "error",
    "player",
    "live",
    "caption",
    "byline",
]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet (`outlets.csv`).

    `domains` without "www."; `slugs` are what stands before a lead ("TTTĐ"); `furniture` are whole
    lines (menu, footer, comment box) that only this outlet's pages show; `names` are other names,
    such as its og:site_name.
    """

    outlet_id: str
    name: str
    domains: tuple[str, ...]
    slugs: tuple[str, ...]
    names: tuple[str, ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenuWord:
    """A line that is furniture of a page, not text (`menu_words.csv`).

    `role` tells what it is: `section` (a section name beside a date), `related` (heading over
    teasers of other articles), `comment` (comment box), `tool` (share, print, font size),
    `footer`, `menu`, `error` (an error page or captcha), `player` (the buttons of a video or sound
    player), `live` (a page that renews itself). Two roles are no furniture lines but
    the words such a line begins with: `caption` ("Quang cảnh"; "…phát biểu" stands anywhere in
    it; "Nông dân…" opens short ones that end in a full stop) and `byline` ("Bài và ảnh").
    """

    text: str
    role: MenuRole


@dataclass(frozen=True, slots=True)
class Country:
    """A country (`countries.csv`): names as Vietnamese press writes them."""

    entity_id: str
    iso_code: str
    name: str
    official_name: str | None
    aliases: tuple[str, ...]
    continent_id: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A region, continent, foreign city or other place (`places.csv`)."""

    entity_id: str
    name: str
    kind: Literal["city", "region", "continent", "other"]
    aliases: tuple[str, ...]
    iso_code: str | None
    parent_id: str | None


@dataclass(frozen=True, slots=True)
class AdministrativeUnit:
    """A province, district or commune of Vietnam (`administrative_units.csv`).

    `prefix` is the generic word of the official name ("Tỉnh", "Thành phố", "Quận"), `name` the
    rest. `valid_to` is the last day of the unit, `merged_into` the unit that its area went to.
    """

    entity_id: str
    kind: Literal["province", "district", "commune"]
    prefix: str
    name: str
    aliases: tuple[str, ...]
    iso_code: str | None
    parent_id: str
    valid_from: dt.date | None
    valid_to: dt.date | None
    merged_into: str | None


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
class IdSyllable:
    """The accented syllable that an entity id means by a plain one (`id_syllables.csv`).

    "huong" in an id of a person stands for "hương"; any other accent is spelled out behind the
    name (see `assets.entities.resolution`). The file is part of the id scheme: changing a row
    changes ids that users have kept, so it is not a list to extend. At most one row for each plain
    syllable and position.
    """

    syllable: str
    position: Literal["surname", "given_name", "other"]


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """All reference data; immutable, so one object serves every stage and worker.

    Compared and hashed by identity: indexes over it are cached for each object, and hashing
    thousands of rows for each article would cost more than the look-up.
    """

    outlets: tuple[Outlet, ...]
    menu_words: tuple[MenuWord, ...]
    countries: tuple[Country, ...]
    places: tuple[PlaceRow, ...]
    administrative_units: tuple[AdministrativeUnit, ...]
    bodies: tuple[Body, ...]
    titles: tuple[Title, ...]
    surnames: tuple[Surname, ...]
    document_kinds: tuple[DocumentKind, ...]
    issuer_symbols: tuple[IssuerSymbol, ...]
    organisation_heads: tuple[OrganisationHead, ...] = ()
    organisation_words: tuple[OrganisationWord, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    common_words: tuple[CommonWord, ...] = ()
    known_documents: tuple[KnownDocument, ...] = ()
    id_syllables: tuple[IdSyllable, ...] = ()
    given_names: tuple[GivenName, ...] = ()


ROW_TYPES: dict[str, type[Any]] = {
    "outlets": Outlet,
    "menu_words": MenuWord,
    "countries": Country,
    "places": PlaceRow,
    "administrative_units": AdministrativeUnit,
    "bodies": Body,
    "titles": Title,
    "surnames": Surname,
    "document_kinds": DocumentKind,
    "issuer_symbols": IssuerSymbol,
    "organisation_heads": OrganisationHead,
    "organisation_words": OrganisationWord,
    "abbreviations": Abbreviation,
    "common_words": CommonWord,
    "known_documents": KnownDocument,
}


@cache
def load_reference(folder: Path = DATA_FOLDER) -> Reference:
    """Read every reference file in `folder`; raises `ReferenceDataError` for one that is bad."""
    tables: dict[str, Any] = {
        name: read_rows(folder / f"{name}.csv", row_type) for name, row_type in ROW_TYPES.items()
    }
    # Parts of the id scheme and of name recognition, not knowledge to query: they have no tables.
    id_syllables = read_rows(folder / "id_syllables.csv", IdSyllable)
    given_names = read_rows(folder / "given_names.csv", GivenName)
    return Reference(**tables, id_syllables=id_syllables, given_names=given_names)
