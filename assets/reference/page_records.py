"""Row types of the reference files on pages: outlets and the words of menus and furniture.

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
]


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
    """

    text: str
    role: MenuRole
