"""Numbered citations of official documents: kind and number, lists of them, bare kinds.

Which citations of an article stand for one document is decided in `joining`.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assets.entities.anchors import Anchors, Starts, matches_at
from assets.entities.context_words import context_words
from assets.entities.documents.issuers import IssuerIndex
from assets.entities.documents.numbers import SYMBOL_NUMBER, DocumentNumber, parse_number
from assets.entities.places.words import is_capitalised, opens_sentence, word_before
from assets.language.patterns import any_case
from assets.reference.records import Reference

# Kinds whose names a year or a number may follow: "Luật Đất đai năm 2013, số 45/2013/QH13".
LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
_LIST_LINK = r"(?:[ \u00a0]*[,;][ \u00a0]*(?:và[ \u00a0]+)?|[ \u00a0]+(?:và|hoặc)[ \u00a0]+)"
_NEXT_NUMBER = re.compile(rf"{_LIST_LINK}(?:số[ \u00a0]+)?(?P<number>{SYMBOL_NUMBER})")
_NEXT_BARE = re.compile(rf"{_LIST_LINK}(?:số[ \u00a0]+)?(?P<number>\d{{1,3}})(?![\w/%]|[-–.,]\w)")
_LAW_NUMBER = re.compile(rf",?[ \u00a0]+số[ \u00a0]+(?P<number>{SYMBOL_NUMBER})")
_SYMBOL = re.compile(SYMBOL_NUMBER)
_ALONE = re.compile(rf"(?<![\w/.-])(?P<number>{SYMBOL_NUMBER})")
_DIGITS = re.compile(r"\d+")
_PLURAL = re.compile(r"(?:các|những|hai|ba|bốn|\d)[ \u00a0]+\Z", re.IGNORECASE)
# What may follow a number that stands for a document and not for an amount.
_AFTER_BARE = re.compile(
    r"[ \u00a0]*(?:[.,;:)”\"!?…(\n]|\Z)|[ \u00a0]+(?:của|ngày|về|khóa|khoá|và|đã|được|là|trong|do"
    r"|tại|ban hành|cũng|sẽ|nêu|quy định|ra đời|có|cho|với|nhằm|để|xác định|chỉ rõ|yêu cầu|vào"
    r"|khẳng định|nhấn mạnh|xử phạt|đề ra|đặt ra|bổ sung|thay thế|hướng dẫn|mới|này|đến|thì"
    r"|theo|từ|hiện|còn|phải|đang|mở|tạo|như|đi)(?!\w)"
)
_AFTER_KIND = re.compile(
    r"[ \u00a0]*(?:[.;)”\"!?…\n]|\Z)"
    r"|[ \u00a0]+(?:này|trên|nêu|và|đã|được|yêu cầu|chỉ rõ|cũng|ra đời|xác định|khẳng định"
    r"|nhấn mạnh|đi vào|vào|trong)(?!\w)"
)
_LOOSE_AFTER = frozenset({"và", "đã", "được", "cũng", "trong", "vào", "trên"})
_NOT_BEFORE_KIND = re.compile(
    r"(?:các|những|nhiều|một|mỗi|dự thảo|ban hành|xây dựng|mọi|từng|loại|hai|ba|\d)[ \u00a0]+\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a text before citations are joined to documents.

    `number` is the settled number; `parsed` its parts when it shows a symbol, `serial` the number
    alone when it does not. `family` is the name without year or term, by which short forms are
    joined. `needs_place` marks a local congress whose place stands after it; `bare` a kind alone;
    `doubtful` a number that may be an amount, a document only if the article cites it in full.
    """

    start: int
    end: int
    kind: str
    name: str
    confidence: float
    method: str
    number: str | None = None
    parsed: DocumentNumber | None = None
    serial: int | None = None
    issuer_id: str | None = None
    issuer_name: str | None = None
    issued_on: dt.date | None = None
    family: str | None = None
    needs_place: bool = False
    bare: bool = False
    doubtful: bool = False


