"""Which of an article's anchors is the event it is about, and which others are events at all.

The event of an article is told at its head, as held, on a day near the publication, and named again
further down. Each of these counts; an article in which too little comes together is about no event.
"""

from collections.abc import Sequence

from assets.events.records import DateMention
from assets.events.statements.anchors import Anchor
from assets.events.statements.view import ArticleView
from assets.events.statements.when import head_date, is_news, own_date
from assets.events.statements.words import alike

_LEAST = 5.0
_HEAD_PARAGRAPHS = 3
# A recalled event lies before the publication, however long; an announced one at most so far ahead.
_ANNOUNCED_WITHIN = 400


def choose_main(view: ArticleView, anchors: Sequence[Anchor]) -> Anchor | None:
    """Return the anchor of the event that the article is about; None when it is about none."""
    scored = [
        (_score(view, anchor, anchors), -index, anchor)
        for index, anchor in enumerate(anchors)
        if anchor.sentence.paragraph < _HEAD_PARAGRAPHS and not (anchor.several or anchor.denied)
    ]
    best = max(scored, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] >= _LEAST else None


def _score(view: ArticleView, anchor: Anchor, anchors: Sequence[Anchor]) -> float:
    score = 3.0 if anchor.held else 2.0 if anchor.attended else 0.0
    score += _score_of_date(view, anchor)
    score += _score_of_position(view, anchor)
    score += 1.0 if anchor.name.best is not None else 0.0
    score -= 4.0 if anchor.beside else 0.0
    score -= 1.0 if anchor.planned else 0.0
    score -= 2.0 if anchor.is_frame else 0.0
    # "Tại hội nghị tổ chức ở Huế, A và B đã ký thỏa thuận": the signing is a part of it.
    within = anchor.is_verb and any(
        other.sentence is anchor.sentence
        and other.start < anchor.start
        and other.held
        and not (other.is_verb or other.beside or other.several or other.planned)
        for other in anchors
    )
    score -= 1.0 if within else 0.0
    again = [
        other
        for other in anchors
        if other is not anchor
        and alike(other.kind, anchor.kind)
        and other.sentence.number != anchor.sentence.number
        and not (other.several or other.beside)
    ]
    score += 1.0 if any(other.sentence.field == "title" for other in again) else 0.0
    if not again and not anchor.dates and anchor.sentence.paragraph > 0:
        # "Hội nghị tổ chức đầu năm đã thu về …": told in passing.
        score -= 1.0
    score += min(3.0, float(sum(other.refers or other.attended for other in again)))
    return score


def _score_of_date(view: ArticleView, anchor: Anchor) -> float:
    date = own_date(view, anchor)
    if date is None:
        # "mở cửa đến hết ngày 15/5": when it began is not told, but that it is news.
        lasts = any(one.precision == "day" and _is_coming(view, one) for one in anchor.dates)
        return 1.5 if lasts or head_date(view, anchor) is not None else 0.0
    gathers = anchor.held and not anchor.is_verb and anchor.kind.shape == "gathering"
    coming = gathers and (view.days_from_publication(date) or 0) > 0
    if not is_news(view, date, planned=anchor.planned or coming):
        return -4.0
    return (2.0 if date.precision == "day" else 0.5) + (
        1.0 if view.article.published_on is not None else 0.0
    )


def _is_coming(view: ArticleView, date: DateMention) -> bool:
    days = view.days_from_publication(date)
    return days is not None and 0 <= days <= _ANNOUNCED_WITHIN


def _score_of_position(view: ArticleView, anchor: Anchor) -> float:
    if anchor.sentence.field == "title":
        # A headline alone rarely tells the whole: the text is preferred when it tells the same.
        return 0.5
    first = view.lead[0].number
    if anchor.sentence.number == first:
        return 2.5
    return {0: 1.5, 1: 1.0}.get(anchor.sentence.paragraph, 0.0)


def is_stated(view: ArticleView, anchor: Anchor, date: DateMention) -> bool:
    """Tell whether an anchor with this date is an event that the article recalls or announces."""
    if anchor.several or anchor.beside or anchor.denied or not (anchor.held or anchor.attended):
        return False
    if anchor.refers and anchor.name.best is None:
        # "Tại hội nghị, … trong 5 tháng đầu năm": named before, and the time is another matter's.
        return False
    if anchor.is_verb and "signing" in anchor.kind.families:
        # What was signed when is told by the agreements.
        return False
    if date.precision == "year" and not (anchor.subject_end and anchor.name.best):
        return False
    days = view.days_from_publication(date)
    if anchor.planned and days is not None and days < 0:
        # "sẽ ký thỏa thuận mới, thay cho bản ký ngày 12/5/2018": the day is that of another.
        return False
    return days is None or days <= _ANNOUNCED_WITHIN
