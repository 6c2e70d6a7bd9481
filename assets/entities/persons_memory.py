"""Whom a short form of a name means within one article.

"ông Tài" is the one person there whose name ends so, "Putin" the one who has that part. Which words
are such forms is decided in `persons`.
"""

from assets.entities.persons_names import is_vietnamese


class KnownPersons:
    """The full names of an article, to tell whom a short form means."""

    def __init__(self, names: list[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self.by_last: dict[str, set[str]] = {}
        self.parts: dict[str, set[str]] = {}
        for name in self._names:
            parts = name.split(" ")
            if len(parts) < 2:
                continue
            whole = self.whole(name)
            self.by_last.setdefault(parts[-1], set()).add(whole)
            if not all(is_vietnamese(part) for part in parts):
                for part in parts:
                    if not is_vietnamese(part):
                        self.parts.setdefault(part, set()).add(whole)

    def whole(self, name: str) -> str:
        """Return the full name that `name` stands for: itself, or the one it is a part of.

        "Nguyễn Thị Phương Hiền Hiền" is the earlier "Nguyễn Thị Phương Hiền" with a syllable
        twice.
        """
        parts = name.split(" ")
        if len(parts) > 2 and parts[-1] == parts[-2] and " ".join(parts[:-1]) in self._names:
            return " ".join(parts[:-1])
        if len(parts) == 1:
            fitting = [other for other in self._names if " " in other and name in other.split(" ")]
            if len(fitting) == 1:
                return fitting[0]
        return name
