"""HTML pages in the layouts of Vietnamese outlets, all with one invented article.

The frames (elements, class names, order, furniture) follow what outlets use; every sentence is made
up. `PAGES` maps a layout's name to its page.
"""

# ruff: noqa: E501  markup is easier to read in whole elements

import json
from dataclasses import dataclass

TITLE = "Huyện đảo Vân Phong khánh thành bến cá và khu hậu cần nghề biển"
LEAD = (
    "Sáng 12/3, Ủy ban nhân dân huyện Vân Phong tổ chức lễ khánh thành bến cá Bãi Nồm cùng khu hậu"
    " cần nghề biển phục vụ hơn bốn trăm tàu của ngư dân trong vùng."
)
PARAGRAPHS = (
    "Phát biểu tại buổi lễ, ông Trần Quốc Khải, Chủ tịch Ủy ban nhân dân huyện, cho biết công trình"
    " được khởi công từ năm 2021, sau nhiều lần phải tạm dừng vì bão và thiếu vật liệu.",
    "Bến cá có chiều dài một trăm tám mươi mét, tiếp nhận cùng lúc sáu mươi tàu công suất lớn; kèm"
    " theo là kho lạnh, xưởng sửa chữa máy và nơi nghỉ cho thuyền viên.",
    "Bà con phấn khởi",
    "“Trước đây mỗi lần bán cá chúng tôi phải chạy thêm ba giờ vào đất liền, nay chỉ mất hai mươi"
    " phút”, chị Lê Thị Sương, chủ một tàu câu mực, nói.",
    "Theo kế hoạch, từ quý III năm nay huyện sẽ mở thêm tuyến vận chuyển cá tươi đi Nha Trang, dự"
    " kiến mỗi ngày hai chuyến.",
)
CAPTION = "Tàu thuyền vào bến Bãi Nồm trong ngày khánh thành. Ảnh: Minh Tú"
RELATED = (
    "Ngư dân Hòn Sơn được mùa cá cơm sau ba tháng biển động",
    "Khánh Hòa lấy ý kiến về quy hoạch các cảng cá đến năm 2030",
    "Tập huấn an toàn trên biển cho ba trăm thuyền trưởng tàu cá",
)
TEASER_LEAD = (
    "Sau ba tháng biển động, những ghe cá cơm đầu tiên của Hòn Sơn đã cập bến trong niềm vui của"
    " hàng trăm gia đình làm nghề chài lưới nơi đây."
)
TAGS = ("bến cá", "Vân Phong", "hậu cần nghề biển")
COMMENTS = (
    "Chúc mừng bà con, mong cảng sớm có thêm kho lạnh để giá cá ổn định hơn mỗi khi vào vụ.",
    "Đường ra cảng còn hẹp quá, đề nghị huyện mở rộng sớm cho xe đông lạnh đi lại dễ dàng.",
)


@dataclass(frozen=True)
class Layout:
    html: str
    url: str | None = None
    has_lead: bool = True
    authors: tuple[str, ...] = ("Hoàng Lam",)
    published: str | None = "2024-03-12T09:15:00+07:00"
    precision: str | None = "minute"
    section: str | None = "Thời sự"
    outlet: str | None = None


def _page(head: str, body: str, lang: str = "vi") -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8">{head}</head>'
        f"<body>{body}</body></html>"
    )


def _og(site: str, url: str, *extra: str) -> str:
    return (
        f'<meta property="og:title" content="{TITLE}">'
        f'<meta property="og:description" content="{LEAD}">'
        f'<meta property="og:type" content="article"><meta property="og:site_name" content="{site}">'
        f'<meta property="og:url" content="{url}"><link rel="canonical" href="{url}">'
        + "".join(extra)
    )


def _json_ld(**values: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **values}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def _menu(tag: str = "nav", name: str = "main-nav") -> str:
    names = ("Trang chủ", "Thời sự", "Kinh tế", "Đời sống", "Thể thao", "Giải trí", "Pháp luật")
    links = "".join(f'<li><a href="/{number}">{text}</a></li>' for number, text in enumerate(names))
    return f'<{tag} class="{name}"><ul>{links}</ul></{tag}>'


def _links(name: str, heading: str = "Tin liên quan", element: str = "div") -> str:
    items = "".join(f'<li><a href="/t{n}.html">{text}</a></li>' for n, text in enumerate(RELATED))
    return f'<{element} class="{name}"><h3>{heading}</h3><ul>{items}</ul></{element}>'


