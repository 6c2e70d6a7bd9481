"""Telling binary content from text by its first bytes and its control bytes.

Only says what a capture looks like and what its owner can do. Which encoding text is in is the
subject of `decoding`; unpacking containers is no subject of this room.
"""

# Magic bytes at an offset: what the content is, and what to do about it.
_CONVERT = "export it as plain text or HTML"
_UNPACK = "unpack it and put the pages inside into the input folder"
_NOT_TEXT = "remove it from the input folder"
_MAGIC: tuple[tuple[int, bytes, str, str], ...] = (
    (0, b"%PDF-", "a PDF document", _CONVERT),
    (0, b"PK\x03\x04", "a ZIP archive or an Office document", _UNPACK),
    (0, b"PK\x05\x06", "an empty ZIP archive", _NOT_TEXT),
    (0, b"\x1f\x8b", "a gzip archive", _UNPACK),
    (0, b"BZh", "a bzip2 archive", _UNPACK),
    (0, b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (257, b"ustar", "a tar archive", _UNPACK),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _CONVERT),
    (0, b"{\\rtf", "an RTF document", _CONVERT),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", _NOT_TEXT),
    (0, b"\xff\xd8\xff", "a JPEG image", _NOT_TEXT),
    (0, b"GIF87a", "a GIF image", _NOT_TEXT),
    (0, b"GIF89a", "a GIF image", _NOT_TEXT),
    (0, b"II*\x00", "a TIFF image", _NOT_TEXT),
    (0, b"MM\x00*", "a TIFF image", _NOT_TEXT),
    (0, b"RIFF", "a RIFF file (WebP image, sound or video)", _NOT_TEXT),
    (0, b"\x00\x00\x01\x00", "an icon", _NOT_TEXT),
    (4, b"ftyp", "an MP4 video or HEIF image", _NOT_TEXT),
    (0, b"ID3", "an MP3 sound", _NOT_TEXT),
    (0, b"OggS", "an Ogg sound", _NOT_TEXT),
    (0, b"\x1aE\xdf\xa3", "a Matroska or WebM video", _NOT_TEXT),
    (0, b"\x7fELF", "a program", _NOT_TEXT),
    (0, b"wOFF", "a font", _NOT_TEXT),
    (0, b"wOF2", "a font", _NOT_TEXT),
    (0, b"SQLite format 3\x00", "an SQLite database", _NOT_TEXT),
    (8, b"DUCK", "a DuckDB database", _NOT_TEXT),
    (0, b"PAR1", "a Parquet file", _NOT_TEXT),
)
# Printable signatures could start a plain sentence, so these need a control byte as well.
_PRINTABLE_NEED_CONTROLS = frozenset((b"BZh", b"RIFF", b"ID3", b"OggS", b"ftyp", b"DUCK", b"PAR1"))

# Bytes that no text in any encoding read here needs: C0 without tab, line ends, form feed, escape
# and the old end-of-file mark; DEL.
_CONTROL_BYTES = bytes(
    byte for byte in (*range(0x20), 0x7F) if byte not in (0, 9, 10, 11, 12, 13, 26, 27)
)
_CONTROLS_ALLOWED = 0.02


def control_share(data: bytes) -> float:
    """Return the share of control bytes other than NUL in `data` (0.0 when empty)."""
    return (len(data) - len(data.translate(None, _CONTROL_BYTES))) / max(1, len(data))


def binary_kind(data: bytes) -> str | None:
    """Return what `data` is when its first bytes name a binary format, with what to do."""
    for offset, magic, kind, remedy in _MAGIC:
        if data.startswith(magic, offset):
            head = data[:4096]
            if magic in _PRINTABLE_NEED_CONTROLS and not (b"\0" in head or control_share(head)):
                continue
            return f"looks like {kind}, not text; {remedy}"
    return None


def is_mostly_controls(data: bytes) -> bool:
    """Say whether `data` holds more control bytes than any text would."""
    return control_share(data) > _CONTROLS_ALLOWED
