"""Containers: the records inside a file, whatever it is packed in.

One module for a format, each a stream of bytes in and records out, and `opening`, which tells the
formats apart and holds the limits. What does not belong here: what a page says, and where its
bytes become characters.
"""

from assets.intake.containers.errors import UnreadableFileError
from assets.intake.containers.opening import OpenFile, open_records

__all__ = ["OpenFile", "UnreadableFileError", "open_records"]
