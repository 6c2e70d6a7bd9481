"""Typed records of the agreements that articles state as signed."""

import datetime as dt
from dataclasses import dataclass

from assets.entities.records import Field
from assets.language.dates.records import Precision


@dataclass(frozen=True, slots=True)
class PartySpan:
    """The mention that names a party: its offsets in a field of the article.

    By them the entity is found after resolution.
    """

    field: Field
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class AgreementObservation:
    """One agreement that one article states as signed, before articles are compared.

    `start_char` to `end_char` are the words that name the agreement, `surface` that slice, `kind`
    its kind in the reference data. `signed_on` is the first day of the stated date, None with a
    None `date_precision` when the article does not tell it. Several agreements named by the same
    words ("3 bản ghi nhớ với A, B và C") are told apart by `ordinal`, from 1.
    """

    article_id: str
    field: Field
    start_char: int
    end_char: int
    surface: str
    kind: str
    signed_on: dt.date | None
    date_precision: Precision | None
    parties: tuple[PartySpan, ...]
    line_no: int | None
    ordinal: int = 1
