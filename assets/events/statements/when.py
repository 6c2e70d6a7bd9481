"""When an event was: the date mention that tells it.

The dates themselves are found in `assets.events.date_mentions`.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from assets.events.records import DateMention
from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView, Sentence
from assets.events.statements.words import EventLexicon
from assets.language.dates.context import is_day_of_document

_Days = tuple[dt.date, dt.date]
# A report follows what it reports within days; a plan is announced some weeks ahead.
_REPORTED_WITHIN = 12
_ANNOUNCED_WITHIN = 120
_NEAR_SENTENCES = 3
# Days so near each other are those of one lasting event.
DAYS_OF_ONE = 2
_LONGEST = 31
_BESIDE_DAY = 24
_BEGINS_BEFORE = re.compile(r"bắt đầu[ \u00a0]+(?:từ|vào)[ \u00a0]+\Z")
_AT_HEAD = 16
_ENDS_BEFORE = re.compile(
    r"(?<!\w)(?:(?:kéo dài|diễn ra|mở cửa|trưng bày|từ nay|cho)[ \u00a0]+(?:đến|tới)|đến hết)"
    r"(?:[ \u00a0]+hết)?[ \u00a0]+\Z"
)


def own_date(view: ArticleView, anchor: Anchor) -> DateMention | None:
    """Return the date of the anchor's own sentence that tells when the event was.

    Of several the one nearest before the kind word or the words that hold it is meant, days before
    months and years. A year alone counts at the head of the sentence: "Năm 2017, Sở đã tổ chức …".
    """
    dates = [
        date
        for date in _telling(view, anchor.dates)
        if (date.precision != "year" or date.start_char - anchor.sentence.start <= _AT_HEAD)
        and not _is_of_what_follows(view, anchor, date)
        and not _ends_only(view, date)
    ]
    if not dates:
        return None
    days = [date for date in dates if date.precision == "day"]
    if anchor.planned and anchor.subject_end is None:
        # "Chiều 5/6, Ban tổ chức cho biết, liên hoan sẽ diễn ra từ 9/7": not the day it said so.
        coming = [date for date in days if (view.days_from_publication(date) or 0) > 0]
        days = coming or days
    before = [date for date in days or dates if date.end_char <= anchor.start]
    if before:
        return _nearest_to_publication(view, before[-2:]) if len(before) > 1 else before[-1]
    return (days or dates)[0]


def _ends_only(view: ArticleView, date: DateMention) -> bool:
    """Tell whether words say that a day is the last one: "dự kiến kéo dài đến ngày 22/8"."""
    text, start = view.text[date.field], date.start_char
    return _ENDS_BEFORE.search(text, max(0, start - 24), start) is not None


def _is_of_what_follows(view: ArticleView, anchor: Anchor, date: DateMention) -> bool:
    """Tell whether a coming day belongs to what was said at the event, not to the event.

    "Kết luận hội nghị, ông A yêu cầu hoàn thành trước ngày 30/11."
    """
    if not anchor.refers or anchor.held or anchor.planned or date.start_char < anchor.name.end:
        return False
    text = view.text[anchor.sentence.field]
    beside = not text[anchor.name.end : date.start_char].strip(" \u00a0,(")
    return not beside and (view.days_from_publication(date) or 0) > 0


def _nearest_to_publication(view: ArticleView, dates: Sequence[DateMention]) -> DateMention:
    """Return the later named of two dates, or the other when only that is near the publication."""
    first, last = dates[0], dates[-1]
    near_first, near_last = _is_near(view, first), _is_near(view, last)
    return first if near_first and not near_last else last


def _telling(view: ArticleView, dates: Iterable[DateMention]) -> list[DateMention]:
    """Return the dates that may tell when something was: not those that documents bear.

    In "Ngày 17/12, sau ba ngày xét xử (bắt đầu từ 15/12)" only the first is the day of the news.
    """
    told = [date for date in dates if not is_day_of_document(view.raw[date.field], date.start_char)]
    return [date for date in told if not _begins(view, date)] or told


def _begins(view: ArticleView, date: DateMention) -> bool:
    text, start = view.text[date.field], date.start_char
    return _BEGINS_BEFORE.search(text, max(0, start - 16), start) is not None


def _is_near(view: ArticleView, date: DateMention) -> bool:
    days = view.days_from_publication(date)
    return days is None or -_REPORTED_WITHIN <= days <= _REPORTED_WITHIN


def is_news(view: ArticleView, date: DateMention, *, planned: bool) -> bool:
    """Tell whether a date is near enough to the publication for the event to be its news."""
    days = view.days_from_publication(date)
    last = _ANNOUNCED_WITHIN if planned else 2
    return days is None or -2 * _REPORTED_WITHIN <= days <= last


def first_and_last_day(
    view: ArticleView, date: DateMention, same: Sequence[Anchor], lexicon: EventLexicon
) -> tuple[dt.date, dt.date]:
    """Return the days of a lasting event: its date, and the ones on which it begins and ends.

    Other days count when the event is named with them again within days, or when words such as
    "bế mạc" or "diễn ra" stand right before them.
    """
    days = date.starts_on, date.ends_on
    for anchor in same:
        other = None if anchor.beside or anchor.several or anchor.denied else own_date(view, anchor)
        if other is not None and other.precision == "day" and anchor.held:
            days = _with_days_named(days, other)
    for sentence in view.lead:
        for other in view.dates("text", sentence.start, sentence.end):
            if other.precision == "day":
                days = _with_days_told(view, sentence, days, other, lexicon)
    return days


def _with_days_named(days: _Days, other: DateMention) -> _Days:
    """Return the days with those of the same event right before or behind them."""
    first, last = days
    if _covers(other, days):
        return other.starts_on, other.ends_on
    if dt.timedelta(0) < other.starts_on - last <= dt.timedelta(days=DAYS_OF_ONE):
        last = other.ends_on
    if dt.timedelta(0) < first - other.ends_on <= dt.timedelta(days=DAYS_OF_ONE):
        first = other.starts_on
    return first, last


def _with_days_told(
    view: ArticleView, sentence: Sentence, days: _Days, other: DateMention, lexicon: EventLexicon
) -> _Days:
    """Return the days with a last or first one, or all of them, that words before `other` tell."""
    text, position = view.text["text"], other.start_char
    first, last = days
    near = max(sentence.start, position - _BESIDE_DAY)
    if _covers(other, days):
        told = lexicon.first("takes_place", text, near, position)
        return (other.starts_on, other.ends_on) if told else days
    if other.starts_on != other.ends_on:
        return days
    ends = lexicon.first("ends", text, near, position)
    if ends and dt.timedelta(0) < other.starts_on - last <= dt.timedelta(days=_LONGEST):
        last = other.starts_on
    begins = lexicon.first("begins", text, near, position)
    if begins and dt.timedelta(0) < first - other.starts_on <= dt.timedelta(days=_LONGEST):
        first = other.starts_on
    return first, last


def _covers(other: DateMention, days: _Days) -> bool:
    """Tell whether "từ ngày 6 đến 10/7" has among its days all of `days`."""
    length = other.ends_on - other.starts_on
    inside = other.starts_on <= days[0] and days[1] <= other.ends_on
    return inside and dt.timedelta(0) < length <= dt.timedelta(days=_LONGEST)


def head_date(view: ArticleView, anchor: Anchor) -> DateMention | None:
    """Return the one day that title and first sentences name, when it is news."""
    days = [
        date
        for sentence in _head(view, anchor)
        for date in _telling(view, view.dates(sentence.field, sentence.start, sentence.end))
        if date.precision == "day" and is_news(view, date, planned=anchor.planned)
    ]
    return days[0] if len({(date.starts_on, date.ends_on) for date in days}) == 1 else None


def date_nearby(
    view: ArticleView, anchor: Anchor, references: Sequence[Anchor]
) -> DateMention | None:
    """Return a date that another sentence gives the event the article is about.

    That is a sentence which names the event again and says when it takes place, or the one day of
    the article's head.
    """
    for reference in references:
        if reference.held and not reference.beside and not reference.several:
            date = own_date(view, reference)
            planned = reference.planned or anchor.planned
            if date is not None and is_news(view, date, planned=planned):
                return date
    return head_date(view, anchor)


def _head(view: ArticleView, anchor: Anchor) -> Sequence[Sentence]:
    """Return the title, the first sentences, and those beside the anchor's, in order."""
    first = len(view.sentences) - len(view.lead) + _NEAR_SENTENCES
    number = anchor.sentence.number
    beside = view.sentences[max(first, number - 1) : number + 2]
    return (*view.sentences[:first], *beside)
