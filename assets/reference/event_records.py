"""Row types of the reference files on events, agreements and dates: kinds, and words beside them.

Read like all others; `records` puts them together with the rest.
"""

from dataclasses import dataclass
from typing import Literal

from assets.language.dates.words import DateRole


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event (`event_kinds.csv`).

    `forms` are other nouns for it, `verbs` what says that it happens ("hội đàm với"); "#" in them
    is any number. Two kinds of one of the `families` may be one event told by two outlets. A
    `gathering` is organised, an `encounter` and a `match` have two sides, a `reception` a host and
    a guest; a `happening` befalls. `lasting`: may go on for several days.
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

    Of the event: `organises`, `performs` (a ceremony), `opens`, `takes_place`, `habitual` (behind
    it: again and again), `carries_out` (behind "do …"), `announced`, `not_held`, `several` (a
    plural), `beside` (what is spoken of is not the event itself), `refers` (back to one named
    before), `frames` (it is one within which another was), `classifier`, `theme`, `name_ends`,
    `name_goes_on` (where it would end), `name_resumes` (behind a comma), `venue`, `begins` and
    `ends` (before a day), `named_only` (a kind that counts with a name of its own alone),
    `no_event` (a longer word that only looks like a kind), `decoy` (one that only begins like the
    words of another role). Of those who take part: `chairs`, `speaks`, `attends`, `signs` stand
    behind them, `chaired_by`, `speaking`, `attending`, `elects`, `taking_part` before.
    """

    words: str
    role: Literal[
        "organises",
        "performs",
        "opens",
        "takes_place",
        "announced",
        "not_held",
        "several",
        "beside",
        "refers",
        "frames",
        "classifier",
        "theme",
        "name_ends",
        "name_goes_on",
        "name_resumes",
        "venue",
        "begins",
        "ends",
        "habitual",
        "carries_out",
        "named_only",
        "decoy",
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
class DateWord:
    """Words beside a number that tell whether it is of a date (`date_words.csv`).

    Before it: `name` ("đường": "đường 30/4" is a street; also ranks, scores, parts of documents),
    `name_by_month` ("cách mạng": of a bare month), `term` ("nhiệm kỳ": years), `law` ("Hiến pháp":
    its year is part of its name; as it is written), `topic` ("thời tiết": only a day can follow).
    Behind it: `unit` ("viên"; as it is written) and `people` ("hộ"), which behind a named
    year are rather the subject of what follows.
    """

    words: str
    role: DateRole


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


@dataclass(frozen=True, slots=True)
class PartyWord:
    """Words for parties told without their names (`party_words.csv`).

    `role` is what they stand for: a `body` ("doanh nghiệp"), a `place` ("địa phương"), a `state`
    ("nước"), any `side` ("bên"), or `people` ("chuyên gia"), who sign nothing.
    """

    words: str
    role: Literal["body", "place", "state", "side", "people"]
