"""The furniture of synthetic pages: menus, related titles, tags, comment boxes, teasers.

Articles themselves are written by `synthetic_pages`, arrangements drawn by `synthetic_layouts`.
"""

import random
import re
from dataclasses import dataclass, field

from assets.extraction.records import LineKind
from assets.language.folding import fold
from benchmarks.synthetic_layouts import PHRASES, Layout

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-ỸĐ\"“])")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A text to fill pages with: headline, first paragraph, further paragraphs."""

    topic: str
    title: str
    lead: str
    body: tuple[str, ...]


@dataclass(slots=True)
class SyntheticPage:
    """A flattened page: raw lines (blank ones too) and the kind of each (None when blank)."""

    layout: int
    lines: list[str] = field(default_factory=list)
    kinds: list[LineKind | None] = field(default_factory=list)

    def add(self, kind: LineKind, text: str) -> None:
        """Append one line, its white space settled; an empty text adds nothing."""
        text = " ".join(text.split())
        if text:
            self.lines.append(text)
            self.kinds.append(kind)

    def gap(self, size: int = 1) -> None:
        """Append `size` blank lines."""
        self.lines.extend([""] * size)
        self.kinds.extend([None] * size)


def sentences(text: str) -> list[str]:
    """Split at sentence ends, roughly: good enough to cut captions and teasers."""
    return [part for part in _SENTENCE_END.split(text) if part]


class FurnitureWriter:
    """Writes what stands around the article of one page of a layout."""

    def __init__(self, o: Layout, texts: dict[str, list[SourceText]], r: random.Random) -> None:
        self.o, self.texts, self.r = o, texts, r
        topic = r.choice(sorted(texts))
        self.text = r.choice(texts[topic])
        self.p = SyntheticPage(o.number)
        self.slug_on = o.has_slug and r.random() < 0.85

    def pick(self, key: str) -> str:
        """Choose one of the phrases that this layout uses."""
        return self.r.choice(self.o.phrases[key])

    def person(self) -> str:
        """Invent a name."""
        name = " ".join(self.r.choice(PHRASES[k]) for k in ("surnames", "middles", "givens"))
        return " ".join(name.split())

    def fill(self, form: str) -> str:
        """Fill the blanks of a phrase."""
        while "{person}" in form:
            form = form.replace("{person}", self.person(), 1)
        person = self.person()
        return form.format(
            short=" ".join(person.split()[-2:]),
            PERSON=person.upper(),
            initials="".join(w[0] for w in person.split())
            if self.r.random() < 0.6
            else ".".join(w[0] for w in person.split()),
            agency=self.pick("agencies"),
            role=self.pick("roles"),
            n=self.r.randint(12, 989),
            place=self.pick("places"),
            outlet=self.o.outlet,
            body=self.pick("bodies"),
            slug=fold(self.o.outlet).replace(" ", ""),
            date=self.date(0),
        )

    def date(self, form: int | None = None) -> str:
        """Invent a date line in the layout's form, or in another."""
        r = self.r
        d, m, y = r.randint(1, 28), r.randint(1, 12), r.randint(2005, 2025)
        h, n = r.randint(0, 23), r.randint(0, 59)
        weekday = r.choice(
            ["Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật"]
        )
        forms = (
            f"{d:02}/{m:02}/{y}",
            f"{d:02}/{m:02}/{y} {h:02}:{n:02}",
            f"{h:02}:{n:02} {d:02}/{m:02}/{y}",
            f"{h:02}:{n:02} | {d:02}/{m:02}/{y} GMT+7",
            f"{weekday}, {d}/{m}/{y}, {h:02}:{n:02} (GMT+7)",
            f"{weekday}, ngày {d:02}/{m:02}/{y} - {h:02}:{n:02}",
            f"Ngày {d} tháng {m} năm {y}",
            f"Cập nhật lúc {h:02}:{n:02}, {weekday}, {d:02}/{m:02}/{y} (GMT+7)",
            f"{d}-{m}-{y}",
            f"Ngày đăng: {d:02}/{m:02}/{y}",
            f"{weekday}, {d:02}.{m:02}.{y} {h}h{n:02}",
            f"{d} tháng {m}, {y} | {h:02}:{n:02}",
        )
        return forms[self.o.date_form if form is None else form % len(forms)]

    def other(self) -> SourceText:
        """Choose another article, more often than not of the same topic."""
        topic = (
            self.text.topic
            if self.r.random() < self.o.same_topic
            else self.r.choice(sorted(self.texts))
        )
        return self.r.choice(self.texts[topic])

    def menu(self) -> None:
        """Write the menu, if the layout has one."""
        o, p = self.o, self.p
        if not o.menu_size:
            return
        items = self.r.sample(PHRASES["menu"], min(len(PHRASES["menu"]), o.menu_size))
        items = sorted(items, key=PHRASES["menu"].index) if o.number % 2 else items
        if o.menu_joined:
            p.add("navigation", self.r.choice([" | ", " ", " › ", " - "]).join(items))
        else:
            for item in items:
                p.add("navigation", item.upper() if o.number % 5 == 0 else item)
                if o.doubled_menu:
                    p.add("navigation", item)
                if o.number % 7 == 0:
                    p.gap()
        p.gap()

    def related(self, form: str) -> None:
        """Write titles of related articles in one of several forms."""
        o, p = self.o, self.p
        if form == "none":
            return
        titles = [self.other().title for _ in range(self.r.randint(1, o.related_size + 1))]
        if form == "joined":
            p.add("teaser", " ".join(titles))
        elif form == "heading":
            p.add("navigation", self.pick("related_heads"))
        for title in titles if form != "joined" else ():
            if form == "twice":
                p.add("teaser", f"{title} {title}")
            elif form == "bullets":
                p.add("teaser", f"{o.phrases['related_prefix'][0]} {title}")
            else:
                p.add("teaser", title)
                if self.r.random() < 0.3:
                    p.add("teaser", title)
        if o.paragraph_gap or self.r.random() < 0.5:
            p.gap()

    def after_body(self) -> None:  # noqa: C901
        """Write by-line, tools, tags, related titles and comments."""
        o, p, r = self.o, self.p, self.r
        steps = ["byline", "tools", "tags", "related", "box"]
        if r.random() < 0.1:
            r.shuffle(steps)
        for step in steps:
            if step == "byline" and o.has_byline:
                p.add("byline", self.fill(o.byline_form))
                if r.random() < 0.7:
                    p.gap()
            elif step == "tools":
                for _ in range(o.end_tools):
                    p.add("navigation", self.pick("tools"))
            elif step == "tags" and o.tags != "none":
                self.tag_lines()
            elif step == "related":
                self.related(o.related_end)
            elif step == "box" and o.box:
                p.add("other", self.fill(self.pick("box_texts")))
                p.gap()
        for _ in range(o.comment_box):
            p.add("navigation", self.pick("comment_form"))
            if r.random() < 0.4:
                p.gap()
        for _ in range(r.randint(0, o.comments)):
            p.add("other", self.person())
            p.add("other", self.pick("comments"))
            p.add(
                "navigation", f"Trả lời Thích {r.randint(0, 60)}" if r.random() < 0.5 else "Trả lời"
            )

    def tag_lines(self) -> None:
        """Write the tags."""
        """Write by-line, tools, tags, related titles and comments."""
        words = self.text.title.split() + self.text.lead.split()
        tags = [" ".join(words[i : i + 3]) for i in range(0, min(len(words), 24) - 3, 4)]
        tags = [t.strip('.,:;"') for t in tags[: self.r.randint(1, 6)]]
        head = self.o.phrases["tag_heads"][0]
        if self.o.tags == "line":
            self.p.add("navigation", f"{head} {', '.join(tags)}")
        else:
            self.p.add("navigation", head)
            for tag in tags if self.o.tags == "lines" else [" ".join(tags)]:
                self.p.add("navigation", tag)
        self.p.gap()

    def teasers(self, shape: list[str], size: int, heading: bool, gaps: bool, mixed: bool) -> None:  # noqa: C901
        """Write a list of teasers; `shape` tells the lines of each."""
        p, r = self.p, self.r
        if heading:
            p.add("navigation", self.pick("related_heads"))
            p.gap()
        for i in range(max(1, size + r.randint(-1, 1))):
            other = self.other()
            section = r.choice(PHRASES["menu"])
            texts = {
                "title": other.title,
                "lead": other.lead,
                "section": section,
                "date": self.date(),
                "suffixed": f"{other.title} {section}",
                "slug": re.sub(r"[^a-z0-9 ]", "", fold(other.title)),
                "twice": f"{other.title} {other.title}",
                "ago": f"{r.randint(1, 20)} giờ trước",
                "dated": f"{other.title} ({self.date(0)})",
                "number": str(i + 1),
                "bullet": f"{self.o.phrases['related_prefix'][-1]} {other.title}",
                "long": other.lead + " " + (other.body[0] if other.body else ""),
            }
            for j, part in enumerate(shape):
                text = texts[part]
                if part == "lead":
                    if mixed and r.random() < 0.3:
                        continue
                    if mixed:
                        text = sentences(text)[0]
                    if self.o.has_slug and r.random() < 0.4:
                        text = self.o.slug + text
                    if self.o.number % 6 == 0 and len(text.split()) > 20:
                        text = " ".join(text.split()[:20]) + "..."
                p.add("teaser", text)
                if gaps and j < len(shape) - 1:
                    p.gap()
            if not gaps and r.random() < 0.3:
                p.gap()
