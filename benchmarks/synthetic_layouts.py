"""Layouts of invented Vietnamese outlets: what stands where on their pages, drawn from a seed.

Only the arrangement is here; `synthetic_pages` writes pages of it.
"""

import json
import random
from pathlib import Path

PHRASES: dict[str, list[str]] = json.loads(
    (Path(__file__).parent / "synthetic_phrases.json").read_text("utf-8")
)
_HEADS = (
    "section title date lead",
    "date title lead",
    "title date lead",
    "title section_date lead",
    "title byline date lead",
    "title lead date",
    "crumb date title tools lead",
    "crumb title date tools lead",
    "title tools date lead",
    "section date title title lead",
    "title date tools byline lead",
    "section_date title lead",
    "lead",
    "title lead",
    "date lead",
)
_TEASERS = (
    "title title lead",
    "suffixed title lead",
    "title lead",
    "title lead",
    "title lead",
    "title title lead",
    "suffixed title lead",
    "title",
    "title date lead",
    "slug title lead",
    "twice",
    "section title ago",
    "dated",
    "twice lead",
    "number title",
    "title title",
    "title title date",
    "slug",
    "title section date",
    "bullet",
    "lead",
    "title long",
)


class Layout:
    """One invented outlet: a fixed arrangement, from which pages are drawn."""

    def __init__(self, number: int, seed: int = 0) -> None:
        self.number = number
        r = random.Random(f"layout {seed} {number}")  # noqa: S311
        self.phrases = {
            key: r.sample(values, max(3, int(len(values) * r.uniform(0.35, 0.8))))
            for key, values in PHRASES.items()
        }
        self.outlet = r.choice(PHRASES["outlets"])
        self.slug = r.choice(PHRASES["slugs"]) + r.choice([" - ", " – ", " -", " "])
        self.has_slug = r.random() < 0.35
        self.menu_size = r.choice([0, 0, 0, 0, 3, 8, 15, 30, 60])
        self.menu_joined = r.random() < 0.15
        self.submenu_again = r.random() < 0.2
        self.sidebar_first = r.random() < 0.15
        self.noise_first = r.choice([0, 0, 1, 2, 4])
        self.head = r.choice(_HEADS).split()
        self.head_gap = r.random() < 0.6
        self.date_form = r.randrange(12)
        self.tools = r.choice([0, 0, 1, 1, 3, 6])
        self.paragraph_gap = r.random() < 0.75
        self.related_top = r.choice(
            ["none", "none", "joined", "twice", "bullets", "heading", "lines"]
        )
        self.related_middle = r.choice(
            ["none", "none", "none", "joined", "twice", "bullets", "heading", "lines"]
        )
        self.related_end = r.choice(["none", "none", "joined", "twice", "bullets"])
        self.related_size = r.randint(1, 4)
        self.caption_alt = r.choice(
            ["none", "none", "title", "slug", "cut", "same", "same", "numbered", "file"]
        )
        self.caption_gap = r.random() < 0.5
        self.caption_after_gap = r.random() < 0.8
        self.pictures = r.choice([0, 0.5, 1, 2, 3, 5])
        self.picture_before_lead = r.random() < 0.15
        self.bare_alts = r.random() < 0.2
        self.byline_form = r.choice(PHRASES["byline_forms"])
        self.has_byline = r.random() < 0.75
        self.ads = r.random() < 0.2
        self.tags = r.choice(["none", "none", "line", "lines", "joined"])
        self.end_tools = r.choice([0, 0, 1, 3, 6])
        self.comment_box = r.choice([0, 0, 1, 3, 7])
        self.comments = r.choice([0, 0, 0, 2, 6])
        self.box = r.random() < 0.2
        self.lists = [
            (
                r.choice(_TEASERS).split(),
                r.choice([2, 3, 4, 5, 8, 10, 15]),
                r.random() < 0.6,
                r.random() < 0.5,
                r.random() < 0.3,
            )
            for _ in range(r.choice([0, 1, 1, 2, 2, 3, 4, 6]))
        ]
        self.end_noise = r.choice([0, 0, 1, 3, 8])
        self.footer = r.choice([0, 0, 0, 4, 8, 14])
        self.footer_menu = r.random() < 0.3
        self.doubled_menu = r.random() < 0.15
        self.same_topic = r.choice([0.2, 0.6, 0.9])
        self.merge = r.choice([0.0, 0.1, 0.3, 0.5])
        self.split = r.choice([0.0, 0.0, 0.2, 0.5])
        self.subheads = r.choice([0, 0, 0, 0.08, 0.15])
        self.lead_again = r.random() < 0.1
        self.lists_in_body = r.choice([0, 0, 0.03, 0.08])
