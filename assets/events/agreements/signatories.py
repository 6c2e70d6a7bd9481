"""Who signed, of all whom a sentence names or means: by name, as "hai bên", or by an earlier name.

What a part of a sentence names is read by `parties`; which two sides an article speaks of is known
to `sides`.
"""

from collections.abc import Iterable, Sequence

from assets.entities.records import Observation
from assets.events.agreements.kinds import AgreementWords
from assets.events.agreements.listing import distinct
from assets.events.agreements.parties import PartyReader
from assets.events.agreements.sides import Sides
from assets.events.agreements.signing import Signing

_TWO = 2


class Signatories:
    """Tells who signed in one field of an article, and remembers who was named together there.

    `blank` is its text, whose tones are settled, with names blanked by squares.
    """

    def __init__(self, text: str, blank: str, parties: PartyReader, sides: Sides) -> None:
        self._text = text
        self._blank = blank
        self._parties = parties
        self._sides = sides

    def read(
        self,
        signing: Signing,
        words: AgreementWords,
        sentence: tuple[int, int],
        span: tuple[int, int],
        named: Sequence[Observation],
        shared: Sequence[Observation],
    ) -> list[Observation]:
        """Return who signed the agreement of `words`, of which `span` tells more.

        `named` are the subject and the partners behind "với", `shared` those whom an agreement
        listed beside it has behind "giữa".
        """
        parties = distinct(named) or self._parties.agents(*span)
        if len(parties) < _TWO and shared:
            parties = list(shared)
        if len(parties) < _TWO:
            parties = self._parties.pair(words.end, max(span[1], signing.start)) or parties
        if len(parties) < _TWO:
            # "A tiếp B, và hai bên đã ký": those who met stand in the same sentence.
            self.remember(self._parties.together(sentence[0], signing.start))
            # Before "việc ký" stands who speaks of it.
            first = signing.start if signing.nominal else sentence[0]
            parties = self._with_sides(parties, (first, words.end), span[1])
        if not parties:
            parties = self._parties.one_side(*span)
        return parties or self._parties.actor(sentence[0], signing.start)

    def remember(self, groups: Iterable[Sequence[Observation]]) -> None:
        """Keep groups of bodies or places that were named together."""
        for group in groups:
            self._sides.remember(group, self._parties.kind_of(group))

    def remember_sentence(self, start: int, end: int) -> None:
        """Keep whom a sentence names together, once it is read."""
        self.remember(self._parties.together(start, end))
        self._sides.remember_pair(self._parties.named(start, end))

    def are_those_met(self, start: int, end: int) -> bool:
        """Tell whether a sentence says "hai bên", or names persons who sign."""
        sides = self._sides.words.sides.search(self._blank, start, end)
        return sides is not None or self._parties.are_in_person(start, end)

    def _with_sides(
        self, parties: list[Observation], clause: tuple[int, int], end: int
    ) -> list[Observation]:
        """Return at most one party with those whom "hai bên", or "với đối tác", means beside it.

        `clause` ends with the words of the agreement; up to `end` stands what is said of it.
        """
        meant = self._sides.meant(self._text, self._blank, *clause)
        behind = self._parties.between_at(clause[1], end)
        if not meant and behind is not None:
            meant = self._sides.meant(self._text, self._blank, behind, end)
        if parties and meant and len(distinct([*parties, *meant])) > len(meant):
            # Who signs is none of those two.
            return parties
        if len(parties) == 1 and not meant and self._speaks_of_two(*clause):
            meant = (parties[0], *self._sides.partner_of(parties[0]))
        return list(meant) if len(meant) > 1 else parties

    def _speaks_of_two(self, start: int, end: int) -> bool:
        """Tell whether a part of the text has two sign, though one without the name of its body."""
        partner = self._sides.words.partner.search(self._blank, start, end)
        return partner is not None or self._parties.are_in_person(start, end)
