"""HTML pages of older and poorer templates: no metadata, tables, bare divisions, lists behind.

All tell one invented article; `PLAIN_PAGES` maps a layout's name to its page and what it tells.
"""

# ruff: noqa: E501  markup is easier to read in whole elements

import json
from dataclasses import dataclass

TITLE = "Trạm bơm Cống Đá vận hành trở lại sau ba tháng sửa chữa"
LEAD = "Sáng 9/8, trạm bơm Cống Đá ở huyện Thuận Giang vận hành trở lại, kịp tiêu úng cho gần hai nghìn ha lúa mùa."
PARAGRAPHS = (
    "Trạm được xây dựng từ năm 1986, gồm tám tổ máy, trong đó năm tổ đã hỏng trục và không còn phụ tùng thay thế trên thị trường.",
    "Theo ông Ngô Văn Tuyển, Giám đốc Xí nghiệp Thủy lợi Thuận Giang, các thợ máy phải tự tiện lại từng chi tiết theo bản vẽ cũ để kịp mùa mưa.",
    "Trong đợt mưa đầu tháng 8, nước ngoài đồng rút nhanh hơn hẳn mọi năm, bà con các xã vùng trũng không còn phải tát nước suốt đêm.",
    "Huyện đang đề nghị tỉnh cấp vốn xây nhà trạm mới.",
)
MORE = (
    ("Chợ nổi cuối tuần bên bến Lộ hút khách gần xa", "Mỗi sáng chủ nhật có hơn trăm ghe thuyền chở trái cây và bánh quê về họp chợ."),
    ("Câu lạc bộ đờn ca của những người thợ gốm", "Tối thứ bảy nào xưởng gốm cũng rộn tiếng đàn kìm của các ông thợ già."),
    ("Học sinh trường làng chế robot nhặt rác kênh", "Chiếc robot làm từ can nhựa cũ đã đoạt giải ba cuộc thi sáng tạo toàn quốc."),
    ("Đường hoa giấy dài nhất miền hạ nở rộ đón hè", "Người dân hai bên đường góp công trồng từ năm năm trước, nay hoa phủ kín lối."),
)  # fmt: skip
MENU = ("Trang chủ", "Thời sự", "Kinh tế", "Nông nghiệp", "Văn hóa", "Thể thao", "Bạn đọc")


@dataclass(frozen=True)
class PlainPage:
    html: str
    authors: tuple[str, ...] = ()
    published: str | None = "2022-08-09T10:05:00+07:00"
    section: str | None = None


def _page(title: str, body: str, head: str = "") -> str:
    return f'<html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{body}</body></html>'


def _text(tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in PARAGRAPHS)


def _more(name: str, heading: str = "") -> str:
    items = "".join(
        f'<div class="row"><div class="t"><a href="/m{n}.html">{title}</a></div><div class="d">{text}</div></div>'
        for n, (title, text) in enumerate(MORE)
    )
    return f'<div class="{name}">{heading}{items}</div>'


def _tables() -> str:
    menu = "".join(f'<td class="mnu"><a href="/{n}">{word}</a></td>' for n, word in enumerate(MENU))
    body = "".join(f"<tr><td>{text}</td></tr>" for text in PARAGRAPHS)
    return _page(
        "Báo Thuận Giang",
        f'<table width="980"><tr>{menu}</tr></table><table><tr><td class="title"><b>{TITLE}</b></td></tr>'
        f"<tr><td><i>Cập nhật lúc 10:05, 09/08/2022</i></td></tr><tr><td><b>{LEAD}</b></td></tr>{body}"
        '<tr><td align="right"><b>Phan Đình Lộc</b></td></tr></table>'
        f"<table>{''.join(f'<tr><td><a href=/m{n}>{title}</a></td></tr>' for n, (title, _) in enumerate(MORE))}</table>",
    )


def _site_title() -> str:
    return _page(
        "Cổng thông tin huyện Thuận Giang",
        f'<div id="banner"><h1>Cổng thông tin huyện Thuận Giang</h1></div><div class="mainmenu">{"".join(f"<a href=/{w}>{w}</a> " for w in MENU)}</div>'
        f'<div class="content"><h3 class="news-title">{TITLE}</h3><div class="info"><span>09/08/2022 10:05</span></div>'
        f'<p><strong>{LEAD}</strong></p>{_text()}<p style="text-align:right"><strong>Thúy Hà</strong></p></div>',
    )


