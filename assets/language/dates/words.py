"""Words beside numbers that tell whether a number is of a date: lists made ready to look for.

The words are reference data, which a user extends; where the words of a role stand beside a number
is grammar and told here. What a finding means for a date is told in `traps`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Literal

DateRole = Literal["name", "name_by_month", "term", "law", "topic", "unit", "people"]


def _any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of `words`, with any blanks between their parts; none: no match."""
    forms = (r"\s+".join(map(re.escape, one.split())) for one in dict.fromkeys(words))
    return f"(?:{'|'.join(forms) or '(?!)'})"


class DateWords:
    """Patterns of the words, by their role beside a number; made once, used for every text.

    Before the number: `name` makes it a name, a rank or a score ("đường 30/4"), `name_by_month`
    does so with a month ("Cách mạng tháng Tám"), `term` begins a term of office or a school year,
    `law` the name of a law (`between`: what stands from its first words to the number), and behind
    a `topic` only a day can stand ("thời tiết 2/12"). Behind it: `unit` ("mỗi ngày 2-3 viên") and
    `people`, which are units too.
    """

    def __init__(self, words: Iterable[tuple[str, DateRole]]) -> None:
        lists: dict[DateRole, list[str]] = defaultdict(list)
        for text, role in words:
            lists[role].append(text)
        self.name = re.compile(rf"{_any_of(lists['name'])}\s*$", re.IGNORECASE)
        self.name_by_month = re.compile(rf"{_any_of(lists['name_by_month'])}\s*$", re.IGNORECASE)
        self.term = re.compile(
            rf"(?<!\w){_any_of(lists['term'])}(?!\w)[^,.;\n\d]{{0,28}}(?:\(|\s|từ|năm)*$",
            re.IGNORECASE,
        )
        self.law = re.compile(
            rf"{_any_of(lists['law'])}(?P<between>(?:\s+[^\s,.;:()\d]+){{0,9}})\s*$"
        )
        self.topic = re.compile(rf"(?<!\w){_any_of(lists['topic'])}\s+$", re.IGNORECASE)
        units = _any_of((*lists["unit"], *lists["people"]))
        self.unit = re.compile(rf"\s*(?:%|{units}(?!\w))")
        self.people = re.compile(rf"\s*{_any_of(lists['people'])}(?!\w)")
