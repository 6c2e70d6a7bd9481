"""What a container holds besides pages, counted for the file's note."""

from collections import Counter

from assets.intake.containers.errors import CutOffError, DamagedError

_MOST_KINDS = 5


class Tally:
    """Counts what is left out by kind, and keeps what else a user should know of a file."""

    def __init__(self) -> None:
        self._left_out: Counter[str] = Counter()
        self._notes: list[str] = []

    def leave_out(self, kind: str | None) -> None:
        """Count one thing that is no page."""
        self._left_out[(kind or "unknown")[:60]] += 1

    def note(self, sentence: str) -> None:
        """Keep a sentence, each once."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def note_cut(self, error: DamagedError) -> None:
        """Keep that a container is cut off, for an error that says so."""
        if isinstance(error, CutOffError):
            self.note("the file is cut off; what comes before the cut is read")

    def __str__(self) -> str:
        """All of it in one line; empty when there is nothing to tell."""
        notes = list(self._notes)
        if self._left_out:
            kinds = sorted(self._left_out.items(), key=lambda item: (-item[1], item[0]))
            shown = ", ".join(f"{count:,} {kind}" for kind, count in kinds[:_MOST_KINDS])
            more = ", …" if len(kinds) > _MOST_KINDS else ""
            notes.append(f"left out, being no pages: {shown}{more}")
        return "; ".join(notes)
