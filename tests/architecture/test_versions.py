"""What the version of a stage covers: folders and files that are there."""

from pathlib import Path

import assets
from assets.versions import _ROOMS, _room_digest


def test_every_room_of_a_version_has_files_in_it() -> None:
    folder = Path(assets.__file__).parent
    rooms = {room for stage in _ROOMS.values() for room in stage}
    assert [room for room in rooms if not (folder / room).exists()] == []
    assert len({_room_digest(room) for room in rooms}) == len(rooms)