def _teasers(name: str) -> str:
    return f'<div class="{name}">' + "".join(
        f'<article><a href="/x{n}.html"><img src="/i.jpg" alt="{text}"></a>'
        f'<h3><a href="/x{n}.html">{text}</a></h3><p class="sapo">{TEASER_LEAD}</p></article>'
        for n, text in enumerate(RELATED)
    ) + "</div>"  # fmt: skip


def _paragraphs(attributes: str = "", heading: str = "h3") -> str:
    first, second, title, quote, last = PARAGRAPHS
    return (
        f"<p{attributes}>{first}</p><p{attributes}>{second}</p><{heading}>{title}</{heading}>"
        f"<p{attributes}>{quote}</p><p{attributes}>{last}</p>"
    )


def _with_figure(figure: str, attributes: str = "", heading: str = "h3") -> str:
    first, rest = _paragraphs(attributes, heading).split("</p>", 1)
    return f"{first}</p>{figure}{rest}"


def _figure(name: str = "") -> str:
    return (
        f'<figure class="{name}"><img src="/a.jpg" alt="{TITLE}"><figcaption>{CAPTION}</figcaption>'
        "</figure>"
    )


_TAGS = '<div class="tags"><strong>Tag:</strong>' + "".join(
    f'<a href="/tag/{text}">{text}</a>' for text in TAGS
) + "</div>"  # fmt: skip
_COMMENT_BOX = (
    '<div id="box_comment" class="comment-box"><h3>Ý kiến bạn đọc</h3>'
    + "".join(f'<div class="comment-item"><p>{text}</p><a>Thích</a></div>' for text in COMMENTS)
    + "</div>"
)
_FOOTER = (
    '<footer class="footer"><p>Cơ quan chủ quản: Hội Nghề cá. Tổng biên tập: Phan Đình Quý. Giấy'
    " phép số 15/GP-BTTTT cấp ngày 20/01/2020.</p><p>© 2024 Bản quyền thuộc về tòa soạn.</p></footer>"
)
_CLOCK = '<div class="header-top"><span class="time-now">Thứ sáu, 17/10/2025 08:30</span></div>'

