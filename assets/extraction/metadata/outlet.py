"""Which outlet published a page: from its address, its site name, its lead slug, its furniture.

Only what is certain counts: two outlets named by equally good evidence give none. The outlets
themselves are reference data.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from assets.extraction.metadata.lexicon import Lexicon, line_key
from assets.language.folding import slug

_SLUG = re.compile(
    r"^\(?(?P<slug>[A-ZĐÁÀÂĂÉÊÍÓÔƠÚƯÝ][\w&.+ĐÐ]{1,18}(?:\s[A-ZĐ][\w.]{1,12}){0,2})\)?"
    r"\s?(?:\)|\s[-–—]|[-–—:]\s|:)\s*"
)
_BRACKETED_SLUG = re.compile(r"^\((?P<slug>[^()\d]{2,25})\)\s?[-–—:.]?\s+")
_DOMAIN = re.compile(r"(?<![@\w.-])(?:https?://)?(?:www\.)?((?:[a-z0-9-]+\.)+[a-z]{2,6})\b", re.I)
# Hosts of one outlet for other screens.
_EDITION = re.compile(r"^(?:m|mobile|amp|www\d?)\.")
_OWN_WORDS = re.compile(
    r"©|copyright|bản quyền|all rights reserved|ghi rõ nguồn|cơ quan chủ quản|tòa soạn|toà soạn"
    r"|giấy phép|tổng biên tập|phát hành lại|theo dõi",
    re.IGNORECASE,
)


_AGENCY_MARK = re.compile(r"\(\s*(?:TTXVN|Theo TTXVN)\s*/\s*(?P<outlet>[^()/]{2,20})\)\.?")
_FOLLOW = re.compile(
    r"(?:Theo dõi|Follow)\s+(?:báo\s+)?(?P<name>.{2,40}?)\s+(?:trên|on)\b", re.IGNORECASE
)
_OWNED = re.compile(
    r"(?:(?:©|\(c\)|copyright|bản quyền|toàn bộ bản quyền)\W*)+(?:\d{4}(?:\s?[-–]\s?\d{4})?\W*)?"
    r"(?:(?:nội dung\s+)?(?:thuộc về|thuộc|của|về|by)\s+)?(?P<name>.{2,60}?)\W*"
    r"(?:all rights reserved.*|giữ bản quyền.*)?$",
    re.IGNORECASE,
)
_ORGAN = re.compile(
    r"Cơ quan\b.{0,40}\bcủa\b.{0,60}\b(?:tỉnh|thành phố|TP\.?)\s+"
    r"(?P<place>[^\W\d][^,.;()\d]{2,25})$",
    re.IGNORECASE,
)
_WHOLE_NAME = re.compile(r"(?:trang chủ\s+)?(?:báo|tạp chí|thời báo|đài|cổng)\s", re.IGNORECASE)
_NAME_PARTS = re.compile(r"\s+[-–—|]\s+|[.,;]\s")
_SIGNED = re.compile(r"[.!?…][\"”’)]*\s+[-–—]?\s?([A-ZĐ][A-ZĐ+]{2,7})\.?$")
_LONGEST_NAME_LINE = 140
_LONGEST_IMPRINT = 400
_LEAST_SLUG = 3
# Lines outside the articles whose reading is kept: they recur on an outlet's pages.
_LINES_KEPT = 4096
# What the patterns of `_own_names` can begin with; most lines need no closer look.
_FIRST_LETTERS = frozenset("btcđf©(")


def host_of(url: str | None) -> str | None:
    """Return the host of an address without "www." and port, or None."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def outlet_of_host(host: str | None, lexicon: Lexicon) -> str | None:
    """Return the outlet of a host, also for its sub-domains ("en.nhandan.vn"); the longest wins."""
    while host and "." in host:
        if host in lexicon.domains:
            return lexicon.domains[host]
        host = host.partition(".")[2]
    return None


def outlet_of_site_name(name: str | None, lexicon: Lexicon) -> str | None:
    """Return the outlet that goes by `name` (og:site_name, publisher), or None."""
    if not name:
        return None
    key = line_key(name)
    return lexicon.outlet_names.get(key) or outlet_of_host(host_of(key), lexicon)


def lead_slug(lead: str) -> str | None:
    """Return the agency slug at the head of a lead ("TTTĐ", "Chinhphu.vn"), or None."""
    match = _BRACKETED_SLUG.match(lead) or _SLUG.match(lead)
    return match["slug"] if match else None


