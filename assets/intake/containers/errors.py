"""How a file, or a part of it, can be bad.

Each message is a reason that a user reads behind the name of the file: what is wrong and what to
do, with the setting's name where a limit is met.
"""

CUT_OFF = "is cut off in the middle of a record; copy or download the file again"


class UnreadableFileError(Exception):
    """The bytes of a file cannot be had at all."""


class DamagedError(Exception):
    """A stream ends too early or is not what it says; what came before it stands."""


class CutOffError(DamagedError):
    """A stream ends in the middle; nothing comes after it."""


class EndedError(CutOffError):
    """A head ends where its stream ends: of a record, or of the whole file."""


class LimitError(Exception):
    """The whole file holds more than is allowed; nothing more of it is read."""
