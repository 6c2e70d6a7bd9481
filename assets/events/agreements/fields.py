"""One field of an article as this room reads it: text, names, words of agreement, signings."""

from collections.abc import Sequence
from dataclasses import dataclass

from assets.entities.records import Field, Observation
from assets.events.agreements.kinds import AgreementWords
from assets.events.agreements.signing import SIGNS, Signing, find_signings
from assets.language.patterns import holds_any
from assets.language.sentences import split_sentences

# No sentence is longer; what is has lost its full stops, and nothing in it is told for certain.
_LONGEST_SENTENCE = 3000


@dataclass(frozen=True, slots=True)
class FieldText:
    """A title or text whose tones are settled, with the names and words of agreement in it.

    `blank` is the text with a square for every character of a name. `sentences` gives, in order,
    what each sentence from start to end states as signed.
    """

    field: Field
    text: str
    blank: str
    observations: tuple[Observation, ...]
    words: tuple[AgreementWords, ...]
    sentences: dict[tuple[int, int], list[Signing]]

    def last_signing(self) -> int | None:
        """Return where the last sentence begins that states something as signed, if one does."""
        starts = [start for (start, _), signings in self.sentences.items() if signings]
        return starts[-1] if starts else None


def field_text(
    field: Field,
    text: str,
    observations: Sequence[Observation],
    words: Sequence[AgreementWords],
) -> FieldText:
    """Return `text`, whose tones are settled, with the sentences of which some tell of a signing.

    `observations` and `words` are those of this field.
    """
    characters = list(text)
    for one in observations:
        characters[one.start_char : one.end_char] = "□" * (one.end_char - one.start_char)
    blank = "".join(characters)
    sentences = {
        (start, end): list(find_signings(blank, start, end))
        if holds_any(blank[start:end], SIGNS)
        else []
        for start, end in split_sentences(text)
        if end - start <= _LONGEST_SENTENCE
    }
    return FieldText(field, text, blank, tuple(observations), tuple(words), sentences)