def _divisions() -> str:
    body = "".join(f"<div>{text}</div>" for text in PARAGRAPHS)
    return _page(
        f"{TITLE} - Báo Thuận Giang",
        f'<div class="wrap"><div class="hd">{"".join(f"<span><a href=/{w}>{w}</a></span>" for w in MENU)}</div>'
        f'<div class="col"><div class="tit">{TITLE}</div><div class="author">Thúy Hà</div><div class="ngay">10:05 - 09/08/2022</div>'
        f'<div class="sum">{LEAD}</div>{body}{_more("more", "<div>Tin cùng chuyên mục</div>")}</div></div>',
    )


def _breadcrumb_data() -> str:
    crumbs = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "item": {"@id": "/", "name": "Trang chủ"}},
            {"@type": "ListItem", "position": 2, "item": {"@id": "/nn", "name": "Nông nghiệp"}},
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(crumbs, ensure_ascii=False)}</script>'
    return _page(
        f"{TITLE} | Thuận Giang Online",
        f"<header>{''.join(f'<a href=/{w}>{w}</a> ' for w in MENU)}</header><article><h1>{TITLE}</h1>"
        f'<div class="meta">Thúy Hà | 09/08/2022 10:05</div><p class="sapo">{LEAD}</p>{_text()}</article>',
        head,
    )


def _tail_without_heading() -> str:
    items = "".join(f"<p><b>{title}</b></p><p>{text}</p>" for title, text in MORE)
    return _page(
        TITLE,
        f'<div class="main"><h1>{TITLE}</h1><p>09/08/2022 10:05</p><p><b>{LEAD}</b></p>{_text()}'
        f'<p align="right"><b>Thúy Hà</b></p><div>{items}</div></div>',
    )


def _inserted() -> str:
    first, second, third, last = PARAGRAPHS
    link = f'<p><a href="/m1.html">&gt;&gt; {MORE[0][0]}</a></p>'
    picture = "<p><img src=a.jpg></p><p><em>Thợ máy kiểm tra tổ bơm số ba của trạm.</em></p>"
    credit = "<table><tr><td><img src=b.jpg></td></tr><tr><td>Trạm bơm Cống Đá. Ảnh: Thúy Hà</td></tr></table>"
    return _page(
        TITLE,
        f"<article><h1>{TITLE}</h1><p>10:05 | 09/08/2022</p><p>{LEAD}</p><p>{first}</p>{link}<p>{second}</p>"
        f"{picture}<p>{third}</p>{credit}<p>{last}</p><p>Thúy Hà</p></article>",
    )


def _site_in_metadata() -> str:
    return _page(
        "Báo Thuận Giang điện tử",
        f'<div class="menu"><a href="/">Trang chủ</a> <a href="/x">Xã hội</a></div><div><h2>{TITLE}</h2><span>09/08/2022 10:05</span>'
        f'<h4>{LEAD}</h4>{_text()}<p style="text-align: right;"><em>Thúy Hà</em></p></div>',
        '<meta property="og:title" content="Báo Thuận Giang điện tử">',
    )


def _deep() -> str:
    inner = f"<h1>{TITLE}</h1><p>09/08/2022 10:05</p><p>{LEAD}</p>{_text()}"
    return _page(TITLE, "<div>" * 400 + inner + "</div>" * 400)


PLAIN_PAGES = {
    "tables": PlainPage(_tables(), ("Phan Đình Lộc",)),
    "site title": PlainPage(_site_title(), ("Thúy Hà",)),
    "divisions": PlainPage(_divisions(), ("Thúy Hà",)),
    "breadcrumb data": PlainPage(_breadcrumb_data(), ("Thúy Hà",), section="Nông nghiệp"),
    "tail without heading": PlainPage(_tail_without_heading(), ("Thúy Hà",)),
    "inserted links and captions": PlainPage(_inserted(), ("Thúy Hà",)),
    "site in metadata": PlainPage(_site_in_metadata(), ("Thúy Hà",), section="Xã hội"),
    "deep": PlainPage(_deep()),
}
