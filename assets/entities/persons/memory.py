"""Whom a short form of a name means within one article, and where such forms stand.

"ông Tài" is the one person there whose name ends so, "Putin" the one who has that part, "Xuân Son"
the one whose name ends with both. Full names are found in `persons`.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from assets.entities.abbreviations import Word
from assets.entities.persons.context import PersonContext
from assets.entities.persons.names import capital_run, is_vietnamese

_METHOD = "memory within the article"
_METHOD_HAILED = "form of address + given name"
# "anh Hai", "chú Năm": by order of birth, no names.
_BORN = frozenset(("hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "út", "cả"))


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form at text[start:end] and the full name it stands for."""

    start: int
    end: int
    name: str
    confidence: float
    method: str


class KnownPersons:
    """The full names of an article, to tell whom a short form means."""

    def __init__(self, names: list[str], surnames: frozenset[str] = frozenset()) -> None:
        self._surnames = surnames
        self.names = list(dict.fromkeys(names))
        self.by_last: dict[str, set[str]] = {}
        self.by_last_two: dict[str, set[str]] = {}
        self.parts: dict[str, set[str]] = {}
        # The first syllables of `by_last_two`.
        self._first_of_two: set[str] = set()
        for name in self.names:
            parts = name.split(" ")
            whole = self.whole(name)
            if len(parts) < 2:
                (self.by_last if is_vietnamese(name) else self.parts).setdefault(name, set()).add(
                    whole
                )
                continue
            self.by_last.setdefault(parts[-1].rstrip("."), set()).add(whole)
            if "-" in parts[-1] and is_vietnamese(parts[0]):
                self.parts.setdefault(parts[0], set()).add(whole)  # "Lan Shang-ta", "Kim Jong-un"
            if all(is_vietnamese(part) for part in parts):
                if len(parts) > 2:
                    self.by_last_two.setdefault(" ".join(parts[-2:]), set()).add(whole)
                    self._first_of_two.add(parts[-2])
                continue
            for part in parts:
                if not is_vietnamese(part):
                    self.parts.setdefault(part, set()).add(whole)

    def may_begin(self, syllable: str) -> bool:
        """Tell whether a short form without a title may begin with `syllable`."""
        return syllable in self.by_last or syllable in self.parts or syllable in self._first_of_two

    def whole(self, name: str) -> str:
        """Return the full name that `name` stands for: itself, or the one it is a part of.

        "Nguyễn Thị Phương Hiền Hiền" is the earlier "Nguyễn Thị Phương Hiền" with a syllable
        twice.
        """
        parts = name.split(" ")
        if len(parts) > 2 and parts[-1] == parts[-2] and " ".join(parts[:-1]) in self.names:
            return " ".join(parts[:-1])
        if len(parts) == 1:
            fitting = [other for other in self.names if " " in other and name in other.split(" ")]
            if len(fitting) == 1:
                return fitting[0]
        if len(parts) == 2 and parts[0].casefold() not in self._surnames:
            # "bà Phương Chi" is the one person whose longer name ends so.
            fitting = [other for other in self.names if other.endswith(f" {name}")]
            if len(fitting) == 1:
                return fitting[0]
        return name


def short_forms(
    context: PersonContext, known: KnownPersons, taken: list[tuple[int, int]]
) -> list[ShortForm]:
    """Find short forms outside `taken`: of known persons, and given names after "ông", "bà".

    A given name after a form of address whose person the article never names in full stands for
    itself.
    """
    words = context.words
    first = min((start for start, _ in taken), default=0)
    starts = {start for start, _ in taken}
    ends = {end for _, end in taken}
    inside = _words_within(words, taken)
    found: list[ShortForm] = []
    waiting: list[ShortForm] = []
    for at in context.openings:
        word = words[at]
        if not (word.capital and word.is_word) or context.blocked(at):
            continue
        if word.start in starts or at in inside:
            continue
        addressed = context.addressed(at)
        if not addressed and not known.may_begin(word.surface):
            continue
        if not addressed and context.continues(at) and words[at - 1].end not in ends:
            continue
        stop = capital_run(words, at)
        if stop == at + 2:
            found += _two_syllables(context, known, at)
        if stop != at + 1 or context.begins_word(at) or context.bears_name(at):
            continue
        if addressed:
            found += _addressed(context, known, at)
            continue
        if not context.place_at(at):
            _bare(context, known, at, first, found, waiting)
    sure = {short.name for short in found if short.confidence == 0.75}
    return found + [short for short in waiting if short.name in sure]


