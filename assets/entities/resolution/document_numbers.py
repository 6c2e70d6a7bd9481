"""The numbers of official documents: how they are written, compared and made into ids.

Which citations are of one document is decided in `documents`.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from assets.entities.resolution.identifiers import document_id, short_hash
from assets.language.folding import fold, nfc

_NUMBER = re.compile(r"\s*(?:số\s*)?0*(?P<serial>\d+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_SPACED_MARK = re.compile(r"\s*([-–—/])\s*")
# What a number must have for its marks to be written in another way than usual.
_SPACE_OR_DASH = re.compile(r"[\s–—]")
_DIGITS = re.compile(r"\d*")
_NOT_COMPARED = re.compile(r"[^a-z0-9]+")
_SYMBOL = re.compile(r"[^\W\d_]")


class DocumentKey(NamedTuple):
    """What makes two citations one document.

    `issuer_id` where the number is one that many bodies use, `article_id` where the document is
    known from that article only; both None for a number that tells its issuer.
    """

    kind: str
    number: str
    issuer_id: str | None = None
    article_id: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether the number has the issuer's letters, as in 04-CT/TW."""
        return _SYMBOL.search(self.number) is not None

    @property
    def serial(self) -> str:
        """The running number: "04" of "04-CT/TW"."""
        digits = _DIGITS.match(self.number)
        return digits[0] if digits is not None else ""

    @property
    def stem_id(self) -> str:
        """The id of the document, without what `article_id` adds to it."""
        return document_id(self.kind, comparable_number(self.number), self.issuer_id)

    @property
    def entity_id(self) -> str:
        """The id of the document."""
        alone = f"--{short_hash(self.article_id)}" if self.article_id is not None else ""
        return f"{self.stem_id}{alone}"


def normal_number(number: str) -> str:
    """Return a document number in its usual form: "4 - CT/TƯ" is "04-CT/TW"."""
    text = nfc(number).strip()
    if _SPACE_OR_DASH.search(text):
        text = _SPACED_MARK.sub(lambda mark: "/" if mark[1] == "/" else "-", text)
    text = text.replace("TƯ", "TW")
    match = _NUMBER.fullmatch(text)
    return f"{match['serial']:0>2}{match['rest']}" if match else text


# A number is compared several times on its way into an id, and cited by several articles.
@lru_cache(maxsize=1 << 16)
def comparable_number(number: str) -> str:
    """Return a normal number as it is compared and stands in ids: "04-ct-tw"."""
    return _NOT_COMPARED.sub("-", fold(number)).strip("-")