def has_slug(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a paragraph begins with the slug of a known outlet, as leads do."""
    slug = lead_slug(text)
    return slug is not None and slug in lexicon.slugs


@dataclass(frozen=True, slots=True)
class ShownOutlet:
    """An outlet that the reference data does not know, as a page's own address shows it."""

    outlet_id: str
    name: str
    domain: str


def outlet_shown(url: str | None, site_name: str | None) -> ShownOutlet | None:
    """Return the outlet that a page's own address tells, named by its site name or its domain."""
    host = host_of(url)
    domain = _EDITION.sub("", host.lower()) if host else ""
    if "." not in domain:
        return None
    return ShownOutlet(slug(domain), (site_name or "").strip() or domain, domain)


def find_outlet(
    *,
    url: str | None,
    site_name: str | None,
    lead: str | None,
    furniture: Sequence[tuple[int, str]],
    lexicon: Lexicon,
    closing: str | None = None,
) -> tuple[str | None, str | None]:
    """Return (outlet id, how it was found), or (None, None) when nothing is certain.

    `closing` is the last paragraph, which some outlets sign; `furniture` are (line number, text) of
    lines outside the article. Evidence in order: address, site name, slug of the lead, signature,
    furniture lines, lines in which an outlet names itself, the site's own domain in its imprint.
    Where lines name others than the slug and not its own, it is the one whose imprint the page has,
    or none.
    """
    known = outlet_of_host(host_of(url), lexicon)
    if known:
        return known, "address of the page"
    known = outlet_of_site_name(site_name, lexicon)
    if known:
        return known, "site name"
    slug = lead_slug(lead) if lead else None
    if slug:
        known = lexicon.slugs.get(slug) or outlet_of_host(host_of(slug.lower()), lexicon)
        if known:
            shown = {outlet for _, outlet, _ in _shown_by(furniture, lexicon)}
            if not shown or known in shown:
                return known, f"lead slug {slug}"
            # A text of another outlet, or links to others: only a line of ownership tells which.
            return _by_lines([one for one in furniture if _OWN_WORDS.search(one[1])], lexicon)
    signed = _SIGNED.search(closing or "")
    if signed and signed[1] in lexicon.slugs:
        return lexicon.slugs[signed[1]], f"slug {signed[1]} behind the text"
    known = _by_own_mark(lead, lexicon) or _by_own_mark(closing, lexicon)
    if known:
        return known, "mark of the outlet in the text"
    return _by_lines(furniture, lexicon)


def _by_lines(
    furniture: Sequence[tuple[int, str]], lexicon: Lexicon
) -> tuple[str | None, str | None]:
    """Return the one outlet that lines outside the article show, with how it is found."""
    found = _shown_by(furniture, lexicon)
    if len({outlet for _, outlet, _ in found}) != 1:
        return None, None
    number, outlet, how = found[0]
    return outlet, f"line {number}: {how}"


def _shown_by(furniture: Sequence[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str, str]]:
    """Return (line number, outlet, how) of the first kind of lines that shows any outlet."""
    for how, find in (
        ("furniture", _by_furniture),
        ("name of the outlet", _by_name),
        ("imprint", _by_imprint),
    ):
        if found := find(furniture, lexicon):
            return [(number, outlet, how) for number, outlet in found]
    return []


def _by_furniture(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    return [
        (number, lexicon.furniture[key])
        for number, text in lines
        if len(text) <= 120 and (key := line_key(text)) in lexicon.furniture
    ]


def _by_own_mark(lead: str | None, lexicon: Lexicon) -> str | None:
    """Read "(TTXVN/Vietnam+)" at either end of a lead: the outlet stands behind its agency."""
    for match in _AGENCY_MARK.finditer(lead or ""):
        known = lexicon.slugs.get(match["outlet"].strip())
        if known:
            return known
    return None


def _by_name(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    """Read lines in which an outlet names itself: "Theo dõi X trên", "Báo X điện tử", "© X"."""
    named = ((number, _named_by(text, lexicon)) for number, text in lines)
    return [(number, outlet) for number, outlet in named if outlet is not None]


def _named_by(text: str, lexicon: Lexicon) -> str | None:
    return _name_in(text, lexicon) if len(text) <= _LONGEST_NAME_LINE else None


@lru_cache(maxsize=_LINES_KEPT)
def _name_in(text: str, lexicon: Lexicon) -> str | None:
    if text[0].lower() not in _FIRST_LETTERS and not text.isupper():
        return None
    mark = _AGENCY_MARK.fullmatch(text)
    if mark:
        return lexicon.slugs.get(mark["outlet"].strip())
    if len(text) >= _LEAST_SLUG and text.isupper() and text in lexicon.slugs:
        return lexicon.slugs[text]
    return next(filter(None, (_shown(name, lexicon) for name in _own_names(text))), None)


def names_outlet(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a line is an outlet naming itself or its publisher, in head or foot."""
    return _ORGAN.match(text) is not None or _named_by(text, lexicon) is not None


def _own_names(text: str) -> list[str]:
    """Return what a line may say the outlet is called, the surest reading first."""
    follow = _FOLLOW.match(text)
    if follow:
        return [follow["name"]]
    names: list[str] = []
    owned = _OWNED.match(text)
    if owned:
        names += [owned["name"], *_NAME_PARTS.split(owned["name"])]
    organ = _ORGAN.match(text)
    if organ:
        names.append(f"Báo {organ['place']}")
    if _WHOLE_NAME.match(text):
        names += [text, _NAME_PARTS.split(text)[0]]
    return names


def _shown(name: str, lexicon: Lexicon) -> str | None:
    key = line_key(name)
    return lexicon.shown_names.get(key) or outlet_of_host(host_of(key), lexicon)


def _by_imprint(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    return [
        (number, outlet)
        for number, text in lines
        if len(text) <= _LONGEST_IMPRINT
        for outlet in _in_imprint(text, lexicon)
    ]


@lru_cache(maxsize=_LINES_KEPT)
def _in_imprint(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    if not _OWN_WORDS.search(text):
        return ()
    hosts = (match[1].lower() for match in _DOMAIN.finditer(text))
    return tuple(filter(None, (outlet_of_host(host, lexicon) for host in hosts)))
