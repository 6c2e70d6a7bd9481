"""Who wrote an article: what a byline line looks like and the names in it.

Pure recognition of one line. Where on a page a byline may stand is decided in `page_authors`; what
stands beside the names is taken away in `byline_parts`, what looks like a name is told in
`writer_names`; persons in the article's sentences belong to `assets.entities`.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from assets.extraction.metadata.byline_parts import (
    EDGES,
    closing_bracket,
    split_authors,
    without_bracket,
    without_contact,
    without_degree,
    without_pictures,
    without_work,
)
from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.extraction.metadata.writer_names import (
    is_initials,
    is_name_shaped,
    name_confidence,
)
from assets.language.folding import settle_tones

_AGENCY = re.compile(r"[A-ZĐ]{3,6}\+?")
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
# Offices sign on the pages of public bodies, by their abbreviation: "Phòng HCTH".
_OFFICE = re.compile(r"(?:Phòng|Văn phòng|VP|Tổ) [A-ZĐ]{2,8}(?:[-–&][A-ZĐ]{2,8})?(?: \w+){0,3}")
# One-word labels that names follow without a colon.
_FREE_LABELS = frozenset(("theo", "by", "pv", "p.v", "ctv", "btv", "author", "contributor"))
# Labels of a source: only an outlet follows them, or the line is the credit of a picture.
_SOURCE_LABELS = frozenset(("nguồn", "nguồn tin"))
# Labels that are the byline when nobody is named.
_GROUPS = frozenset(("nhóm pv", "nhóm phóng viên", "pv", "p.v", "phóng viên"))
_KINDS_OF_OUTLET = ("báo ", "đài ", "tạp chí ", "cổng ")
_MOST_SMALL_WORDS = 5
_LONGEST = 110
MAYBE_PLACE = 0.35
_BLANK_SLASH = re.compile(r"\s*/\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """A line read as a byline: names as written, whether a label says so, and how sure it is."""

    authors: tuple[str, ...]
    labelled: bool
    confidence: float


def read_byline(text: str, lexicon: Lexicon) -> Byline | None:
    """Read a line as a byline: labelled ("Bài và ảnh: …", "Theo TTXVN", "By …"), names, initials.

    None for a line that is none. Names keep their spelling and case, and lose degrees. Initials
    and bare names are only a byline where the page's layout allows one, hence their lower
    confidence.
    """
    line = text.strip()
    return _read(line, lexicon) if 2 <= len(line) <= _LONGEST else None


# An outlet's writers sign many articles, and its menus stand beside them.
@lru_cache(maxsize=4096)
def _read(line: str, lexicon: Lexicon) -> Byline | None:
    if line[-1] in ".?!…" and len(line.split()) > 6:
        return None
    line = without_contact(line)
    if line[:1] == "(" and line[-1] == ")":
        if _is_source(line, lexicon):
            return Byline((), True, 0.8)
        line = line[1:-1].strip()
    if len(line) < 2:
        return None
    english = _ENGLISH_BY.match(line)
    if english:
        names = _AFTER_NAME.sub("", line[english.end() :])
        return _labelled(split_authors(names), lexicon, 0.95)
    key = line_key(line)
    if key in lexicon.byline_labels:
        return Byline((line,) if key in _GROUPS or is_initials(line) else (), True, 0.8)
    labelled = _labelled_rest(line, lexicon)
    return _behind_label(*labelled, lexicon) if labelled else _unlabelled(line, lexicon)


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


def _behind_label(label: str, rest: str, lexicon: Lexicon) -> Byline | None:
    has_colon = rest.lstrip().startswith((":", "-", "–", ")"))
    rest = without_bracket(without_pictures(rest).strip(_OUTER)).strip(EDGES)
    key = line_key(rest)
    if not rest and label in _GROUPS:
        return Byline((label.upper(),), True, 0.8)
    if key in lexicon.outlet_names or key in lexicon.domains:
        return Byline((rest,), True, 0.9)
    if label in _SOURCE_LABELS:
        return Byline((rest,), True, 0.6) if rest in lexicon.slugs else None
    if has_colon or len(rest.split()) <= 5 or label == "theo":
        return _labelled(split_authors(rest), lexicon, 0.9)
    return None


def _unlabelled(line: str, lexicon: Lexicon) -> Byline | None:
    """Read initials, a name with its outlet or a label in brackets, bare names."""
    if is_initials(line):
        return Byline((line,), False, 0.5)
    if sum(word[0].islower() for word in line.split()) > _MOST_SMALL_WORDS:
        return None  # most lines are no names: spare them the closer look
    if _OFFICE.fullmatch(line):
        return Byline((line,), False, 0.5)
    line = without_pictures(line)
    bracket = closing_bracket(line)
    if bracket is not None and _is_label(line_key(bracket), lexicon):
        return _labelled(split_authors(without_bracket(line)), lexicon, 0.9)
    worked = without_work(line, lexicon)
    if worked is not None:
        return _labelled(split_authors(worked), lexicon, 0.9)
    if bracket is not None and _is_source(bracket, lexicon):
        line = without_bracket(line)
    return _bare_names(line.strip("-–—*•·()[]|, .~"), lexicon)


def _is_label(key: str, lexicon: Lexicon) -> bool:
    """Tell "thực hiện", "tổng hợp", "theo AP, BBC" in brackets behind a name."""
    words = key.split()
    heads = (" ".join(words[:count]) for count in range(1, min(len(words), 3) + 1))
    return key in lexicon.byline_works or any(head in lexicon.byline_heads for head in heads)


def _is_source(bracket: str, lexicon: Lexicon) -> bool:
    """Tell "(TTXVN)", "(TTXVN/Vietnam+)": outlets in brackets behind a name."""
    parts = _BLANK_SLASH.split(bracket.strip(EDGES))
    return all(_is_outlet(part, lexicon) for part in parts)


def _is_outlet(text: str, lexicon: Lexicon) -> bool:
    key = line_key(text)
    known = text in lexicon.slugs or key in lexicon.outlet_names or key in lexicon.domains
    return known or (key.startswith(_KINDS_OF_OUTLET) and text.split()[1][0].isupper())


def _clean(name: str, lexicon: Lexicon) -> str:
    """Drop what follows a name: the outlet after a slash, brackets, an English job title."""
    name = without_bracket(_AFTER_NAME.sub("", name)).strip(EDGES)
    head, slash, tail = name.partition("/")
    head = head.strip(EDGES)
    if slash and (name_confidence(head, lexicon) >= 0.5 or "." in head):
        others = [part for part in _BLANK_SLASH.split(tail) if part]
        shouted = tail.isupper() and not head.isupper()
        if shouted or any(name_confidence(part, lexicon) < 0.5 for part in others):
            return head
    return without_degree(name, lexicon)


def _labelled(names: tuple[str, ...], lexicon: Lexicon, confidence: float) -> Byline | None:
    """Return the byline of names that a label introduces; None when they do not look like names."""
    names = _without_helpers(names, lexicon)
    authors = tuple(_clean(name, lexicon) for name in names)
    good = authors and all(
        _is_outlet(name, lexicon)
        or (
            1 <= len(name.split()) <= 5
            and all(word[0].isupper() or word[0].isdigit() for word in name.split())
        )
        for name in authors
    )
    return Byline(authors, True, confidence) if good else None


def _without_helpers(pieces: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Drop "nhóm PV", "Phóng viên TTXVN tại Pháp", "TTXVN" beside the names of persons."""
    persons = tuple(
        piece
        for piece in pieces
        if not _is_label(line_key(piece), lexicon)
        and not _is_outlet(piece, lexicon)
        and not _AGENCY.fullmatch(piece)
    )
    return persons if any(name_confidence(one, lexicon) >= 0.5 for one in persons) else pieces


def _bare_names(bare: str, lexicon: Lexicon) -> Byline | None:
    pieces = _without_helpers(split_authors(bare), lexicon)
    if not pieces or len(pieces) > 4 or lexicon.role_of(bare) is not None:
        return None
    if sum(word[0].islower() for piece in pieces for word in piece.split()) > 2:
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
        known = any(_is_outlet(part, lexicon) for part in parts)
        return 0.85 if known else best
    if is_initials(piece):
        return 0.4 if not alone else 0.5
    name = without_degree(piece, lexicon)
    if name != piece:
        return min(name_confidence(name, lexicon), 0.55)
    key = line_key(piece)
    if key in lexicon.places and is_name_shaped(piece, piece.split()):
        # "Xuân Trường" beside another name is a person, alone it may be one
        province = key in lexicon.countries_and_provinces
        return MAYBE_PLACE if not alone or not province else 0.0
    return name_confidence(piece, lexicon)
