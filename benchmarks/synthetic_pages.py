"""Synthetic flattened pages of invented Vietnamese outlets, every line with its kind.

Each layout (an invented outlet) fixes where menus, date line, sapo, captions, related titles,
by-line, tags, comments, teasers and footer stand and how they are flattened; pages of one layout
differ in their articles. Article texts come from the caller, furniture from
`synthetic_phrases.json`. Nothing here reads a page that a person wrote.
"""

import random
import re

from assets.language.folding import fold
from benchmarks.synthetic_furniture import FurnitureWriter, SourceText, SyntheticPage, sentences
from benchmarks.synthetic_layouts import PHRASES, Layout


def draw_page(layout: Layout, texts: dict[str, list[SourceText]], seed: int) -> SyntheticPage:
    """Draw one page of `layout`, filled with `texts` (by topic)."""
    return _Writer(layout, texts, random.Random(f"page {layout.number} {seed}")).write()  # noqa: S311


class _Writer(FurnitureWriter):
    """Writes one page of a layout."""

    def write(self) -> SyntheticPage:  # noqa: C901
        o, p = self.o, self.p
        self.menu()
        if o.sidebar_first and o.lists:
            self.teasers(*o.lists[0])
        for _ in range(o.noise_first):
            p.add("navigation", self.fill(self.pick("head_noise")))
            if o.head_gap:
                p.gap()
        for part in o.head:
            self.head(part)
            if o.head_gap or self.r.random() < 0.2:
                p.gap()
        self.related(o.related_top)
        self.body()
        self.after_body()
        for entry in o.lists[1 if o.sidebar_first else 0 :]:
            self.teasers(*entry)
        for _ in range(o.end_noise):
            p.add("navigation", self.pick("noise"))
            if self.r.random() < 0.5:
                p.gap()
        if o.footer_menu:
            self.menu()
        for _ in range(o.footer):
            p.add("other", self.fill(self.pick("footer")))
        return p

    def head(self, part: str) -> None:  # noqa: C901
        o, p = self.o, self.p
        section = self.r.choice(PHRASES["menu"])
        if part == "title":
            if self.r.random() < 0.93:
                p.add("title", self.text.title)
        elif part == "section":
            p.add("section", section)
        elif part == "crumb":
            crumb = self.r.choice([" > ", " / ", " › ", " "])
            p.add(
                "section",
                crumb.join(
                    ["Trang chủ", section, self.r.choice(PHRASES["menu"])][: self.r.randint(2, 3)]
                ),
            )
        elif part == "date":
            p.add("date", self.date())
        elif part == "section_date":
            p.add("date", f"{section} {self.date()}")
        elif part == "byline":
            p.add("byline", self.fill(o.byline_form))
        elif part == "tools":
            for _ in range(max(1, o.tools)):
                p.add("navigation", self.pick("tools"))
        elif part == "lead":
            for _ in range(o.tools if "tools" not in o.head else 0):
                p.add("navigation", self.pick("tools"))
            if o.picture_before_lead:
                self.picture()
            lead = self.text.lead
            if self.r.random() < o.merge and self.text.body:
                lead += " " + sentences(self.text.body[0])[0]
            p.add("lead", (self.o.slug if self.slug_on else "") + lead)

    def caption(self) -> str:
        if self.r.random() < 0.45:
            return self.fill(self.pick("captions"))
        source = self.r.choice(self.text.body or (self.text.lead,))
        sentence = self.r.choice(sentences(source) or [source])
        words = sentence.split()[: self.r.randint(6, 30)]
        text = " ".join(words)
        if self.r.random() < 0.5:
            text = text.rstrip(".,;:") + self.r.choice(
                [
                    ".",
                    "",
                    self.fill(". Ảnh: {short}"),
                    self.fill(" (Ảnh: {person})"),
                    self.fill(" - Ảnh: {agency}"),
                ]
            )
        return text

    def picture(self) -> None:
        o, p, r = self.o, self.p, self.r
        caption = self.caption()
        alt = {
            "title": self.text.title,
            "slug": re.sub(r"[^a-z0-9 ]", "", fold(self.text.title)),
            "cut": " ".join(self.text.title.split()[: r.randint(5, 9)]),
            "same": caption if r.random() < 0.7 else caption.rstrip("."),
            "numbered": f"{self.text.title} - Ảnh {r.randint(1, 9)}.",
            "file": f"{fold(self.text.title)[:14].replace(' ', '-')}-{r.randint(1, 99)}.jpg",
        }.get(o.caption_alt, "")
        p.add("caption", alt)
        if o.caption_gap and r.random() < 0.2:
            p.gap()
        if not (o.bare_alts and alt and r.random() < 0.7):
            p.add("caption", caption)
        if o.caption_after_gap:
            p.gap()

    def paragraphs(self) -> list[str]:
        o, r = self.o, self.r
        out: list[str] = []
        for paragraph in self.text.body:
            parts = sentences(paragraph)
            if len(parts) > 2 and r.random() < o.split:
                cut = r.randrange(1, len(parts))
                out += [" ".join(parts[:cut]), " ".join(parts[cut:])]
            elif out and r.random() < o.merge and paragraph[:1] not in "-–":
                out[-1] += " " + paragraph
            else:
                out.append(paragraph)
            if r.random() < o.subheads:
                words = paragraph.split()
                out.append(" ".join(words[: r.randint(3, 9)]).rstrip(".,;:"))
            if r.random() < o.lists_in_body:
                mark = r.choice(["- ", "+ ", "• ", "1. ", "* "])
                out += [mark + s for s in sentences(self.text.lead)[:3]]
        if out and len(out) > 3 and r.random() < 0.1:
            out = out[: r.randint(1, 3)]
        return out

    def body(self) -> None:
        o, p, r = self.o, self.p, self.r
        parts = self.paragraphs()
        chance = o.pictures / (len(parts) + 1)
        middle = r.randrange(len(parts)) if parts else -1
        if o.lead_again and parts:
            parts[0] = sentences(self.text.lead)[0] + " " + parts[0]
        if r.random() < min(chance * 2, 0.7):
            self.picture()
        for i, part in enumerate(parts):
            p.add("body", part)
            if o.paragraph_gap or r.random() < 0.05:
                p.gap()
            if r.random() < chance:
                self.picture()
            if i == middle:
                self.related(o.related_middle)
                if o.ads:
                    p.add("navigation", self.pick("noise"))
                    p.gap()