class NumberedDocuments:
    """Finds citations by kind and number; the kinds come from the reference data."""

    def __init__(self, reference: Reference, issuers: IssuerIndex) -> None:
        self._issuers = issuers
        self._plan_kinds = context_words(reference)["plan_kind"]
        self._kinds: dict[str, str] = {}
        numbered: set[str] = set()
        for row in reference.document_kinds:
            for form in (row.kind, *row.aliases):
                self._kinds.setdefault(form.lower(), row.kind)
                if row.symbols:
                    numbered.add(form)
        kinds = any_case(sorted(self._kinds, key=len, reverse=True)).replace(r"\ ", "[ \u00a0]+")
        self._numbered_kinds = {form.lower() for form in numbered}
        self._full = re.compile(
            rf"(?<!\w)(?P<kind>{kinds})[ \u00a0]+(?P<so>(?i:số|no)[ \u00a0]*[:.]?[ \u00a0]*)?"
            rf"(?:(?P<number>{SYMBOL_NUMBER})"
            r"|(?P<dated>\d{1,4}/(?:19|20)\d\d)(?![\w/-])"
            r"|(?P<serial>\d{1,4})(?![\w/%]|[-–.,]\w))"
        )
        letters = sorted(
            {s for row in reference.document_kinds for s in row.symbols if len(s) > 1}, key=len
        )
        short = "|".join(re.escape(text) for text in reversed(letters)) or r"(?!)"
        self._short = re.compile(
            rf"(?<![\w/-])(?P<kind>{short})[ \u00a0]+(?:số[ \u00a0]+)?(?P<number>{SYMBOL_NUMBER})"
        )
        self._kind_alone = re.compile(rf"(?<!\w)(?P<kind>{kinds})(?!\w)")
        self._anchors = Anchors(
            {"kind": (form.split()[0] for form in self._kinds), "letters": letters}
        )

    def anchors(self, text: str) -> Starts:
        """Return where the kinds and their letters may begin in `text`."""
        return self._anchors.starts(text)

    def kind_of(self, form: str) -> str:
        """Return the kind a form in a text stands for ("Bộ Luật", "NGHỊ QUYẾT")."""
        return self._kinds[" ".join(form.lower().split())]

    def find(self, text: str, anchors: Starts) -> Iterator[Citation]:
        """Yield the citations with a number, those later in a list too."""
        for match in matches_at(self._full, text, anchors["kind"]):
            kind = self.kind_of(match["kind"])
            if match["number"] and parse_number(match["number"]).letters:
                yield self._symbol(match.start(), match.end(), kind, match["number"], 0.98)
                issuer = parse_number(match["number"]).letters[-1]
                yield from self._listed(text, match.end(), kind, _NEXT_NUMBER, issuer)
            elif match["dated"] and match["kind"][0].isupper():
                number = match["dated"].zfill(7)
                yield Citation(
                    match.start(),
                    match.end(),
                    kind,
                    f"{kind} {number}",
                    0.85,
                    "kind + number",
                    number=number,
                )
            elif match["serial"] and (match["so"] or match["kind"].lower() in self._numbered_kinds):
                sure = self._stands_for_document(text, match)
                one = _serial(match.start(), match.end(), kind, match["serial"], 0.9)
                yield one if sure else replace(one, doubtful=True)
                if sure and _PLURAL.search(text, max(0, match.start() - 8), match.start()):
                    yield from self._listed(text, match.end(), kind, _NEXT_BARE)

    def _stands_for_document(self, text: str, match: re.Match[str]) -> bool:
        form = " ".join(match["kind"].lower().split())
        if match["so"]:
            return True
        if not match["kind"][0].isupper() or len(match["serial"]) > 3:
            return False
        if match["serial"].startswith("0"):
            return True
        return form not in self._plan_kinds and _AFTER_BARE.match(text, match.end()) is not None

    def with_number(self, citation: Citation, text: str) -> Citation:
        """Return a law cited by name together with the number after it, if there is one."""
        match = _LAW_NUMBER.match(text, citation.end)
        if match is None or citation.kind not in LAWS:
            return citation
        return self._symbol(citation.start, match.end(), citation.kind, match["number"], 0.98)

    def _symbol(self, start: int, end: int, kind: str, surface: str, confidence: float) -> Citation:
        number = parse_number(surface)
        issuer = self._issuers.by_symbol(number, kind)
        return Citation(
            start,
            end,
            kind,
            f"{kind} {number.text}",
            confidence,
            "kind + number",
            number=number.text,
            parsed=number,
            serial=number.serial,
            issuer_id=issuer.entity_id if issuer else None,
            issuer_name=issuer.name if issuer else None,
        )

    def _listed(
        self, text: str, end: int, kind: str, pattern: re.Pattern[str], issuer: str = ""
    ) -> Iterator[Citation]:
        while (match := pattern.match(text, end)) is not None:
            start, end = match.span("number")
            if pattern is _NEXT_BARE:
                yield _serial(start, end, kind, match["number"], 0.8)
                continue
            number = parse_number(match["number"])
            kinds = self._issuers.kinds_of(number)
            # One list is of one issuer: "Quyết định 22/QĐ-TTg; 22-QĐ/TW" is none.
            if (kinds and kind not in kinds) or not number.text.endswith(issuer):
                return
            yield self._symbol(start, end, kind, match["number"], 0.95)

    def find_alone(
        self, text: str, anchors: Starts, cited: Sequence[Citation]
    ) -> Iterator[Citation]:
        """Yield numbers with a symbol without their kind or with its letters ("NQ 66-NQ/TW").

        Where the letters fit several kinds, the one already `cited` in the text decides.
        """
        if not _SYMBOL.search(text):
            return
        numbers = (digits.start() for digits in _DIGITS.finditer(text))
        lettered = matches_at(self._short, text, anchors["letters"])
        for match in (*lettered, *matches_at(_ALONE, text, numbers)):
            number = parse_number(match["number"])
            kinds = self._issuers.kinds_of(number)
            if len(number.letters) < 2 or not kinds:
                continue
            same = {c.kind for c in cited if c.number == number.text}
            known = same or {c.kind for c in cited if c.kind in kinds} or set(kinds)
            if len(known) == 1:
                (kind,) = known
                yield self._symbol(match.start(), match.end(), kind, match["number"], 0.85)

    def find_bare(self, text: str, anchors: Starts) -> Iterator[Citation]:
        """Yield kinds without number that may stand for a document cited before."""
        for match in matches_at(self._kind_alone, text, anchors["kind"]):
            if not match["kind"][0].isupper() or match["kind"].isupper():
                continue
            after = _AFTER_KIND.match(text, match.end())
            if after is None or is_capitalised(word_before(text, match.start())):
                continue
            pointed = after[0].strip() in ("này", "nêu", "trên")
            several = _NOT_BEFORE_KIND.search(text, max(0, match.start() - 10), match.start())
            if several is not None and not pointed:
                continue
            # "Quyết định được đưa ra …" at the head of a sentence is any decision.
            if opens_sentence(text, match.start()) and after[0].strip() in _LOOSE_AFTER:
                continue
            kind = self.kind_of(match["kind"])
            if kind.lower() in self._plan_kinds:
                continue
            yield Citation(match.start(), match.end(), kind, kind, 0.75, "short form", bare=True)


def _serial(start: int, end: int, kind: str, digits: str, confidence: float) -> Citation:
    number = digits.zfill(2)
    return Citation(
        start,
        end,
        kind,
        f"{kind} {number}",
        confidence,
        "kind + number without symbol",
        number=number,
        serial=int(digits),
    )
