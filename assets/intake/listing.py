"""Listing the input folder: every entry that could be a capture, and every entry that cannot.

Nothing is read here but names, sizes and times. Hidden entries (a name that starts with a dot) are
left out: they are the business of editors and version control.
"""

import os
import stat
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path

from assets.intake.records import READABLE_ENDINGS, ListedFile


class InputFolderError(Exception):
    """The input folder itself cannot be listed; the message says why and what to do."""


def list_folder(folder: Path) -> tuple[ListedFile, ...]:
    """Return the entries below `folder`, sorted by path; raises `InputFolderError`.

    A folder that cannot be opened, a link that leads out of the input folder or to a folder, and
    what is no regular file are entries with a `problem`.
    """
    root = str(folder.resolve())
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        raise InputFolderError(
            f"the input folder {folder} cannot be listed: {error.strerror}"
        ) from error
    prefix = root if root.endswith(os.sep) else root + os.sep
    found: dict[str, ListedFile] = {}
    for item in _walk(prefix, root):
        # What a name of other bytes is shown as may be another's true name: that one counts.
        if item.path not in found or item.problem is None:
            found[item.path] = item
    return tuple(sorted(found.values(), key=attrgetter("path")))


# Paths are plain strings here: a million `Path` objects would cost the sensor's tick a minute. What
# is still to be opened stands in a list: folders may lie deeper in each other than calls can.
def _walk(prefix: str, root: str) -> Iterator[ListedFile]:
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as scan:
                entries = [entry for entry in scan if not entry.name.startswith(".")]
        except OSError as error:
            name = _relative(prefix, folder) or "."
            yield ListedFile(name, None, None, f"folder cannot be opened: {error.strerror}")
            continue
        for entry in entries:
            try:
                if entry.is_symlink():
                    yield _follow_link(prefix, entry.path)
                elif entry.is_dir():
                    if Path(entry.name).suffix.lower() in READABLE_ENDINGS - {""}:
                        problem = (
                            "is a folder with the name of a file; its contents are read as usual"
                        )
                        yield ListedFile(_relative(prefix, entry.path), None, None, problem)
                    folders.append(entry.path)
                else:
                    yield _describe(prefix, entry.path, entry.stat(follow_symlinks=False))
            except OSError as error:
                problem = f"cannot be examined: {error.strerror}; check its permissions"
                yield ListedFile(_relative(prefix, entry.path), None, None, problem)


def _follow_link(prefix: str, path: str) -> ListedFile:
    name = _relative(prefix, path)
    try:
        target = Path(path).resolve(strict=True)
    except (OSError, RuntimeError):
        return ListedFile(name, None, None, "is a link that leads nowhere; remove or mend it")
    if not target.is_relative_to(prefix):
        problem = "is a link that leads out of the input folder; copy the file here instead"
        return ListedFile(name, None, None, problem)
    if target.is_dir():
        problem = "is a link to a folder that is read already; remove the link"
        return ListedFile(name, None, None, problem)
    return _describe(prefix, path, target.stat())


def _describe(prefix: str, path: str, status: os.stat_result) -> ListedFile:
    name = _relative(prefix, path)
    problem = None
    if not stat.S_ISREG(status.st_mode):
        problem = "is no regular file (a pipe, socket or device); remove it"
    elif name != path[len(prefix) :]:
        problem = "has a name that is not valid UTF-8; rename it"
    return ListedFile(name, status.st_size, status.st_mtime_ns, problem)


def _relative(prefix: str, path: str) -> str:
    # A name that is no valid UTF-8 is shown with its bytes escaped: a table holds only Unicode.
    name = path[len(prefix) :]
    if name.isascii():
        return name
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
