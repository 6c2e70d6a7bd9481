"""Runs of title and sentence pairs, the shape in which pages list other articles.

Finds the runs and judges how surely they speak of other articles; an article's own sub-headings
over single paragraphs have the same shape. What a run costs the text is decided in `structure`.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.extraction.flattened.blocks import PageLine
from assets.extraction.flattened.evidence import Evidence, is_prose, is_title_like
from assets.extraction.flattened.vocabulary import likeness, word_pairs

FOREIGN = 1.5
_LEAST_PAIRS = 2
_MANY_PAIRS = 3
_LISTED_PAIRS = 4
_OWN_PARAGRAPHS = 3  # so many in a row are an article, not a listing
_SENTENCE_WORDS = 8
_LONGEST_SENTENCE = 70
_TITLE_WORDS = 6
_BREAKS = 3
_ENDS = 2.0
_LEAST_TOPIC = 5
_TIMES = 2
_UNLIKE = 0.35
_ALIKE = 0.6
_NUMBERED = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[a-zA-Z])[.):/]\s|^(?:Bước|Câu|Phần|Step|Part)\s\d")


@dataclass(frozen=True, slots=True)
class PairRun:
    """Indexes of the lines of a run: `start` to `end` (exclusive), its titles and sentences.

    `dated` counts the pairs with a date line.
    """

    start: int
    end: int
    titles: tuple[int, ...]
    sentences: tuple[int, ...]
    dated: int


def _heads_pair(line: PageLine, one: Evidence) -> bool:
    """Tell a line that can be the title of a pair; titles may end with a question mark."""
    if one.date is not None or one.role is not None or one.credit or one.bullet:
        return False
    if line.unaccented:
        return False  # an alt text made of the headline
    if one.byline is not None and (one.byline.labelled or line.words <= 3):
        return False
    if line.closed and (line.text[-1] not in '?!"”' or line.words > 22):
        return False
    return line.words >= 4 and is_title_like(line)


def _is_sentence(line: PageLine, one: Evidence) -> bool:
    if one.role is not None or one.date is not None or one.credit:
        return False
    return is_prose(line) or (line.full_stop and line.words >= _SENTENCE_WORDS)


def _pair_at(
    lines: Sequence[PageLine], found: Sequence[Evidence], index: int
) -> tuple[int, int] | None:
    """Return (sentence index, number of date lines) of the pair whose title is at `index`."""
    if index >= len(lines) or not _heads_pair(lines[index], found[index]):
        return None
    dates, at = 0, index + 1
    while at < len(lines) and at <= index + 2:
        if found[at].date is not None:
            dates += 1
        elif lines[at].key != lines[index].key:
            break
        at += 1
    if at < len(lines) and _is_sentence(lines[at], found[at]):
        if at + 1 < len(lines) and found[at + 1].date is not None:
            dates += 1
        return at, min(dates, 1)
    return None


def _is_break(one: Evidence) -> bool:
    """Tell what may stand between two pairs: a date, a section name, a menu word."""
    return one.date is not None or (one.role is not None and one.role != "comment")


def find_runs(lines: Sequence[PageLine], found: Sequence[Evidence]) -> list[PairRun]:
    """Return the runs of two pairs or more, in page order."""
    runs: list[PairRun] = []
    start = 0
    while start < len(lines):
        titles: list[int] = []
        sentences: list[int] = []
        dated, at = 0, start
        while (pair := _pair_at(lines, found, at)) is not None:
            titles.append(at)
            sentences.append(pair[0])
            dated += pair[1]
            at = pair[0] + 1
            skipped = 0
            while at < len(lines) and skipped < _BREAKS and _is_break(found[at]):
                at, skipped = at + 1, skipped + 1
        if len(titles) >= _LEAST_PAIRS:
            runs.append(PairRun(start, sentences[-1] + 1, tuple(titles), tuple(sentences), dated))
        start = sentences[-1] + 1 if sentences else start + 1
    return runs


def foreignness(lines: Sequence[PageLine], found: Sequence[Evidence], run: PairRun) -> float:
    """Return how surely a run speaks of other articles; from `FOREIGN` on it does."""
    text = [line for line in lines[: run.start] if is_prose(line)]
    pairs = len(run.titles)
    score = 0.5 * min(pairs - _LEAST_PAIRS, 2)
    before = found[max(0, run.start - 3) : run.start]
    headed = any(one.role in ("related", "comment") for one in before)
    signed = any(one.byline is not None and one.barrier >= _ENDS for one in before)
    if headed or signed:
        score += 2.0 if headed else 1.5
    elif before and before[-1].role in ("section", "menu") and len(text) >= _LEAST_PAIRS:
        score += 1.0
    dated = run.dated >= pairs - 1
    score += 1.5 if dated else 0.0
    if not (headed or signed or dated) and _keeps_topic(lines, run):
        score -= 2.0
    score += _shape_score(lines, run)
    if any(is_prose(line) for line in lines[run.end : run.end + 3]):
        score -= 1.5
    plain = sum(
        is_prose(first) and is_prose(second) for first, second in pairwise(lines[: run.start])
    )
    score += 0.5 if plain >= _LEAST_PAIRS else -1.0 if plain == 0 else 0.0
    alike = likeness(text, [lines[index] for index in run.sentences])
    if alike is None and not (headed or signed or dated):
        score -= 1.0  # nothing but the shape speaks for it
    if alike is not None:
        score += 1.5 if alike < _UNLIKE else 0.0
        if alike >= _ALIKE:
            score -= 1.0 if headed or signed else 2.0
    return score


def _keeps_topic(lines: Sequence[PageLine], run: PairRun) -> bool:
    """Tell whether half of a run's pairs name what the lines before it name."""
    before = [line.text for line in lines[: run.start] if line.words >= _LEAST_TOPIC]
    said = Counter(pair for text in before for pair in set(word_pairs(text)))
    topic = {pair for pair, times in said.items() if times >= _TIMES}
    hits = sum(
        bool(topic & {*word_pairs(lines[title].text), *word_pairs(lines[sentence].text)})
        for title, sentence in zip(run.titles, run.sentences, strict=True)
    )
    return bool(topic) and hits >= len(run.titles) / 2


