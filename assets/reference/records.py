"""All reference data together: one typed row type per CSV file, and `Reference`.

Each row type's name and columns are those of its file in `data/`; a cell with several values
separates them by "|". The row types stand beside this module by subject and are imported from
here; reading and validation is in `loading`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from assets.reference.event_records import (
    AgreementKind,
    DateWord,
    EventKind,
    EventWord,
    PartyWord,
)
from assets.reference.loading import DATA_FOLDER, read_rows
from assets.reference.name_records import (
    Abbreviation,
    Body,
    CommonWord,
    ContextWord,
    DocumentKind,
    GivenName,
    IdSyllable,
    IssuerSymbol,
    KnownDocument,
    LocalSymbol,
    OrganisationHead,
    OrganisationWord,
    Surname,
    Title,
)
from assets.reference.page_records import (
    FieldMeaning,
    FieldName,
    MenuRole,
    MenuWord,
    MetaMeaning,
    MetaName,
    Outlet,
)
from assets.reference.place_records import AdministrativeUnit, Country, PlaceRow, PlaceWord

__all__ = [
    "ROW_TYPES",
    "Abbreviation",
    "AdministrativeUnit",
    "AgreementKind",
    "Body",
    "CommonWord",
    "ContextWord",
    "Country",
    "DateWord",
    "DocumentKind",
    "EventKind",
    "EventWord",
    "FieldMeaning",
    "FieldName",
    "GivenName",
    "IdSyllable",
    "IssuerSymbol",
    "KnownDocument",
    "LocalSymbol",
    "MenuRole",
    "MenuWord",
    "MetaMeaning",
    "MetaName",
    "OrganisationHead",
    "OrganisationWord",
    "Outlet",
    "PartyWord",
    "PlaceRow",
    "PlaceWord",
    "Reference",
    "Surname",
    "Title",
    "load_reference",
]


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
    local_symbols: tuple[LocalSymbol, ...] = ()
    organisation_heads: tuple[OrganisationHead, ...] = ()
    organisation_words: tuple[OrganisationWord, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()
    common_words: tuple[CommonWord, ...] = ()
    known_documents: tuple[KnownDocument, ...] = ()
    id_syllables: tuple[IdSyllable, ...] = ()
    given_names: tuple[GivenName, ...] = ()
    context_words: tuple[ContextWord, ...] = ()
    agreement_kinds: tuple[AgreementKind, ...] = ()
    party_words: tuple[PartyWord, ...] = ()
    event_kinds: tuple[EventKind, ...] = ()
    event_words: tuple[EventWord, ...] = ()
    date_words: tuple[DateWord, ...] = ()
    field_names: tuple[FieldName, ...] = ()
    meta_names: tuple[MetaName, ...] = ()
    place_words: tuple[PlaceWord, ...] = ()


ROW_TYPES: dict[str, type[Any]] = {
    "outlets": Outlet,
    "menu_words": MenuWord,
    "countries": Country,
    "places": PlaceRow,
    "place_words": PlaceWord,
    "administrative_units": AdministrativeUnit,
    "bodies": Body,
    "titles": Title,
    "surnames": Surname,
    "document_kinds": DocumentKind,
    "issuer_symbols": IssuerSymbol,
    "local_symbols": LocalSymbol,
    "organisation_heads": OrganisationHead,
    "organisation_words": OrganisationWord,
    "abbreviations": Abbreviation,
    "common_words": CommonWord,
    "context_words": ContextWord,
    "known_documents": KnownDocument,
    "agreement_kinds": AgreementKind,
    "party_words": PartyWord,
    "event_kinds": EventKind,
    "event_words": EventWord,
    "date_words": DateWord,
    "field_names": FieldName,
    "meta_names": MetaName,
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
