"""Words in lower case inside a name: between two capitalised parts, or at the end of a list.

"Công ty Đầu tư phát triển | đường cao tốc | Việt Nam", "Công ty Thực phẩm | và dịch vụ tổng hợp".
Which names may go on so is decided in `tail`.
"""

from assets.entities.organisations.field import FieldReader
from assets.entities.organisations.words import CLOSING
from assets.entities.persons.names import is_vietnamese

_LONGEST_BRIDGE = 4
_LONGEST_KNOWN = 12
_LONGEST_FIELDS = 8


def lower_bridge(reader: FieldReader, at: int, known: bool = False) -> int | None:
    """Return where a name goes on with capitals after unknown words in lower case at `at`.

    Only where the whole is closed by punctuation, a bracket or a word that follows names. With
    `known` all words in lower case must be words of public life ("công ty khí đốt Naftogaz").
    """
    stop = _lower_end(reader, at, _LONGEST_KNOWN if known else _LONGEST_BRIDGE)
    if stop is None or (known and not _is_public(reader, at, stop)):
        return None
    if _begins_other(reader, stop):
        return None
    words = reader.words
    found = reader.place_at(stop)
    end = found[0] if found else stop
    while end < len(words) and words[end].capital and words[end].is_word:
        end += 1
    if known and end - stop > 1:
        return stop
    closed = (
        end >= len(words) or words[end].key in CLOSING or words[end].key in reader.forms.after_name
    )
    return stop if closed else None


def _lower_end(reader: FieldReader, at: int, longest: int) -> int | None:
    """Return the capitalised word after the few words in lower case at `at`."""
    words = reader.words
    stop = at
    while stop < len(words) and words[stop].is_word and not words[stop].capital:
        if stop - at >= longest or reader.title_at(stop):
            return None
        if words[stop].key in reader.forms.after_name and longest == _LONGEST_BRIDGE:
            return None
        if not is_vietnamese(words[stop].key):
            return None
        stop += 1
    return stop if at < stop < len(words) and words[stop].capital else None


def _is_public(reader: FieldReader, at: int, stop: int) -> bool:
    while at < stop:
        length = reader.forms.word_length(reader.words, at)
        if not length and not reader.forms.is_trade(reader.words[at]):
            return False
        at += length or 1
    return at == stop and not reader.country_at(stop)


def _begins_other(reader: FieldReader, at: int) -> bool:
    """Tell whether a person, a title, another body or a thing's name begins at word `at`."""
    words, forms = reader.words, reader.forms
    sure = words[at].key in forms.sure_surnames
    return bool(
        forms.thing_before(words, at)
        or (sure and reader.person_at(at))
        or reader.title_at(at)
        or reader.head_at(at)
        or forms.bodies.find(words, at, {})
    )


def lower_fields(reader: FieldReader, at: int, dashed: bool = False) -> int | None:
    """Return the end of known words in lower case at `at` that end a list and the name.

    After a dash (`dashed`) whatever follows names may stand behind them.
    """
    words = reader.words
    end = at
    while end < min(len(words), at + _LONGEST_FIELDS) and not reader.head_at(end):
        length = reader.forms.word_length(words, end)
        if not length or words[end].capital:
            break
        end += length
    if end == at or end >= len(words):
        return None
    closed = words[end].key in CLOSING or (dashed and words[end].key in reader.forms.after_name)
    return end if closed or reader.place_at(end) else None
