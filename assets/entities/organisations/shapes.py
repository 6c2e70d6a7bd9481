"""Two special tails of a head word: a quoted name, and a known body alone.

"Câu lạc bộ “Vì Trường Sa thân yêu”" and "Ngân hàng Techcombank". All other tails are read in
`tail`.
"""

from assets.entities.organisations.field import FieldReader, Parsed
from assets.entities.organisations.words import QUOTES
from assets.reference.records import Body, OrganisationHead

# A quoted name has fewer words.
_MAX_QUOTE = 12


def quoted_name(reader: FieldReader, head: OrganisationHead, at: int, start: int) -> Parsed | None:
    """Return the name whose head begins at `at` and whose quoted tail at `start`, if it is one."""
    words = reader.words
    while (
        start < len(words)
        and not words[start].capital
        and (length := reader.forms.word_length(words, start))
    ):
        start += length  # "Hội từ thiện “Mái ấm”"
    if head.tail != "name" or start + 1 >= len(words) or not words[start + 1].capital:
        return None
    closing = QUOTES.get(words[start].key)
    if closing is None:
        return None
    for end in range(start + 2, min(start + _MAX_QUOTE, len(words))):
        if words[end].key == closing or (closing == "”" and words[end].key == '"'):
            return Parsed(at, end + 1, head.kind, "organisation grammar", 0.8, head=head)
        if words[end].key == "\n":
            break
    return None


def known_body(reader: FieldReader, head: OrganisationHead, start: int, end: int) -> Body | None:
    """Return the known body of the head's kind that words[start:end] alone name."""
    if head.tail != "name":
        return None
    for stop, forms in reader.forms.bodies.find(reader.words, start, {}):
        for form in forms:
            if stop == end and not form.local and form.body.kind == head.kind:
                body: Body = form.body
                return body
    return None
