"""Names that go on in lower case throughout: steering committees, firms before a short form.

"Ban chỉ đạo công tác di dời cơ sở ô nhiễm thành phố", "Công ty viễn thông quân đội (Vietel)".
Names that return to capitals are read in `tail`.
"""

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.words import CLOSING, WITHIN_NAME
from assets.entities.persons.names import is_vietnamese

_FIRMS = frozenset(("company", "bank", "association"))
# The longest of both kinds, in words.
_LONGEST_TASK = 18
_LONGEST_FIRM = 12
# "Ban chỉ đạo quốc gia | về chuyển đổi số": later a sentence goes on with "về".
_BEFORE_ABOUT = 2
_SHORTEST_OWN = 4


def task_end(reader: FieldReader, start: int) -> int | None:
    """Return the end of the task of a steering committee that begins at word `start`.

    The task ends before a place, a bare "tỉnh" or punctuation; None where something else stands
    there or a word follows that belongs to a sentence.
    """
    words, at = reader.words, start
    while at < min(len(words), start + _LONGEST_TASK):
        if reader.place_at(at) or reader.level_at(at) or words[at].key in CLOSING - {","}:
            return at if at > start + 1 else None
        length = reader.forms.word_length(words, at)
        if words[at].key == ",":
            # "phòng, chống tham nhũng, tiêu cực": the list goes on with known words.
            if not reader.forms.word_length(words, at + 1) and words[at + 1].key != "chống":
                return at if at > start + 1 else None
        elif not length and (
            not words[at].is_word
            or words[at].key in reader.forms.after_name - WITHIN_NAME
            or (words[at].key == "về" and at > start + _BEFORE_ABOUT)
            or (words[at].capital and at > start)
        ):
            return at if at > start + 1 else None
        at += max(length, 1)
    return None


def own_short_name(reader: FieldReader, bracket: int) -> str | None:
    """Return the odd word alone in the brackets that open at word `bracket`: "(Vietel)"."""
    words = reader.words
    if bracket + 2 >= len(words) or words[bracket + 2].key != ")":
        return None
    word = words[bracket + 1]
    odd = word.capital and len(word.surface) >= _SHORTEST_OWN and not is_vietnamese(word.key)
    listed = reader.forms.bodies.find(words, bracket + 1, {})  # "Vinatex" is known without the text
    known = listed or reader.place_at(bracket + 1) or word.surface in reader.forms.given_names
    return word.surface if odd and word.surface.isalpha() and not known else None


def firm_before(reader: FieldReader, bracket: int, named: Parsed | None) -> Parsed | None:
    """Return the Vietnamese name of a firm that its short name in brackets follows.

    That is `named`, the name found there, or a head with words of public life in lower case.
    """
    words = reader.words
    if named is not None:
        native = all(is_vietnamese(word.key) or not word.is_word for word in
                     words[named.start : named.end])  # fmt: skip
        return named if native and named.kind in _FIRMS else None
    for at in range(bracket - 2, max(bracket - _LONGEST_FIRM, -1), -1):
        head = reader.head_at(at) if words[at].first else None
        if head is None or head[1].kind not in _FIRMS:
            continue
        end = head[0]
        while end < bracket and (length := reader.forms.word_length(words, end)):
            end += length
        if end == bracket > head[0]:
            return Parsed(
                at, bracket, head[1].kind, "abbreviation defined in text", 0.7, head=head[1]
            )
        return None
    return None