def _shape_score(lines: Sequence[PageLine], run: PairRun) -> float:
    """Score titles and sentences by their own shape."""
    titles = [lines[index] for index in run.titles]
    sentences = [lines[index] for index in run.sentences]
    average = sum(line.words for line in titles) / len(titles)
    score = 0.5 if average >= _TITLE_WORDS else -0.5
    if any(line.words > _LONGEST_SENTENCE for line in sentences):
        score -= 0.7
    if sum(_NUMBERED.match(line.text) is not None for line in titles) >= len(titles) / 2:
        score -= 1.5
    if sum(line.text.endswith("?") for line in titles) > len(titles) / 2:
        score -= 1.5
    return score


def _has_text_of_its_own(outside: Sequence[PageLine], inside: set[int]) -> bool:
    """Tell whether paragraphs stand together that belong to no pair, however long the list is."""
    together = 0
    for before, line in pairwise(outside):
        broken = any(before.index < index < line.index for index in inside)
        together = 0 if broken else together + 1
        if together >= _OWN_PARAGRAPHS - 1:
            return True
    return False


def lists_only_pairs(lines: Sequence[PageLine], found: Sequence[Evidence]) -> bool:
    """Tell a listing page: nearly all its sentences belong to pairs of title and sentence."""
    # Most pages have paragraphs in a row: no need to look for pairs.
    in_a_row = sum(is_prose(first) and is_prose(second) for first, second in pairwise(lines))
    if in_a_row > len(lines) // (2 * _LISTED_PAIRS):
        return False
    runs = [run for run in find_runs(lines, found) if _shape_score(lines, run) >= 0.0]
    pairs = sum(len(run.titles) for run in runs)
    dated = sum(run.dated for run in runs)
    if pairs < _MANY_PAIRS or (pairs < _LISTED_PAIRS and dated < pairs):
        return False
    inside = {index for run in runs for index in run.sentences}
    outside = [line for line in lines if is_prose(line) and line.index not in inside]
    title_words = [lines[index].words for run in runs for index in run.titles]
    if sum(title_words) < _TITLE_WORDS * len(title_words):
        return False
    if len(outside) > max(0, pairs // _LISTED_PAIRS) or _has_text_of_its_own(outside, inside):
        return False
    own_date = any(
        found[index].date is not None for index in range(max(0, runs[0].start - 2), runs[0].start)
    )
    return dated >= pairs - 1 or not (own_date and sum(line.words for line in outside) > 0)
