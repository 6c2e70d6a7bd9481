"""Row types of the reference files on pages: outlets, words of furniture, names of fields.

Read like all others; `records` puts them together with the rest.
"""

from dataclasses import dataclass
from typing import Literal

MenuRole = Literal[
    "section",
    "related",
    "comment",
    "tool",
    "tag",
    "poll",
    "footer",
    "menu",
    "error",
    "player",
    "live",
    "caption",
    "byline",
    "account",
]

FieldMeaning = Literal[
    "html",
    "text",
    "title",
    "published",
    "published_unsure",
    "fetched_at",
    "url",
    "outlet",
    "outlet_unsure",
    "authors",
    "record",
    "records",
    "crawl",
]

MetaMeaning = Literal["published", "updated", "authors"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news outlet (`outlets.csv`).

    `domains` without "www."; `slugs` are what stands before a lead ("TTTĐ"); `furniture` are whole
    lines (menu, footer, comment box) that only this outlet's pages show; `names` are other names,
    such as its og:site_name.
    """

    outlet_id: str
    name: str
    domains: tuple[str, ...]
    slugs: tuple[str, ...]
    names: tuple[str, ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MenuWord:
    """A line that is furniture of a page, not text (`menu_words.csv`).

    `role` tells what it is: `section` (a section name beside a date), `related` (heading over
    teasers of other articles), `comment` (comment box), `tool` (share, print, font size),
    `footer`, `menu`, `error` (an error page or captcha), `player` (the buttons of a video or sound
    player), `live` (a page that renews itself). Two roles are no furniture lines but
    the words such a line begins with: `caption` ("Quang cảnh"; "…phát biểu" stands anywhere in
    it; "Nông dân…" opens short ones that end in a full stop) and `byline` ("Bài và ảnh").
    `account` is what stands for an author in metadata and is nobody's name ("admin").
    """

    text: str
    role: MenuRole


@dataclass(frozen=True, slots=True)
class FieldName:
    """A name that exports give to a field of an article (`field_names.csv`).

    Of several filled fields of one `meaning` that of the first row counts. `published_unsure` may
    also be the day of fetching, `outlet_unsure` any kind of source. A `record` holds more fields of
    the same article, `records` is a list of articles, and `crawl` shows that a record was made by a
    crawler, whose bare "date" is the day of fetching. A name that may mean two other things has no
    row.
    """

    name: str
    meaning: FieldMeaning


@dataclass(frozen=True, slots=True)
class MetaName:
    """A name of `meta` elements that tell of the article (`meta_names.csv`), in lower case.

    Of several filled elements of one `meaning` that of the first row counts; `authors` are read
    only where neither JSON-LD nor a byline names any.
    """

    name: str
    meaning: MetaMeaning
