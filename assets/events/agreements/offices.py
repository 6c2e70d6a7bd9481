"""For which body a person signs whose office an article tells elsewhere.

Offices are found by `roles`; one that stands beside the name where it signs is read in `subjects`.
"""

import re
from collections.abc import Sequence

from assets.entities.records import Field, Observation
from assets.events.agreements.candidates import LED
from assets.events.records import RoleObservation
from assets.language.folding import name_key

# Between a delegation's body and who leads it: an abbreviation, a place, "(VUFO)", ", Lào".
_BEFORE_LEADER = re.compile(r"(?:\s*\([^()]*\)|\s*,?\s*□+)?[\s,]*")


class Offices:
    """Knows the bodies in which one article gives persons an office."""

    def __init__(
        self, observations: Sequence[Observation], roles: Sequence[RoleObservation]
    ) -> None:
        at: dict[tuple[Field, int], Observation] = {
            (one.field, one.start_char): one for one in observations
        }
        self._bodies: dict[str, dict[str, Observation]] = {}
        for role in roles:
            person = at.get((role.field, role.person_start))
            if person is None or role.organisation_start is None or role.as_of is None:
                continue
            body = at.get((role.field, role.organisation_start))
            if body is not None:
                self._add(person, body)

    def add_leaders(self, blank: str, observations: Sequence[Observation]) -> None:
        """Add those who lead a delegation: "đoàn A do ông Nam làm trưởng đoàn".

        `blank` is the text of one field with names blanked, `observations` are those of the field.
        """
        for led in LED.finditer(blank):
            leaders = [
                one
                for one in observations
                if one.entity_type == "person" and led.start() < one.start_char < led.end()
            ]
            sent = [
                one
                for one in observations
                if one.entity_type == "organisation"
                and one.end_char <= led.start()
                and _BEFORE_LEADER.fullmatch(blank, one.end_char, led.start())
            ]
            if len(leaders) == 1 and sent:
                self._add(leaders[0], sent[0])

    def _add(self, person: Observation, body: Observation) -> None:
        bodies = self._bodies.setdefault(name_key(person.name), {})
        bodies.setdefault(body.reference_id or name_key(body.name), body)

    def body_of(self, person: Observation) -> Observation | None:
        """Return the body of a person's office; None when none or more than one is told."""
        bodies = self._bodies.get(name_key(person.name), {})
        return next(iter(bodies.values())) if len(bodies) == 1 else None
