"""Further training pages, mixed from labelled ones: another head and tail, teasers, comments.

A real page's article keeps its lines and labels; what stands around it comes from other pages of
the set or from lists drawn here, so that the model learns more arrangements than the sets have.
"""

import random
from collections import defaultdict
from collections.abc import Sequence

from benchmarks.line_model_pages import LabelledPage

_LONG = 10
_MOST_HEAD, _MOST_TAIL = 250, 350
_HEADINGS = (
    "Related",
    "Most Read",
    "More from us",
    "Trending",
    "Recommended",
    "Read next",
    "You may also like",
    "Latest news",
    "Popular",
    "Top stories",
    "In this section",
    "Around the web",
)
_SECTIONS = (
    "News",
    "Politics",
    "Business",
    "World",
    "Sport",
    "Opinion",
    "Tech",
    "Health",
    "Travel",
)
_READERS = ("Anne", "bob77", "Mark S.", "JaneDoe", "reader_1", "Carl H")
_SHAPES = (
    "title",
    "title title",
    "title lead",
    "alt title",
    "alt title lead",
    "section title",
    "section title lead",
    "title date",
    "date title lead",
    "section title lead date",
    "title title lead",
    "number title",
    "lead title",
)
Line = tuple[str, bool]
Story = tuple[str, str, str]


def mixed_pages(pages: Sequence[LabelledPage], copies: int, seed: int) -> list[LabelledPage]:
    """Return `copies` mixed pages for each page with main text."""
    r = random.Random(f"mix {seed}")  # noqa: S311
    stories = [story for page in pages for story in _stories(page)]
    by_style: dict[str, list[LabelledPage]] = defaultdict(list)
    for page in pages:
        if True in page.labels:
            by_style[page.style].append(page)
    drawn = []
    for page in [page for page in pages if True in page.labels]:
        for _ in range(copies):
            article = _shortened(page, r)
            if sum(main for _, main in article) < 2:
                continue
            head, tail = _around(page, by_style[page.style], r)
            lines = [
                *((line, False) for line in _with_lists(head, stories, r, before=True)),
                *article,
                *((line, False) for line in _with_lists(tail, stories, r, before=False)),
            ]
            drawn.append(
                LabelledPage(
                    "mixed",
                    page.style,
                    page.domain,
                    [line for line, _ in lines],
                    [main for _, main in lines],
                    "\n".join(line for line, main in lines if main),
                    page.weight,
                )
            )
    return drawn


def _bounds(page: LabelledPage) -> tuple[int, int]:
    return page.labels.index(True), len(page.labels) - page.labels[::-1].index(True)


def _stories(page: LabelledPage) -> list[Story]:
    """Titles, first and later paragraphs to draw teasers and comments from."""
    marked = zip(page.lines, page.labels, strict=True)
    long = [" ".join(line.split()) for line, main in marked if main and len(line.split()) >= _LONG]
    if len(long) <= 3:
        return []
    title = " ".join(long[1].split()[:9])
    return [(title, long[0], long[len(long) * part // 3]) for part in (1, 2)]


def _shortened(page: LabelledPage, r: random.Random) -> list[Line]:
    """The article with fewer paragraphs and fewer of its short lines."""
    start, end = _bounds(page)
    most = max(2, round(2.718 ** r.gauss(2.8, 0.7)))
    dropped = r.choice([0.3, 0.6, 0.85])
    article: list[Line] = []
    count = 0
    for line, main in zip(page.lines[start:end], page.labels[start:end], strict=True):
        short = main and len(line.split()) < _LONG
        if short and r.random() < dropped and not line.strip().endswith((".", "!", "?", '"', "”")):
            continue
        article.append((line, main))
        count += main
        if count >= most:
            break
    return article


def _around(
    page: LabelledPage, others: Sequence[LabelledPage], r: random.Random
) -> tuple[list[str], list[str]]:
    """The lines before and behind: the page's own or another's."""
    start, end = _bounds(page)
    head, tail = page.lines[:start], page.lines[end:]
    if r.random() < 0.6:
        other = r.choice(others)
        head = other.lines[: _bounds(other)[0]]
    if r.random() < 0.6:
        other = r.choice(others)
        tail = other.lines[_bounds(other)[1] :]
    if len(head) > _MOST_HEAD:
        head = head[-r.randint(50, _MOST_HEAD) :]
    if len(tail) > _MOST_TAIL:
        tail = tail[: r.randint(80, _MOST_TAIL)]
    return head, tail


def _with_lists(
    lines: list[str], stories: Sequence[Story], r: random.Random, *, before: bool
) -> list[str]:
    """The lines with teasers or comments put in."""
    if r.random() < (0.2 if before else 0.6):
        at = r.choice([0, 0, min(len(lines), r.randint(0, 30)), r.randint(0, len(lines))])
        lines = [*lines[:at], *_teasers(stories, r), *lines[at:]]
    if not before and r.random() < 0.3:
        lines = [*lines, *_teasers(stories, r)]
    if not before and r.random() < 0.15:
        at = r.randint(0, min(20, len(lines)))
        lines = [*lines[:at], *_comments(stories, r), *lines[at:]]
    return lines


def _teasers(stories: Sequence[Story], r: random.Random) -> list[str]:
    shape = r.choice(_SHAPES).split()
    gap, inner_gap, indent = r.random() < 0.35, r.random() < 0.25, " " * r.choice([0, 0, 0, 2, 4])
    lines = [r.choice(_HEADINGS)] if r.random() < 0.7 else []
    for number in range(r.choice([2, 3, 4, 5, 6, 8, 10, 14])):
        title, lead, other = r.choice(stories)
        if r.random() < 0.3:
            lead = lead.split(". ")[0]
        texts = {
            "title": title,
            "lead": " ".join(lead.split()[:22]) + "..." if r.random() < 0.2 else lead[:320],
            "alt": other[:160],
            "section": r.choice(_SECTIONS),
            "date": r.choice(
                [f"{r.randint(2, 23)} hours ago", f"May {r.randint(1, 28)}, 2019", "3 min read"]
            ),
            "number": str(number + 1),
        }
        for part in shape:
            lines.append(indent + texts[part])
            lines += [""] * inner_gap
        lines += [""] * gap
    return [*lines, ""]


def _comments(stories: Sequence[Story], r: random.Random) -> list[str]:
    lines = [r.choice(["Comments", "Leave a comment", "Join the conversation", "3 comments", ""])]
    for _ in range(r.randint(2, 7)):
        said = r.choice(stories)[2].split(". ")
        lines += [r.choice(_READERS) + r.choice(["", " says:", " said"]), ""]
        lines += [
            ". ".join(said[: r.randint(1, 4)]),
            *r.choice([["Reply"], ["", "Reply", ""], [""]]),
        ]
    return lines