def _words_within(words: list[Word], spans: list[tuple[int, int]]) -> set[int]:
    """Return the words that begin in one of `spans`, but not with it."""
    begins = attrgetter("start")
    return {
        at
        for start, end in spans
        for at in range(bisect_right(words, start, key=begins), bisect_left(words, end, key=begins))
    }


def _bare(
    context: PersonContext,
    known: KnownPersons,
    at: int,
    first: int,
    found: list[ShortForm],
    waiting: list[ShortForm],
) -> None:
    """Add the one person whom a bare name at word `at` means to `found`, or to `waiting`."""
    word = context.words[at]
    persons = known.parts.get(word.surface, set())
    if len(persons) == 1:
        (name,) = persons
        found.append(ShortForm(_begin(context, at, name), word.end, name, 0.8, _METHOD))
        return
    persons = known.by_last.get(word.surface, set())
    if len(persons) != 1 or word.start < first or not is_vietnamese(word.key):
        return
    (name,) = persons
    short = ShortForm(word.start, word.end, name, 0.75, _METHOD)
    after = context.words[at + 1].key if at + 1 < len(context.words) else "\n"
    inside = not context.begins_line(at) or after in context.forms.subject_verbs
    (found if inside else waiting).append(short)


def _begin(context: PersonContext, at: int, name: str) -> int:
    """Return where a short form begins whose last part is word `at`: "D.Weir", "de Gelder"."""
    words = context.words
    if at > 1 and words[at - 1].key == "." and words[at - 1].start == words[at - 2].end:
        initial = words[at - 2].capital and len(words[at - 2].surface) == 1
        return words[at - 2].start if initial else words[at].start
    while at > 0 and not words[at - 1].capital:
        if f" {words[at - 1].surface} {words[at].surface}" not in name:
            break
        at -= 1
    return words[at].start


def _words_of(words: list[Word], start: int, end: int) -> tuple[int | None, int | None]:
    """Return the words that text[start:end] begins and ends with, None where within a word.

    The second is the index after the last word.
    """
    first = bisect_left(words, start, key=attrgetter("start"))
    last = bisect_left(words, end, key=attrgetter("end"))
    begins = first < len(words) and words[first].start == start
    ends = last < len(words) and words[last].end == end
    return first if begins else None, last + 1 if ends else None


def whole_names(
    context: PersonContext, known: KnownPersons, taken: list[tuple[int, int]]
) -> list[ShortForm]:
    """Find the full names of known persons where their shape alone was not enough."""
    words = context.words
    found: list[ShortForm] = []
    for name in known.names:
        if " " not in name:
            continue
        start = context.text.find(name)
        while start >= 0:
            end = start + len(name)
            at, stop = _words_of(words, start, end)
            begin, start = start, context.text.find(name, end)
            if at is None or stop is None or any(a < end and begin < b for a, b in taken):
                continue
            if stop < len(words) and words[stop].capital and words[stop].start == end + 1:
                continue
            free = not context.place_at(at) and not any(map(context.blocked, range(at, stop)))
            if free and not context.continues(at) and not context.bears_name(at):
                found.append(ShortForm(begin, end, name, 0.75, _METHOD))
    return found


def _two_syllables(context: PersonContext, known: KnownPersons, at: int) -> list[ShortForm]:
    """Return "Xuân Son" at word `at` as the one person whose longer name ends so."""
    words = context.words
    persons = known.by_last_two.get(f"{words[at].surface} {words[at + 1].surface}", set())
    covered = context.place_covers(at, at + 2) or context.bears_name(at)
    if len(persons) != 1 or covered or context.blocked(at + 1):
        return []
    (name,) = persons
    return [ShortForm(words[at].start, words[at + 1].end, name, 0.85, _METHOD)]


def _addressed(context: PersonContext, known: KnownPersons, at: int) -> list[ShortForm]:
    word = context.words[at]
    if context.place_at(at) and not context.hailed(at):
        return []  # "Thủ tướng Đức"
    persons = known.by_last.get(word.surface, set()) | known.parts.get(word.surface, set())
    if len(persons) == 1:
        (name,) = persons
        return [ShortForm(word.start, word.end, name, 0.85, _METHOD)]
    if persons or not context.hailed(at) or not is_vietnamese(word.key):
        return []
    if len(word.surface) < 2 or word.surface.isupper() or word.key in _BORN:
        return []
    if context.in_place(at) and not (context.described(at + 1) or context.speaks(at + 1)):
        return []
    return [ShortForm(word.start, word.end, word.surface, 0.6, _METHOD_HAILED)]
