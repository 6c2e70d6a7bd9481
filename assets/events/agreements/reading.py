"""The agreements that one field of an article (title or text) tells of, sentence by sentence.

Parties, days and kinds are read by their own modules; what is told again is joined in `merging`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from assets.entities.records import Observation
from assets.events.agreements.days import DayReader
from assets.events.agreements.fields import FieldText
from assets.events.agreements.kinds import AgreementWords
from assets.events.agreements.merging import Told
from assets.events.agreements.objects import (
    agent_start,
    comment_start,
    is_handed_over,
    signed_before,
    signed_behind,
    topic,
)
from assets.events.agreements.offices import Offices
from assets.events.agreements.parties import PartyReader
from assets.events.agreements.sides import Sides
from assets.events.agreements.signatories import Signatories
from assets.events.agreements.signing import Signing
from assets.events.records import DateMention
from assets.reference.records import Reference

_ITEM = re.compile(r"\s*(?:[-–+*•]|\d{1,2}[.)])?\s*")
_GOES_ON = re.compile(
    r"(?:(?<!\w)(?:và|đồng\s+thời|cũng\s+như)|[,;])\s+(?:(?:và|đồng\s+thời|tiếp\s+tục|đã|cũng)\s+)*(?:tổ\s+chức\s+)?\Z",
    re.IGNORECASE,
)
_CEREMONY_WITHIN = 400


class FieldReader:
    """Reads the agreements of one field (title or text) of an article."""

    def __init__(
        self,
        read: FieldText,
        dates: DayReader,
        offices: Offices,
        sides: Sides,
        reference: Reference,
    ) -> None:
        self._field = read.field
        self._text = read.text
        self._blank = read.blank
        self._words = read.words
        self._sentences = read.sentences
        self._last_signing = read.last_signing()
        offices.add_leaders(self._blank, read.observations)
        self._dates = dates
        self._parties = PartyReader(self._blank, read.observations, offices, reference)
        self._signatories = Signatories(self._text, self._blank, self._parties, sides)
        self._sentence = self._heading = (0, 0)
        self._found: list[Told] = []
        # Who signs by the last verb of the sentence.
        self._subject: list[Observation] = []

    def read(self) -> list[Told]:
        """Return what every sentence tells, in order."""
        heading: Signing | None = None
        for (start, end), signings in self._sentences.items():
            if self._is_behind_all(start) and heading is None:
                break
            self._sentence, self._subject = (start, end), []
            if not signings and heading is not None and self._read_item(heading):
                continue
            heading = None
            told = len(self._found)
            for number, signing in enumerate(signings):
                first = signings[number - 1].end if number else start
                last = signings[number + 1].start if number + 1 < len(signings) else end
                self._read_signing(signing, first, last)
            if len(self._found) == told:
                self._date_by_ceremony(signings)
            if signings and self._blank[start:end].endswith(":"):
                heading, self._heading = signings[-1], (start, end)
            self._signatories.remember_sentence(start, end)
        return self._found

    def _is_behind_all(self, start: int) -> bool:
        """Tell whether nothing is signed from `start` on: whom a text names there nobody means."""
        behind = self._last_signing is None or start > self._last_signing
        return self._field == "text" and behind

    def _date_by_ceremony(self, signings: Sequence[Signing]) -> None:
        """Give the agreement told last the day of "Lễ ký diễn ra hôm 14/3" behind it."""
        ceremony = next((one for one in signings if one.ceremony), None)
        last = self._found[-1] if self._found else None
        if ceremony is None or last is None or last.date is not None or last.item:
            return
        if ceremony.start - last.end <= _CEREMONY_WITHIN:
            verb = (ceremony.start, ceremony.end)
            date = self._dates.signed(self._text, self._field, self._sentence, verb, verb)
            self._found[-1] = replace(last, date=date)

    def _read_item(self, heading: Signing) -> bool:
        """Read a sentence that is an item of "đã ký các văn kiện:"; return whether it is one."""
        start, end = self._sentence
        item = _ITEM.match(self._blank, start)
        at = item.end() if item else start
        words = next((one for one in self._words if one.start == at), None)
        if words is None:
            return False
        if self._found and self._found[-1].start > heading.start and not self._found[-1].item:
            # "đã ký 3 văn kiện:" only heads its items.
            self._found.pop()
        parties = (
            self._parties.between(words.end, end)
            or self._parties.pair(words.end, end)
            or self._parties.one_side(words.end, end)
        )
        self._tell(heading, words, parties, item=True)
        return True

    def _read_signing(self, signing: Signing, first: int, last: int) -> None:
        """Read what one signing signs between the offsets `first` and `last`."""
        # Before "việc ký" stands who speaks of it.
        subject = [] if signing.nominal else self._parties.subject(first, signing.start)
        if first > self._sentence[0] and _GOES_ON.search(self._blank, first, signing.start):
            # "A đã ký … với B, và ký … với C": one subject for both.
            subject = self._subject
        self._subject = subject
        words = signed_behind(self._blank, signing, self._words, last)
        if not words:
            self._read_passive(signing, first, last)
            return
        ends = [*(one.start for one in words[1:]), last]
        spans = [(one.end, end) for one, end in zip(words, ends, strict=True)]
        spans[0] = (signing.end, ends[0])
        # "ký hiệp định và nghị định thư giữa A và B": what stands behind the last holds for all.
        shared = self._parties.between(*spans[-1])
        for one, span in zip(words, spans, strict=True):
            self._read_parties(signing, one, span, subject, shared)

    def _read_passive(self, signing: Signing, first: int, last: int) -> None:
        """Read what stands before a verb that says of it that it was signed."""
        words = signed_before(self._blank, signing, self._words, first)
        if words is None:
            return
        if is_handed_over(self._blank, words):
            subject = self._parties.subject(first, words.start)
        else:
            since = agent_start(self._blank, words, signing)
            subject = self._parties.subject(since, signing.start)
        self._read_parties(signing, words, (words.end, last), subject)

    def _read_parties(
        self,
        signing: Signing,
        words: AgreementWords,
        span: tuple[int, int],
        subject: list[Observation],
        shared: Sequence[Observation] = (),
    ) -> None:
        span = (span[0], comment_start(self._blank, *span))
        between = self._parties.between(*span)
        if between:
            self._tell(signing, words, between)
            return
        partners = self._parties.partners(*span)
        if partners and not subject:
            subject = self._parties.unnamed(self._sentence[0], signing.start, partners)
        dated = [self._dates.bracketed(self._text, self._field, one.end_char) for one in partners]
        if len(partners) > 1 and subject and (words.count == len(partners) or all(dated)):
            # "ký 3 bản ghi nhớ với A, B và C", "với A (năm 2018), B (năm 2019)": one with each.
            for number, partner in enumerate(partners, start=1):
                self._tell(signing, words, [*subject, partner], number)
            return
        named = [*subject, *partners]
        parties = self._signatories.read(signing, words, self._sentence, span, named, shared)
        self._tell(signing, words, parties)

    def _tell(
        self,
        signing: Signing,
        words: AgreementWords,
        parties: list[Observation],
        ordinal: int = 0,
        *,
        item: bool = False,
    ) -> None:
        parties = self._parties.signers(parties)
        here = [one for one in parties if one.field == self._field and one.start_char > words.end]
        last = here[-1].end_char if here else words.end
        date = self._dates.bracketed(self._text, self._field, last)
        if date is None and not ordinal:
            date = self._dates.signed(
                self._text,
                self._field,
                self._sentence,
                (signing.start, signing.end),
                (words.start, words.end),
            ) or self._dates.story(
                self._text,
                self._field,
                self._sentence,
                by_those_met=len(parties) > 1 and self._signatories.are_those_met(*self._sentence),
            )
        if date is None and item:
            verb = (signing.start, signing.end)
            date = self._dates.signed(self._text, self._field, self._heading, verb, verb)
        if not _is_enough(signing, words, parties, date):
            return
        self._found.append(
            Told(
                self._field,
                words.start,
                words.end,
                self._sentence[0],
                words.kind,
                tuple(parties),
                date,
                topic(self._text, words),
                ordinal or 1,
                item,
                self._dates.is_earlier(self._text, self._sentence),
            )
        )
        self._signatories.remember([parties])


def _is_enough(
    signing: Signing,
    words: AgreementWords,
    parties: Sequence[Observation],
    date: DateMention | None,
) -> bool:
    """Tell whether what is known of an agreement says which one it is."""
    if words.kind.two_parties:
        return sum(one.entity_type == "organisation" for one in parties) > 1
    if len(parties) > 1:
        return True
    if words.count != 1 or words.bare:
        return False
    return date is not None or (len(parties) == 1 and not signing.nominal)
