"""HTML pages with hardly any markup to hold on to: breaks, `font`, cells, AMP, print, data only.

All tell one invented article; `BARE_PAGES` maps a layout's name to its page and what it tells.
"""

# ruff: noqa: E501  markup is easier to read in whole elements

import json
from dataclasses import dataclass

TITLE = "Xưởng gốm Bàu Sen nhóm lại lò sau mười hai năm tắt lửa"
LEAD = "Rạng sáng 14/5, mẻ gốm đầu tiên của xưởng Bàu Sen ra lò, mở lại nghề mà làng ven sông Trà Cú tưởng đã mất từ năm 2009."
PARAGRAPHS = (
    "Lò nung dài mười tám mét được đắp lại trên nền cũ, dùng củi bạch đàn và trấu thay cho than đá như trước.",
    "Bà Đoàn Thị Khuê, 71 tuổi, người thợ cuối cùng còn nhớ công thức men tro, đứng canh lửa suốt ba đêm liền cùng lớp học trò mới.",
    "“Lửa phải nghe bằng tai trước khi nhìn bằng mắt, nôn nóng là hỏng cả lò”, bà Khuê nói.",
    "Theo phòng Kinh tế huyện Trà Cú, mười bốn hộ đã đăng ký học nghề, mỗi hộ được vay ba mươi triệu đồng không lãi trong hai năm.",
    "Mẻ tiếp theo dự kiến ra lò vào cuối tháng 6.",
)
CAPTION = "Bà Khuê kiểm tra men trước khi đóng cửa lò. Ảnh: Vũ Hải Đường"
AUTHOR = "Vũ Hải Đường"
MORE = (
    "Chuyến phà cuối trên bến Cổ Cò trước ngày thông cầu",
    "Vườn chim Láng Tròn vào mùa làm tổ sớm hơn mọi năm",
    "Thầy giáo già dạy chữ Khmer miễn phí bên gốc sao",
    "Làng chiếu Cà Hom tất bật đơn hàng cuối vụ",
)
MENU = ("Trang chủ", "Thời sự", "Kinh tế", "Văn hóa", "Thể thao", "Pháp luật", "Bạn đọc")


@dataclass(frozen=True)
class BarePage:
    """A page with what it tells; `caption` is False where it shows none."""

    html: str
    authors: tuple[str, ...] = (AUTHOR,)
    published: str | None = "2021-05-14T07:20:00+07:00"
    caption: bool = False


def _html(body: str, title: str = TITLE, head: str = "", attributes: str = "") -> str:
    return f"<html{attributes}><head><meta charset=utf-8><title>{title}</title>{head}</head><body>{body}</body></html>"


def _links(separator: str = " | ") -> str:
    return separator.join(f'<a href="/{n}">{word}</a>' for n, word in enumerate(MENU))


def _more(separator: str = "<br>") -> str:
    return separator.join(f'<a href="/m{n}.htm">{title}</a>' for n, title in enumerate(MORE))


def _breaks() -> str:
    text = "<br><br>".join((LEAD, *PARAGRAPHS))
    return _html(
        f"<div>{_links()}</div><div><b>{TITLE}</b><br>14/05/2021 07:20<br><br>{text}<br><br><b>{AUTHOR}</b></div>"
        f"<div>{_more()}</div><div>© Báo Trà Cú. Tòa soạn: 12 Bạch Đằng. Điện thoại: 0294 111 222</div>"
    )


def _fonts() -> str:
    text = "".join(f"<br><font face=Arial size=2>{part}</font><br>" for part in PARAGRAPHS)
    picture = f"<table width=300 align=center><tr><td><img src=lo.jpg></td></tr><tr><td><font size=1><i>{CAPTION}</i></font></td></tr></table>"
    return _html(
        f"<center><font size=1>{_links()}</font></center><table width=100%><tr><td width=160><font size=2>{_more()}</font></td>"
        f"<td><font size=4 color=navy><b>{TITLE}</b></font><br><font size=1>Thứ sáu, 14/05/2021, 07:20 GMT+7</font><br><br>"
        f"<font face=Arial size=2><b>{LEAD}</b></font>{picture}{text}<div align=right><font size=2><b>{AUTHOR}</b></font></div></td></tr></table>",
        title="Báo Trà Cú điện tử",
    )


def _nested_tables() -> str:
    rows = "".join(f"<tr><td>{part}</td></tr>" for part in (LEAD, *PARAGRAPHS))
    return _html(
        f"<table><tr>{''.join(f'<td><a href=/{n}>{word}</a></td>' for n, word in enumerate(MENU))}</tr></table>"
        f"<table><tr><td><table><tr><td><b>{TITLE}</b></td></tr><tr><td>Ngày đăng: 14/05/2021 07:20</td></tr>{rows}"
        f"<tr><td><i>{AUTHOR}</i></td></tr></table></td><td><table>{''.join(f'<tr><td><a href=/m{n}>{t}</a></td></tr>' for n, t in enumerate(MORE))}</table></td></tr></table>"
    )


def _spans() -> str:
    text = "".join(f"<div><span>{part}</span></div>" for part in PARAGRAPHS)
    return _html(
        f"<div><div><span>{_links('</span><span>')}</span></div><div><div><span>{TITLE}</span></div><div><span>14/05/2021</span> <span>07:20</span></div>"
        f"<div><span><strong>{LEAD}</strong></span></div>{text}<div><span>{AUTHOR}</span></div></div><div>{_more('</div><div>')}</div></div>"
    )


