"""What a picture's caption looks like by its own words: openings, marks, a person's name.

Only lines without a closing full stop are looked at; where a caption may stand is decided in
`line_kinds`. Opening words and marks are reference data.
"""

import re

from assets.extraction.blocks import PageLine
from assets.extraction.byline import name_confidence
from assets.extraction.lexicon import Lexicon, line_key

_NAME_RUN = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s+){1,3}[^\W\d_a-z][^\W\d_]*")


def caption_shape(line: PageLine, lexicon: Lexicon) -> str | None:
    """Return why the words of an unclosed line are those of a caption, or None."""
    if line.closed:
        return None
    key = line_key(line.text)
    if key.startswith(lexicon.caption_openings) and any(
        key.startswith(opening) and not key[len(opening) : len(opening) + 1].isalnum()
        for opening in lexicon.caption_openings
    ):
        return "opens like a caption"
    if any(mark in key for mark in lexicon.caption_marks):
        return "words of a caption, without a full stop"
    if line.words >= 5 and any(
        name_confidence(match[0], lexicon) >= 0.9 for match in _NAME_RUN.finditer(line.text)
    ):
        return "names a person between paragraphs, without a full stop"
    return None