PAGES: dict[str, Layout] = {
    # One column of p.Normal, description above, author right-aligned at the end.
    "express": Layout(
        _page(
            f"<title>{TITLE} - Báo Biển Xanh</title>"
            + _og("Báo Biển Xanh", "https://bienxanh.example.vn/ben-ca-4721.html")
            + '<meta name="pubdate" content="2024-03-12T09:15:00+07:00">'
            + '<meta property="article:section" content="Thời sự">',
            f'{_CLOCK}{_menu()}<section class="section page-detail"><div class="sidebar-1">'
            '<div class="header-content"><ul class="breadcrumb"><li><a href="/">Thời sự</a></li></ul>'
            '<span class="date">Thứ ba, 12/3/2024, 09:15 (GMT+7)</span></div>'
            f'<h1 class="title-detail">{TITLE}</h1><p class="description">{LEAD}</p>'
            f'<article class="fck_detail">{_with_figure(_figure("tplCaption"), " class=Normal")}'
            '<p class="Normal" style="text-align:right;"><strong>Hoàng Lam</strong></p></article>'
            f'{_TAGS}{_COMMENT_BOX}</div><div class="sidebar-2">{_teasers("box-category")}</div>'
            f"</section>{_FOOTER}",
        ),
        url="https://bienxanh.example.vn/ben-ca-4721.html",
        outlet="bien-xanh",
    ),
    # Summary in an h2 of its own, JSON-LD by the content system, captions in a named paragraph.
    "youth": Layout(
        _page(
            f"<title>{TITLE}</title>"
            + _og("Báo Sóng Trẻ", "https://songtre.example.vn/ben-ca-20240312091500.htm")
            + _json_ld(
                datePublished="2024-03-12T09:15:00+07:00",
                dateModified="2024-03-13T07:00:00+07:00",
                author={"@type": "Person", "name": "Hoàng Lam"},
                publisher={"@type": "Organization", "name": "Báo Sóng Trẻ"},
                articleSection="Thời sự",
            ),
            f'{_menu("div", "header__nav")}<div class="detail__main"><div class="detail-top">'
            '<a class="detail-cate" href="/thoi-su.htm">Thời sự</a>'
            '<div data-role="publishdate" class="detail-time">12/03/2024 09:15 GMT+7</div></div>'
            f'<h1 class="detail-title article-title">{TITLE}</h1>'
            f'<h2 class="detail-sapo">{LEAD}</h2><div class="detail-cmain"><div class="detail-content">'
            + _with_figure(
                '<figure class="VCSortableInPreviewMode"><div><img src="/a.jpg" alt="Bến cá"></div>'
                f'<figcaption class="PhotoCMS_Caption"><p>{CAPTION}</p></figcaption></figure>'
                + _links("VCSortableInPreviewMode relate-container")
            )
            + f'</div></div><div class="detail-author-bot">{_TAGS}</div>{_COMMENT_BOX}</div>'
            f"{_teasers('box-related-news')}{_FOOTER}",
        ),
        outlet="song-tre",
    ),
    # Author box above the summary, time in an element, body in div.singular-content.
    "people": Layout(
        _page(
            f"<title>{TITLE} | Báo Dân Chài</title>"
            + _og("Dân Chài", "https://danchai.example.vn/a.htm"),
            f'{_menu()}<main><article class="singular-container"><ul class="dt-breadcrumb breadcrumb">'
            f'<li><a href="/">Trang chủ</a></li><li><a href="/ts">Thời sự</a></li></ul>'
            f'<h1 class="title-page detail">{TITLE}</h1><div class="author-wrap">'
            '<div class="author-name"><a href="/tac-gia/hl"><b>Hoàng Lam</b></a></div>'
            '<time class="author-time" datetime="2024-03-12 09:15">Thứ ba, 12/03/2024 - 09:15</time>'
            f'</div><h2 class="singular-sapo">{LEAD}</h2><div class="singular-content">'
            f"{_with_figure(_figure('image align-center'))}</div></article></main>"
            f"{_links('article-related')}{_FOOTER}",
        ),
        outlet="dan-chai",
    ),
    # Many provincial papers: article__title, article__meta, article__sapo, article__body.
    "provincial": Layout(
        _page(
            f"<title>{TITLE}</title>"
            + _og(
                "Báo Duyên Hải điện tử",
                "https://baoduyenhai.example.vn/ben-ca-post48210.html",
                '<meta property="article:published_time" content="2024-03-12T09:15:00+0700">',
                '<meta property="article:section" content="Thời sự">',
                '<meta property="article:author" content="https://www.facebook.com/baoduyenhai">',
            ),
            f'<header class="site-header">{_CLOCK}{_menu()}</header><div class="site-content">'
            f'<div class="main-col"><div class="article"><h1 class="article__title cms-title">{TITLE}'
            '</h1><div class="article__meta"><div class="article__author"><span class="name cms-author">'
            'Hoàng Lam</span></div><time class="time" datetime="2024-03-12T09:15:00+0700">12/03/2024'
            f' 09:15</time></div><div class="article__sapo cms-desc">{LEAD}</div>'
            '<div class="article__body zce-content-body cms-body">'
            + _with_figure(
                f'<table class="picture"><tr><td class="pic"><img src="/a.jpg" alt=""></td></tr>'
                f'<tr><td class="caption"><p>{CAPTION}</p></td></tr></table>'
            )
            + f"</div>{_TAGS}</div>{_links('box-content article-relation', 'Tin cùng chuyên mục')}"
            f'</div><div class="sidebar">{_teasers("story-list")}</div></div>{_FOOTER}',
        ),
        outlet="duyen-hai",
    ),
    # An older portal: lead in a bold paragraph of its own box, related links amid the text.
    "old_portal": Layout(
        _page(
            f"<title>Mạng Tin Biển - {TITLE}</title><meta name='description' content='{LEAD}'>",
            f'{_menu("div", "menu")}<div id="ArticleHolder"><div class="ArticleDateBox">'
            '<span class="ArticleDate">12/03/2024 09:15 GMT+7</span></div>'
            f'<div class="ArticleDetail"><h1 class="title">{TITLE}</h1>'
            f'<div class="bold ArticleLead"><p>- {LEAD}</p></div><div class="ArticleContent">'
            + _with_figure(_links("article-relate"), heading="p")
            + f"<p><strong>Hoàng Lam</strong></p></div></div></div>{_links('box-other', 'Tin khác')}"
            f"{_FOOTER}",
        ),
        section=None,
    ),
    # Uppercase class names, author beneath the headline, sapoc.
    "young_generation": Layout(
        _page(
            f"<title>{TITLE} | Báo Tuổi Biển</title>"
            + _og("Báo Tuổi Biển", "https://tuoibien.example.vn/post1424.html")
            + '<meta itemprop="datePublished" content="2024-03-12T02:15:00Z">',
            f'{_menu()}<div class="details"><h1 class="details__headline">{TITLE}</h1>'
            '<div class="details__author"><h4><a href="/tg">Hoàng Lam</a></h4></div>'
            '<div class="details__meta"><div class="meta"><time>09:15 - 12/03/2024</time></div></div>'
            f'<div class="sapo"><div class="sapoc"><p>{LEAD}</p></div></div>'
            f'<div class="details__content"><div class="detail">{_with_figure(_figure())}</div></div>'
            f'<div class="details__tags">{_TAGS}</div></div>{_COMMENT_BOX}{_FOOTER}',
        ),
        published="2024-03-12T02:15:00+00:00",
        section=None,
        outlet="tuoi-bien",
    ),
    # A radio station: summary, player, body in div.article-content; author under the body.
    "radio": Layout(
        _page(
            f"<title>{TITLE}</title>"
            + _og("Đài Tiếng Sóng", "https://tiengsong.example.vn/ben-ca.vov")
            + _json_ld(
                datePublished="2024-03-12T09:15:00+07:00",
                author=[{"@type": "Organization", "name": "Đài Tiếng Sóng"}],
                publisher={"@id": "https://tiengsong.example.vn/#org"},
            ),
            f'{_menu()}<div class="row article-header"><h1 class="article-title mb-0">{TITLE}</h1>'
            '<p class="article-date">Thứ Ba, 09:15, 12/03/2024</p>'
            f'<div class="article-summary"><b>[TS] - {LEAD}</b></div></div>'
            '<audio controls src="/a.mp3">Trình duyệt không hỗ trợ.</audio>'
            f'<div class="article-content"><div class="text-long">{_with_figure(_figure())}</div></div>'
            '<div class="article-author"><a href="/tg">Hoàng Lam</a>/Đài Tiếng Sóng</div>'
            f"{_teasers('article-related')}{_FOOTER}",
        ),
        section=None,
        outlet="tieng-song",
    ),
    # Hand-made provincial portal: tables, no metadata at all, font elements, no h1.
    "tables": Layout(
        f"<html><head><title>{TITLE} - Cổng thông tin huyện</title></head><body><table><tr><td>"
        + _menu("div", "menutop")
        + f'</td></tr><tr><td><p class="tieude"><b>{TITLE}</b></p><p><i>(12/03/2024 09:15)</i></p>'
        f"<p><strong>{LEAD}</strong></p>"
        + "".join(f'<p><font face="Arial">{text}</font></p>' for text in PARAGRAPHS)
        + f'<p align="right"><b>Hoàng Lam</b></p></td></tr></table>{_FOOTER}</body></html>',
        section=None,
    ),
    # Broken JSON-LD, entities, a graph with the author by reference is in another test.
    "army": Layout(
        _page(
            f"<title>{TITLE} - Báo Hải Quân</title>"
            + _og("Báo Hải Quân", "https://haiquan.example.vn/tin/ben-ca-7731")
            + '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
            + TITLE
            + '","datePublished":"2024-03-12T09:15:00+07:00","author":{"@type":"Person",'
            '"name":"Hoàng Lam"},"description":"Ông nói "thế này" là hỏng",}</script>',
            f'{_menu()}<div class="detail-post"><ol class="breadcrumb"><li>Thời sự</li></ol>'
            f'<h1 class="post-title">{TITLE}</h1><span class="post-subinfo">Thứ ba, 12/03/2024 - 09:15'
            f'</span><div class="post-summary"><p>{LEAD}</p></div><div class="post-content">'
            f"{_with_figure(_figure())}</div></div>{_links('related-news')}{_FOOTER}",
        ),
        outlet="hai-quan",
    ),
    # A capital's daily: summary with slug inside the body, table captions, "Đọc thêm" blocks.
    "capital": Layout(
        _page(
            f"<title>{TITLE}</title>"
            + _og("Kinh Kỳ", "https://kinhky.example.vn/ben-ca-173642.html")
            + '<meta name="author" content="Báo Kinh Kỳ">',
            f'{_menu()}<div class="article-detail"><h1 class="article-detail-title f0">{TITLE}</h1>'
            '<div class="f0 clearfix mb20"><a class="cat-name" href="/ts">Thời sự</a>'
            '<span class="format_time">09:15</span> <span class="format_date">12/03/2024</span></div>'
            f'<div class="article-detail-desc f0"><strong>{LEAD}</strong></div>'
            f'<div class="item-content article-content">{_with_figure(_figure())}'
            f'<p style="text-align:right"><strong>Hoàng Lam</strong></p></div></div>'
            f'<div class="article-bottom"><h3>Đọc thêm</h3>{_teasers("story-bottom")}</div>{_FOOTER}',
        ),
        section=None,
        outlet="kinh-ky",
    ),
}
