"""Which outlet published a page: from its address, its site name, its lead slug, its furniture.

Only what is certain counts: two outlets named by equally good evidence give none. The outlets
themselves are reference data.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from assets.extraction.lexicon import Lexicon, line_key
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
) -> tuple[str | None, str | None]:
    """Return (outlet id, how it was found), or (None, None) when nothing is certain.

    `furniture` are (line number, text) of lines outside the article. Evidence in order: address,
    site name, slug of the lead, furniture lines, the site's own domain in its imprint.
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
            return known, f"lead slug {slug}"
    for how, found in (
        ("furniture", _by_furniture(furniture, lexicon)),
        ("imprint", _by_imprint(furniture, lexicon)),
    ):
        outlets = {outlet for _, outlet in found}
        if len(outlets) == 1:
            return found[0][1], f"line {found[0][0]}: {how}"
        if outlets:
            return None, None
    return None, None


def _by_furniture(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    return [
        (number, lexicon.furniture[key])
        for number, text in lines
        if len(text) <= 120 and (key := line_key(text)) in lexicon.furniture
    ]


def _by_imprint(lines: Iterable[tuple[int, str]], lexicon: Lexicon) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for number, text in lines:
        if len(text) > 400 or not _OWN_WORDS.search(text):
            continue
        for match in _DOMAIN.finditer(text):
            outlet = outlet_of_host(match[1].lower(), lexicon)
            if outlet:
                found.append((number, outlet))
    return found
