"""Row types of the reference files on events and agreements: kinds, and words beside them.

Read like all others; `records` puts them together with the rest.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event (`event_kinds.csv`).

    `forms` are other nouns for it, `verbs` what says that it happens ("hội đàm với"). Two kinds of
    one of the `families` may be one event told by two outlets. A `gathering` is organised, an
    `encounter` and a `match` have two sides, a `reception` a host and a guest; a `happening`
    befalls. `lasting`: may go on for several days.
    """

    kind: str
    forms: tuple[str, ...]
    verbs: tuple[str, ...]
    families: tuple[str, ...]
    shape: Literal["gathering", "encounter", "reception", "match", "happening"]
    lasting: bool


@dataclass(frozen=True, slots=True)
class EventWord:
    """Words that stand beside the name of an event and what they tell (`event_words.csv`).

    Of the event: `organises`, `opens`, `takes_place`, `announced`, `not_held`, `several` (a
    plural), `beside` (what is spoken of is not the event itself), `refers` (back to one named
    before), `classifier`, `theme`, `name_ends`, `venue`, `begins` and `ends` (before a day),
    `no_event` (a longer word that only looks like a kind). Of those who take part: `chairs`,
    `speaks`, `attends`, `signs` stand behind them, `chaired_by`, `speaking`, `attending`,
    `elects`, `taking_part` before.
    """

    words: str
    role: Literal[
        "organises",
        "opens",
        "takes_place",
        "announced",
        "not_held",
        "several",
        "beside",
        "refers",
        "classifier",
        "theme",
        "name_ends",
        "venue",
        "begins",
        "ends",
        "no_event",
        "chairs",
        "speaks",
        "attends",
        "signs",
        "chaired_by",
        "speaking",
        "attending",
        "elects",
        "taking_part",
    ]


@dataclass(frozen=True, slots=True)
class AgreementKind:
    """A kind of agreement that bodies sign (`agreement_kinds.csv`).

    `variants` are all forms of its name in texts of `language`; `bare_variants` those that name it
    only right behind the verb: "ký kết hợp tác". An article calls one agreement by several kinds of
    a `family`, and any by a kind without one ("thỏa thuận"). One with `two_parties` counts only
    when two bodies or places are named: a "hợp đồng" is signed by persons too.
    """

    kind: str
    language: Literal["vi", "en"]
    family: str | None
    variants: tuple[str, ...]
    bare_variants: tuple[str, ...]
    two_parties: bool
