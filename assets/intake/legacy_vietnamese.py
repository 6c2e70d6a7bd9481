"""Old Vietnamese encodings (TCVN3, VNI, VISCII, windows-1258) told apart by what they decode to.

A reading counts only when nearly every accented word becomes a possible Vietnamese syllable and
hardly any was one before, so text in another language or in clean Unicode is never touched. The
letter tables are viparse's. Encodings that announce themselves are handled in `decoding`.
"""

import re
import unicodedata
from typing import Literal

import ftfy.bad_codecs  # noqa: F401  registers the codec sloppy-windows-1252
from viparse.normalize.encodings import AUTO_DETECT_CHARMAPS
from viparse.normalize.tables import convert

LegacyEncoding = Literal["tcvn3", "vni", "viscii", "windows-1258"]

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
# Onset, rhyme and coda of a Vietnamese syllable once its tone mark is taken off.
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:iêu|yêu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uyu|uyê|uya|uao"
    r"|ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|ia|iê|yê|ua|uô|ưa|ươ|oa|oă|oe|oo|uâ|uê|uơ|uy"
    r"|[aăâeêioôơuưy])"
    r"(?:ng|nh|ch|[cmnpt])?"
)
_EDGES = " \t.,;:!?\"'()[]{}<>/\\|-_*&%#+=~`@^$0123456789“”‘’…–—"
# Markup inside which no words of the page stand; an unclosed script or comment runs to the end.
_MARKUP = re.compile(
    r"<(script|style)\b(?:[^<]+|<(?!/\1))*+|<!--(?:[^-]+|-(?!->))*+|<[^<>]*+>?|&#?\w{1,10};",
    re.IGNORECASE,
)

# How UTF-8 begins the letters that an old encoding may show (U+0080 to U+00FF), and those that only
# Unicode has: ă đ ơ ư and the block from U+1E80, of which no other letters are in use. Counting
# bytes takes a tenth of the time of matching letters.
_OLD_LETTERS = (b"\xc2", b"\xc3")
_NEW_LETTERS = (b"\xe1\xba", b"\xe1\xbb", *(letter.encode() for letter in "ăđơưĂĐƠƯ"))

_SAMPLE_CHARACTERS = 20_000
_FEWEST_WORDS = 4  # accented words without which nothing is certain
_SURE = 0.9  # share of accented words that must become syllables
_CLEAN = 0.6  # share of accented words that are syllables already: leave the text alone
_FEWEST_ACCENTED = 0.25  # share of all words that have accents; about half in Vietnamese text


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    bare = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    tones = sum(ord(character) in _TONES for character in decomposed)
    return tones <= 1 and _SYLLABLE.fullmatch(bare) is not None


def _shares(text: str) -> tuple[int, float, float]:
    """Return how many words have accents, their share of all words, and that of syllables."""
    words = [word for token in text.split() if (word := token.strip(_EDGES))]
    accented = [word for word in words if not word.isascii()]
    syllables = sum(map(_is_syllable, accented))
    return len(accented), len(accented) / max(1, len(words)), syllables / max(1, len(accented))


def _reads_as_vietnamese(text: str) -> bool:
    count, accented, syllables = _shares(text)
    return count >= _FEWEST_WORDS and accented >= _FEWEST_ACCENTED and syllables >= _SURE


def _sample(text: str) -> str:
    return _MARKUP.sub(" ", text[: 10 * _SAMPLE_CHARACTERS])[:_SAMPLE_CHARACTERS]


def legacy_of_text(text: str) -> LegacyEncoding | None:
    """Return the old encoding whose letters `text` shows as Latin-1 characters, None if none."""
    # Most pages are ruled out at once: they have few letters that an old encoding could show, or
    # more of those that only Unicode has.
    head = text[: 10 * _SAMPLE_CHARACTERS].encode("utf-8", "surrogatepass")
    old = sum(map(head.count, _OLD_LETTERS))
    if old < _FEWEST_WORDS or old < sum(map(head.count, _NEW_LETTERS)):
        return None
    sample = _sample(text)
    _, accented, syllables = _shares(sample)
    # Half the share, because an old letter may look like punctuation and not count yet.
    if accented < _FEWEST_ACCENTED / 2 or syllables >= _CLEAN:
        return None
    best: tuple[float, LegacyEncoding] | None = None
    names: tuple[LegacyEncoding, ...] = ("tcvn3", "vni", "viscii")
    for name in names:
        candidate = convert(sample, AUTO_DETECT_CHARMAPS[name])
        if _reads_as_vietnamese(candidate):
            share = _shares(candidate)[2]
            if best is None or share > best[0]:
                best = (share, name)
    return best[1] if best else None


def convert_text(text: str, encoding: LegacyEncoding) -> str:
    """Return `text` with the letters of `encoding` turned into Unicode (NFC)."""
    converted: str = convert(text, AUTO_DETECT_CHARMAPS[encoding])
    return converted


def read_legacy_bytes(data: bytes) -> tuple[str, LegacyEncoding] | None:
    """Decode `data` in the old Vietnamese encoding that fits it for certain; None if none does."""
    sample = data[: 10 * _SAMPLE_CHARACTERS]
    if _reads_as_vietnamese(
        unicodedata.normalize("NFC", _sample(sample.decode("cp1258", "replace")))
    ):
        return data.decode("cp1258", "replace"), "windows-1258"
    # VISCII puts letters where windows-1252 has quotation marks, so it is read as Latin-1.
    for codec, names in (("sloppy-windows-1252", ("tcvn3", "vni")), ("latin-1", ("viscii",))):
        name = legacy_of_text(sample.decode(codec))
        if name is not None and name in names:
            return convert_text(data.decode(codec), name), name
    return None
