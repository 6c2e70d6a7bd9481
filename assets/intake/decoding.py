"""From the bytes of a capture to Unicode text: which encoding, and what had to be mended.

Order: byte order mark; NUL pattern of UTF-16; strict UTF-8; mostly valid UTF-8; old Vietnamese
encodings that fit for certain; the charset an HTML page declares; statistical detection. Then
mojibake is repaired and old Vietnamese letters inside Unicode text are converted, each only where
certain. The text is not brought to NFC here and its line ends stay: readers do that.
"""

import codecs
import re
from dataclasses import dataclass

import charset_normalizer

from assets.intake.binary_content import binary_kind, is_mostly_controls
from assets.intake.legacy_vietnamese import convert_text, legacy_of_text, read_legacy_bytes
from assets.intake.mojibake import repair_mojibake
from assets.intake.records import MediaType


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text of a capture; `note` is None or says what was mended ("3 invalid bytes replaced")."""

    text: str
    encoding: str
    note: str | None


@dataclass(frozen=True, slots=True)
class Undecodable:
    """A capture that is no text; `reason` says what it looks like and what to do."""

    reason: str


_BOMS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_DECLARED_WITHIN = 4096
# Codecs of Python that no page means, or that would run a transformation.
_NO_CHARSETS = frozenset(
    (
        "utf-7",
        "idna",
        "punycode",
        "undefined",
        "unicode-escape",
        "raw-unicode-escape",
        "mbcs",
        "oem",
    )
)
# The web reads these names as windows-1252, which holds all they hold and quotation marks too.
_WESTERN = frozenset(("ascii", "iso8859-1", "cp1252"))
# The beginning of a longer UTF-8 sequence at the end of ASCII text. A lone lead byte may as well be
# an accented letter of another encoding, so it is not enough.
_CUT_AT_END = re.compile(rb"[\x00-\x7f](?:[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})\Z")
_DETECTION_SAMPLE = 60_000
_SAMPLE = 65_536
_NUL_SHARE = 0.2  # of all bytes, on one side only: UTF-16 of a Latin script
# Damage leaves a few NUL bytes, in a short page too; more than that are no text.
_STRAY_NULS, _FEW_NULS = 0.001, 4
_NOTHING_FITS = "has bytes that fit no known text encoding; save it as UTF-8 and try again"
_BINARY = "looks like binary data, not text; remove it from the input folder or export it as text"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _join(*notes: str | None) -> str | None:
    return "; ".join(note for note in notes if note) or None


def _decode_mending(data: bytes, codec: str) -> tuple[str, str | None]:
    """Decode with bad sequences replaced; the note counts the bytes that were lost."""
    try:
        return data.decode(codec), None
    except UnicodeDecodeError:
        text = data.decode(codec, "replace")
    genuine = data.count("\ufffd".encode("utf-8")) if codec == "utf-8" else 0
    bad = text.count("\ufffd") - genuine
    if codec == "utf-8":
        bad = len(data) - (len(text.encode("utf-8")) - 3 * bad)
    return text, f"{_counted(bad, 'invalid byte')} replaced"


def _utf16_without_bom(data: bytes) -> str | None:
    # Latin letters put a NUL in every second byte; Vietnamese ones with two marks do not.
    sample = data[:_SAMPLE]
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    for name, here, there in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if here >= 2 * _NUL_SHARE and there <= here / 20:
            return name
    return None


def _decode_utf8(data: bytes) -> tuple[str, str | None] | None:
    """Decode as UTF-8 when it is that, give or take a few bad bytes; None otherwise."""
    text, note = _decode_mending(data, "utf-8")
    if note is None:
        return text, None
    sample = text[:_SAMPLE]
    good = sum(character > "\x7f" and character != "\ufffd" for character in sample)
    mostly_good = good >= 4 * max(1, sample.count("\ufffd"))
    # A capture cut in mid-character is damaged at its ends only.
    inner = text.strip("\ufffd")
    only_cut = "\ufffd" not in inner and len(text) - len(inner) <= 4
    if mostly_good or (only_cut and (good or _CUT_AT_END.search(data[-8:]))):
        return text, note
    return None


def _codec_of(name: str) -> str | None:
    """Return the codec of a declared charset; None for one that would have fitted before."""
    try:
        info = codecs.lookup(name)
        b"a".decode(info.name)  # a codec that is no charset fails here
    except (LookupError, ValueError):
        return None
    if info.name in _NO_CHARSETS or info.name.startswith(("utf-8", "utf-16", "utf-32")):
        return None
    return "cp1252" if info.name in _WESTERN else info.name


def _short_name(codec: str) -> str:
    name = codecs.lookup(codec).name
    return f"windows-{name[2:]}" if name.startswith("cp125") or name == "cp874" else name


def _decode_single_byte(data: bytes, media_type: MediaType, charset: str | None) -> Decoded | None:
    legacy = read_legacy_bytes(data)
    if legacy is not None:
        return Decoded(legacy[0], legacy[1], None)
    in_page = _DECLARED.search(data[:_DECLARED_WITHIN]) if media_type == "text/html" else None
    for declared, how in (
        (charset, "as its header declares"),
        (in_page[1].decode("ascii", "replace") if in_page else None, "as the page declares"),
    ):
        codec = _codec_of(declared) if declared else None
        if codec is not None:
            try:
                return Decoded(data.decode(codec), _short_name(codec), how)
            except (UnicodeDecodeError, UnicodeError):
                pass
    match = charset_normalizer.from_bytes(data[:_DETECTION_SAMPLE]).best()
    if match is None:
        return None
    text, note = _decode_mending(data, match.encoding)
    return Decoded(text, _short_name(match.encoding), _join("encoding guessed", note))


def _decode_bytes(data: bytes, media_type: MediaType, charset: str | None) -> Decoded | None:
    """Bytes to text by the first encoding that fits; None when none does."""
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            text, note = _decode_mending(data[len(bom) :], codec)
            return Decoded(text, name, note)
    stray: str | None = None
    if b"\0" in data:
        utf16 = _utf16_without_bom(data)
        if utf16 is not None:
            text, note = _decode_mending(data, utf16)
            return Decoded(text, utf16, note)
        padded = len(data)
        data = data.rstrip(b"\0")
        nuls = data.count(0)
        if not data or nuls > max(_FEW_NULS, _STRAY_NULS * len(data)):
            return None
        stray = f"{_counted(padded - len(data) + nuls, 'NUL byte')} removed"
        data = data.replace(b"\0", b"")
    utf8 = _decode_utf8(data)
    if utf8 is not None:
        return Decoded(utf8[0], "utf-8", _join(stray, utf8[1]))
    decoded = _decode_single_byte(data, media_type, charset)
    return decoded and Decoded(decoded.text, decoded.encoding, _join(stray, decoded.note))


def _mend(decoded: Decoded) -> Decoded:
    text, note = repair_mojibake(decoded.text)
    encoding = decoded.encoding
    legacy = legacy_of_text(text)
    if legacy is not None:
        text, encoding = convert_text(text, legacy), legacy
        note = _join(note, f"{legacy} letters stored as {decoded.encoding}")
    return Decoded(text, encoding, _join(decoded.note, note))


def mend_text(text: str) -> tuple[str, str | None]:
    """Mend a text that is decoded already: mojibake, old Vietnamese letters; with a note."""
    mended = _mend(Decoded(text, "utf-8", None))
    return mended.text, mended.note


def decode(data: bytes, media_type: MediaType, charset: str | None = None) -> Decoded | Undecodable:
    """Decode a capture. Never raises, whatever the bytes; empty bytes give empty text.

    Clean text comes through untouched, code point for code point. `media_type` tells whether a
    charset declared inside is to be believed; `charset` is what a header beside the page declares.
    """
    kind = binary_kind(data)
    if kind is not None:
        return Undecodable(kind)
    decoded = _decode_bytes(data, media_type, charset)
    if decoded is None:
        controls = b"\0" in data or is_mostly_controls(data[:_SAMPLE])
        return Undecodable(_BINARY if controls else _NOTHING_FITS)
    if is_mostly_controls(decoded.text[:_SAMPLE].encode("utf-8", "replace")):
        return Undecodable(_BINARY)
    return _mend(decoded)