def _amp() -> str:
    text = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    data = {
        "@context": "http://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2021-05-14T07:20:00+07:00",
        "author": {"@type": "Person", "name": AUTHOR},
    }
    return _html(
        f"<amp-sidebar id=s><ul><li>{_links('</li><li>')}</li></ul></amp-sidebar><header><a href=/>Báo Trà Cú</a></header><main><h1>{TITLE}</h1><time>14/05/2021 07:20</time><p class=sapo>{LEAD}</p>"
        f"<figure><amp-img src=a.jpg alt='{CAPTION}'></amp-img><figcaption>{CAPTION}</figcaption></figure>{text}<p class=author>{AUTHOR}</p></main>"
        f"<section><h3>Tin liên quan</h3><ul><li>{_more('</li><li>')}</li></ul></section>",
        head=f"<style amp-boilerplate>body{{visibility:hidden}}</style><script type=application/ld+json>{json.dumps(data, ensure_ascii=False)}</script>",
        attributes=" amp lang=vi",
    )


def _data_only() -> str:
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "description": LEAD,
        "datePublished": "2021-05-14T07:20:00+07:00",
        "author": [{"@type": "Person", "name": AUTHOR}],
        "articleBody": "\n\n".join((LEAD, *PARAGRAPHS)),
    }
    return _html(
        f'<div id="app"><div class="loading">Đang tải…</div></div><div>{_links()}</div>',
        head=f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>',
    )


def _print() -> str:
    text = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    return _html(
        f'<div>Báo Trà Cú điện tử</div><div>http://baotracu.example.vn/van-hoa/xuong-gom-1204.html</div><h2>{TITLE}</h2><div>14/05/2021 07:20</div><p><b>{LEAD}</b></p>{text}<p align="right">{AUTHOR}</p>'
        '<a href="javascript:window.print()">In trang này</a> <a href="javascript:window.close()">Đóng cửa sổ</a>',
        title="Bản in",
    )


def _mobile() -> str:
    text = "".join(f"<div class=p>{part}</div>" for part in PARAGRAPHS)
    return _html(
        f'<div class="top"><a href="/">Báo Trà Cú</a></div><div class="ct"><div class="t1">{TITLE}</div><div class="tm">07:20 14/05/2021</div><div class="sp">{LEAD}</div>'
        f'<div class="img"><img src="a.jpg"></div><div class="cap">{CAPTION}</div>{text}<div class="au">{AUTHOR}</div></div><div class="bx">{"".join(f"<div><a href=/m{n}>{t}</a></div>" for n, t in enumerate(MORE))}</div>',
        title=f"{TITLE} - Báo Trà Cú",
    )


def _paragraph_breaks() -> str:
    text = "<br/>".join(PARAGRAPHS)
    return _html(
        f"<ul><li>{_links('</li><li>')}</li></ul><h3>{TITLE}</h3><i>(14/05/2021 07:20)</i><p>{LEAD}</p><p>{text}</p><p><b>{AUTHOR}</b></p><hr><b>Các tin khác</b><ul><li>{_more('</li><li>')}</li></ul>"
    )


def _aspx() -> str:
    text = "".join(
        f'<P style="TEXT-ALIGN: justify" class=MsoNormal><SPAN style="FONT-SIZE: 12pt">{part}</SPAN></P>'
        for part in PARAGRAPHS
    )
    return _html(
        f'<form action="./view.aspx" id="aspnetForm"><div id="ctl00_menu">{_links()}</div><span id="ctl00_lblTitle">{TITLE}</span><br><span id="ctl00_lblDate">14/05/2021 07:20</span>'
        f'<div id="ctl00_lblHead"><b>{LEAD}</b></div><div id="ctl00_lblBody">{text}<P style="TEXT-ALIGN: right"><STRONG>{AUTHOR}</STRONG></P></div><div id="ctl00_other">{_more("</div><div>")}</div></form>',
        title="Trang thông tin điện tử huyện Trà Cú",
    )


def _hidden_wrapper() -> str:
    text = "".join(f"<p>{part}</p>" for part in PARAGRAPHS)
    return _html(
        f'<div class="wrapper has-sidebar popular-news"><div>{_links()}</div><h1>{TITLE}</h1><div class="date">14/05/2021 07:20</div><p>{LEAD}</p>{text}<p class="author">{AUTHOR}</p></div>'
    )


def _plain_text() -> str:
    text = "\n\n".join((TITLE, "14/05/2021 07:20", LEAD, *PARAGRAPHS, AUTHOR))
    return _html(f"<pre>{text}</pre>", title="")


def _definition_list() -> str:
    text = "".join(f"<dd>{part}</dd>" for part in (LEAD, *PARAGRAPHS))
    return _html(
        f"<div>{_links()}</div><dl><dt>{TITLE}</dt><dd>14/05/2021 07:20</dd>{text}<dd><b>{AUTHOR}</b></dd></dl><div>{_more()}</div>"
    )


BARE_PAGES = {
    "breaks": BarePage(_breaks()),
    "fonts": BarePage(_fonts(), caption=True),
    "nested tables": BarePage(_nested_tables()),
    "spans": BarePage(_spans()),
    "amp": BarePage(_amp(), caption=True),
    "data only": BarePage(_data_only()),
    "print": BarePage(_print()),
    "mobile": BarePage(_mobile(), caption=True),
    "breaks in a paragraph": BarePage(_paragraph_breaks()),
    "aspx": BarePage(_aspx()),
    "wrapper named after its sidebar": BarePage(_hidden_wrapper()),
    "preformatted": BarePage(_plain_text()),
    "definition list": BarePage(_definition_list()),
}
