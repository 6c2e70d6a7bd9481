"""Who wrote an article: what a byline line looks like and the names in it.

Pure recognition of one line. Where on a page a byline may stand is decided in `page_byline`;
persons in the article's sentences belong to `assets.entities`.
"""

import re
from dataclasses import dataclass

from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.language.folding import settle_tones

_INITIALS = re.compile(r"(?:[A-ZĐƯÂ]\.\s?){1,4}[A-ZĐƯÂ]?\.?|[A-ZĐ]{1,2}[A-Zh]{0,2}")
# "P.Ngân", "T. Hà": initials glued to a given name.
_SHORT_NAME = re.compile(r"(?:[A-ZĐ]\.\s?){1,2}[A-ZĐÀ-Ỹ][^\W\d_A-Z]{1,6}")
_SEPARATOR = re.compile(
    r"\s+[-–—&+|/•·]\s+|\s*[;,&|•·+]\s*|\s+(?:và|and|with)\s+|(?<=\w)[–—](?=\w)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_EDGES = " \t-–—:|/.,;()[]*•·~\"“”'"
_OUTER = " \t-–—:|/.,;*•·~"
_ENGLISH_BY = re.compile(
    r"^(?:(?:words|written|story|report(?:ed|ing)?|posted|published)\s+)?by\s*:?\s+(?=[A-ZÀ-Ỹ])",
    re.I,
)
_AFTER_NAME = re.compile(
    r"\s*(?:,|\||•|·|\s[-–—])\s*(?:[A-Z][\w.&' ]* )?(?:staff|reporter|writer|editor|correspondent"
    r"|contributor|columnist|producer)\b.*$",
    re.I,
)
_BRACKETS = re.compile(r"\s*\((?:[^()]{1,40})\)\s*$")
# One-word labels that names follow without a colon.
_FREE_LABELS = frozenset(("theo", "by", "pv", "p.v", "ctv", "author", "contributor"))
_BLANK_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """A line read as a byline: names as written, whether a label says so, and how sure it is."""

    authors: tuple[str, ...]
    labelled: bool
    confidence: float


def is_initials(text: str) -> bool:
    """Tell whether `text` is only initials: "KC", "P.V", "N.H."."""
    return len(text) <= 12 and _INITIALS.fullmatch(text.strip()) is not None


def name_confidence(text: str, lexicon: Lexicon) -> float:
    """Return from 0 to 1 how much `text` as a whole looks like one person's (pen) name.

    Two to five capitalised words without digits or punctuation. A known surname in front makes it
    near certain; a place or a menu word is none.
    """
    if _SHORT_NAME.fullmatch(text):
        return 0.85
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 45:
        return 0.0
    for word in words:
        if not _WORD.fullmatch(word) or not word[0].isupper():
            return 0.0
    key = line_key(text)
    if key in lexicon.places or key in lexicon.outlet_names or lexicon.role_of(text) is not None:
        return 0.0
    if len({word.isupper() for word in words if len(word) > 2}) > 1:
        return 0.0
    if settle_tones(words[0]).casefold() in lexicon.surnames:
        return 0.9
    if any(character.isalpha() and not character.isascii() for character in text):
        return 0.6 if len(words) <= 4 and all(len(word) <= 7 for word in words) else 0.3
    return 0.5 if len(words) <= 4 else 0.3


def split_authors(text: str) -> tuple[str, ...]:
    """Split "NGUYỄN AN - TRẦN BÌNH" or "An Nguyen and Ba Tran" into names, as written."""
    parts = [part.strip(_EDGES) for part in _SEPARATOR.split(text)]
    seen: dict[str, None] = dict.fromkeys(part for part in parts if part)
    return tuple(seen)


def _labelled_rest(text: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return (label key, what follows) when the line begins with a byline label."""
    if text[0].lower() not in lexicon.byline_letters:
        return None
    folded = text.lower() if text.isascii() else settle_tones(text.casefold())
    if not folded.startswith(lexicon.byline_labels):
        return None
    for label in lexicon.byline_labels:
        if not folded.startswith(label):
            continue
        rest = text[len(label) :]
        marked = rest.lstrip().startswith((":", "-", "–", ")", "/"))
        if " " not in label and label not in _FREE_LABELS and not marked:
            continue  # "Văn" and "Tin" are parts of names and titles too
        if rest and (rest[0].isalnum() or not rest.strip(" :-–—.|/)")):
            continue
        return label, rest
    return None


def _is_label(key: str, lexicon: Lexicon) -> bool:
    """Tell "thực hiện", "tổng hợp", "theo AP, BBC" in brackets behind a name."""
    return any(key == label or key.startswith(f"{label} ") for label in lexicon.byline_labels)


def _is_source(bracket: str, lexicon: Lexicon) -> bool:
    """Tell "(TTXVN)", "(TTXVN/Vietnam+)": outlets in brackets behind a name."""
    parts = _BLANK_SLASH.split(bracket.strip(_EDGES))
    return all(part in lexicon.slugs or line_key(part) in lexicon.outlet_names for part in parts)


def _clean(name: str, lexicon: Lexicon) -> str:
    """Drop what follows a name: the outlet after a slash, brackets, an English job title."""
    name = _BRACKETS.sub("", _AFTER_NAME.sub("", name)).strip(_EDGES)
    head, slash, tail = name.partition("/")
    if slash and name_confidence(head.strip(), lexicon) >= 0.5:
        others = [part for part in _BLANK_SLASH.split(tail) if part]
        if any(name_confidence(part, lexicon) < 0.5 for part in others):
            return head.strip(_EDGES)
    return name


def read_byline(text: str, lexicon: Lexicon) -> Byline | None:
    """Read a line as a byline: labelled ("Bài và ảnh: …", "Theo TTXVN", "By …"), names, initials.

    None for a line that is none. Names keep their spelling and case. Initials and bare names are
    only a byline where the page's layout allows one, hence their lower confidence.
    """
    line = text.strip()
    if not 2 <= len(line) <= 110 or (line[-1] in ".?!…" and len(line.split()) > 6):
        return None
    if line[0] == "(" and line[-1] == ")":
        if _is_source(line, lexicon):
            return Byline((), True, 0.8)
        line = line[1:-1].strip()
    english = _ENGLISH_BY.match(line)
    if english:
        names = _AFTER_NAME.sub("", line[english.end() :])
        return _labelled(split_authors(names), lexicon, 0.95)
    if line_key(line) in lexicon.byline_labels:
        return Byline((line,) if is_initials(line) else (), True, 0.8)
    labelled = _labelled_rest(line, lexicon)
    if labelled:
        label, rest = labelled
        has_colon = rest.lstrip().startswith((":", "-", "–", ")"))
        rest = _BRACKETS.sub("", rest.strip(_OUTER)).strip(_EDGES)
        if line_key(rest) in lexicon.outlet_names:
            return Byline((rest,), True, 0.9)
        if has_colon or len(rest.split()) <= 5 or label == "theo":
            return _labelled(split_authors(rest), lexicon, 0.9)
        return None
    return _unlabelled(line, lexicon)


def _unlabelled(line: str, lexicon: Lexicon) -> Byline | None:
    """Read initials, a name with its outlet or a label in brackets, bare names."""
    if is_initials(line):
        return Byline((line,), False, 0.5)
    bracket = _BRACKETS.search(line)
    if bracket and _is_label(line_key(bracket[0]), lexicon):
        return _labelled(split_authors(line[: bracket.start()]), lexicon, 0.9)
    if bracket and _is_source(bracket[0], lexicon):
        line = line[: bracket.start()]
    return _bare_names(line.strip("-–—*•·()[]|, .~"), lexicon)


def _labelled(names: tuple[str, ...], lexicon: Lexicon, confidence: float) -> Byline | None:
    """Return the byline of names that a label introduces; None when they do not look like names."""
    authors = tuple(_clean(name, lexicon) for name in names)
    good = authors and all(
        1 <= len(name.split()) <= 5
        and all(word[0].isupper() or word[0].isdigit() for word in name.split())
        for name in authors
    )
    return Byline(authors, True, confidence) if good else None


def _bare_names(bare: str, lexicon: Lexicon) -> Byline | None:
    if sum(word[0].islower() for word in bare.split()) > 2:
        return None
    pieces = split_authors(bare)
    if not pieces or len(pieces) > 4 or lexicon.role_of(bare) is not None:
        return None
    scores = [_piece_confidence(piece, lexicon, alone=len(pieces) == 1) for piece in pieces]
    if min(scores) < 0.3:
        return None
    authors = tuple(_clean(piece, lexicon) for piece in pieces)
    return Byline(authors, False, min(scores) if len(pieces) == 1 else max(scores))


def _piece_confidence(piece: str, lexicon: Lexicon, *, alone: bool) -> float:
    if "/" in piece:
        parts = _BLANK_SLASH.split(piece)
        best = max(name_confidence(part, lexicon) for part in parts)
        known = any(line_key(part) in lexicon.outlet_names for part in parts)
        return 0.85 if known else best
    if is_initials(piece):
        return 0.4 if not alone else 0.5
    return name_confidence(piece, lexicon)
