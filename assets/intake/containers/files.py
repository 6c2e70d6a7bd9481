"""Opening the files of the input folder, never anything outside it."""

import io
import os
from pathlib import Path

from assets.intake.containers.errors import UnreadableFileError

BLOCK = 1 << 20


def open_file(folder: Path, path: str) -> io.BufferedIOBase:
    """Open `folder / path`; raises `UnreadableFileError`.

    A link that was put in its place since it was listed is not followed out of the folder.
    """
    root = os.path.realpath(folder)
    target = os.path.realpath(os.path.join(root, path))  # noqa: PTH118 - one of very many files
    if not target.startswith(os.path.join(root, "")):  # noqa: PTH118
        raise UnreadableFileError("leads out of the input folder; copy the file here instead")
    try:
        descriptor = os.open(target, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError as error:
        raise UnreadableFileError(
            "vanished between listing and reading; the next refresh looks again"
        ) from error
    except OSError as error:
        raise unreadable(error) from error
    return io.BufferedReader(io.FileIO(descriptor), BLOCK)


def unreadable(error: OSError) -> UnreadableFileError:
    """Return the error of a file whose bytes the system does not give."""
    return UnreadableFileError(f"cannot be read: {error.strerror}; check its permissions")
