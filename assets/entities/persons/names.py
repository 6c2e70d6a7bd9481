"""The shape of persons' names: where a name ends that may begin here, and whose it can be.

Vietnamese names begin with a surname and have two to five syllables; other names are runs of
capitals that only their context makes names. The context is judged in `persons`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.entities.abbreviations import Word

_VIETNAMESE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|ch|nh|ph|th|tr|qu|[bcdđghklmnprstvx])?"
    r"[aăâeêioôơuưyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]{1,3}"
    r"(?:ng|nh|ch|[cmnpt])?",
    re.IGNORECASE,
)
# Words in lower case inside names of other languages: "Mohammed bin Salman".
PARTICLES = frozenset(
    ("bin", "ibn", "al", "el", "de", "da", "di", "du", "del", "van", "von", "der", "la", "le")
)
_LONGEST = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A possible name: words[start:end]; `sure` when its surname is no common word."""

    start: int
    end: int
    vietnamese: bool
    sure: bool


@lru_cache(maxsize=65536)
def is_vietnamese(syllable: str) -> bool:
    """Tell whether `syllable` can be a Vietnamese one."""
    return _VIETNAMESE.fullmatch(syllable) is not None


def _joined(words: list[Word], at: int) -> bool:
    """Tell whether word `at` goes on right after the one before it, or after a single space."""
    return at < len(words) and words[at].start - words[at - 1].end <= 1


def _hyphen(words: list[Word], at: int) -> bool:
    """Tell whether word `at` is a hyphen or apostrophe inside a name: "Jong-un"."""
    return (
        words[at].key in "-'"
        and words[at].start == words[at - 1].end
        and at + 1 < len(words)
        and words[at + 1].start == words[at].end
        and words[at + 1].surface.isalpha()
    )


def particle(words: list[Word], at: int, foreign: bool = False) -> int:
    """Return the length of the small words in a name and what they are joined to, 0 for none.

    After a `foreign` word even a syllable of Vietnamese shape goes on the name ("Leyen").

    "bin Salman", "al-Maktoum" and "von der Leyen" go on a name of another language.
    """
    if words[at].key not in PARTICLES:
        return 0
    after = at + 1
    if after < len(words) and words[after].key == "-" and words[after].start == words[at].end:
        after += 1
    if after < len(words) and words[after].key in PARTICLES and not words[after].capital:
        after += 1
    fits = after < len(words) and words[after].capital
    return after + 1 - at if fits and (foreign or not is_vietnamese(words[after].key)) else 0


def _initial(words: list[Word], at: int) -> bool:
    """Tell whether word `at` is the full stop of an initial or of "Jr.": "F. Inzaghi"."""
    before = words[at - 1].surface
    if words[at].key != "." or words[at].start != words[at - 1].end:
        return False
    if before in ("Jr", "Sr"):
        return True
    return (
        len(before) == 1
        and _joined(words, at + 1)
        and (words[at + 1].capital or particle(words, at + 1) > 0)
    )


def capital_run(words: list[Word], at: int) -> int:
    """Return the index after the run of capitalised words that begins at `at`.

    Hyphenated parts ("Jong-un"), particles ("bin Salman") and initials belong to it.
    """
    end = at
    while end < len(words):
        word = words[end]
        if word.capital and word.is_word and (end == at or _joined(words, end)):
            end += 1
        elif end == at or (word.is_word and word.key not in PARTICLES):
            break  # so it is with nearly every run
        elif _hyphen(words, end):
            end += 2
        elif particle(words, end, not is_vietnamese(words[end - 1].key)):
            end += particle(words, end, True)
        elif _initial(words, end):
            end += 1
        else:
            break
    return end


def vietnamese_name(
    words: list[Word], at: int, stop: int, surnames: frozenset[str], sure: frozenset[str]
) -> Name | None:
    """Return the Vietnamese name that begins at `at` and ends before `stop`, if its shape is one.

    All-capital names count; a name all of whose syllables but the first are capitals does not.
    """
    if words[at].key not in surnames:
        return None
    end = at + 1
    upper = words[at].surface.isupper() and len(words[at].surface) > 1
    while end < min(stop, at + _LONGEST):
        word = words[end]
        if not word.surface.isalpha() or not is_vietnamese(word.key):
            break
        if word.surface.isupper() and len(word.surface) > 1 and not upper:
            break
        end += 1
    end = _last_initial(words, end)
    if end - at < 2 or (end < stop and words[end].key == "-"):
        return None
    return Name(at, end, True, words[at].key in sure)


def _last_initial(words: list[Word], end: int) -> int:
    """Return where a name ends whose last syllable is kept back: "Nguyễn Văn T."."""
    if end < len(words) and _joined(words, end) and _letter(words[end]):
        end += 1
    dot = end < len(words) and words[end].key == "." and words[end].start == words[end - 1].end
    return end + 1 if dot and _letter(words[end - 1]) else end


def _letter(word: Word) -> bool:
    return len(word.surface) == 1 and word.surface.isalpha() and word.capital


def is_initialled(words: list[Word], at: int, stop: int) -> bool:
    """Tell whether two initials and one Vietnamese syllable are the whole run: "H.H. Thanh"."""
    if stop - at not in (5, 7) or _letter(words[stop - 1]):
        return False
    initials = words[at : stop - 1]
    dotted = all(word.key == "." for word in initials[1::2])
    photo = at > 0 and words[at - 1].key == ":"
    native = is_vietnamese(words[stop - 1].key)
    return dotted and native and not photo and all(map(_letter, initials[::2]))


def is_hyphened(words: list[Word], at: int, stop: int) -> bool:
    """Tell whether a run ends with a hyphen and a part in lower case: "Kim Man-soo"."""
    last = words[stop - 1]
    return stop - at > 3 and words[stop - 2].key == "-" and last.key.isascii() and not last.capital


def foreign_name(words: list[Word], at: int, stop: int) -> Name | None:
    """Return the run as a name in another language: up to five words, not all Vietnamese ones."""
    run = words[at:stop]
    hyphened = any(word.key == "-" for word in run)
    surfaces = [word.surface for word in run if word.is_word]
    if not hyphened and all(map(is_vietnamese, surfaces)):
        return None
    if not any(len(surface) > 1 for surface in surfaces) or len(surfaces) > _LONGEST + 1:
        return None
    if len(surfaces) > 1 and set(surfaces[-1]) <= {"I", "V", "X"}:
        surfaces = surfaces[:-1]  # "Elizabeth II"
    if any(surface.isdigit() or (surface.isupper() and len(surface) > 1) for surface in surfaces):
        return None
    if not hyphened and all(map(is_vietnamese, surfaces)):
        return None
    return Name(at, stop, False, False)


def given_name(words: list[Word], at: int, stop: int) -> Name | None:
    """Return a run of two to six Vietnamese syllables as a name without surname ("Mỹ Tâm").

    The long ones are names of Laos and of peoples in the mountains: "Khăm Phai Xay Nha Sỏn".
    """
    if not 2 <= stop - at <= 6:
        return None
    if not all(is_vietnamese(word.key) and word.surface.isalpha() for word in words[at:stop]):
        return None
    return Name(at, stop, True, False)
