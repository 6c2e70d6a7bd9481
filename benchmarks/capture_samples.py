"""Valid files of every format that is read, each page about a topic of its own.

What `fuzz_readers` mutates and what the tests of intake begin from.
"""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from html import escape

import zstandard
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": lambda data: gzip.compress(data, mtime=0),
    ".zst": zstandard.compress,
}


def address(topic: str) -> str:
    """Return the address of the page about a topic."""
    return f"https://bao-mau.vn/{topic.replace(' ', '-')}.html"


def title(topic: str) -> str:
    """Return the headline of the page about a topic."""
    return f"Bắc Ninh bàn cách giữ gìn {topic}"


def paragraphs(topic: str) -> list[str]:
    """Return the paragraphs of the page about a topic."""
    return [
        f"TTXVN - Sáng 5/6, Ủy ban nhân dân tỉnh Bắc Ninh họp bàn việc giữ gìn {topic} ở các làng"
        " ven sông và ghi nhận ý kiến của bà con.",
        "Phát biểu tại buổi họp, bà Nguyễn Thị Hồng Vân, Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc"
        " Ninh, cho biết tỉnh đã thực hiện Chỉ thị số 31-CT/TW trong ba năm và nhiều nơi đã khôi"
        f" phục được {topic}.",
        "Các đại biểu đề nghị Sở Văn hóa, Thể thao và Du lịch tỉnh Bắc Ninh mở lớp dạy cho thanh"
        f" niên, đồng thời mời nghệ nhân cao tuổi kể lại cách làm {topic} như ông bà đã làm.",
        "Theo kế hoạch, đoàn công tác sẽ thăm thành phố Đà Nẵng vào ngày 12/7/2023 để học hỏi kinh"
        " nghiệm và báo cáo kết quả trước khi mùa lễ hội bắt đầu.",
    ]


def text_page(topic: str) -> str:
    """Return a flattened page with the article."""
    head = ["Văn hóa - Xã hội", "Thứ hai, 05/06/2023 08:15", "", title(topic), ""]
    return "\n".join(head) + "\n" + "\n\n".join(paragraphs(topic)) + "\n"


def html_page(topic: str, *, charset: str = "utf-8", head: str = "") -> str:
    """Return an HTML page with the article."""
    body = "".join(f"<p>{escape(text.strip())}</p>\n" for text in paragraphs(topic))
    return f"""<!DOCTYPE html>
<html lang="vi"><head><meta charset="{charset}"><title>{title(topic)}</title>
<meta property="article:published_time" content="2023-06-05T08:15:00+07:00">{head}</head>
<body><nav><a href="/">Trang chủ</a> <a href="/van-hoa">Văn hóa</a></nav>
<article><h1>{title(topic)}</h1>
{body}</article><footer>Liên hệ quảng cáo</footer></body></html>
"""


def mhtml(topic: str) -> bytes:
    """Return a page with a picture as a browser saves it."""
    message = EmailMessage()
    message["From"] = "<Saved by a browser>"
    message["Snapshot-Content-Location"] = address(topic)
    message["Date"] = "Mon, 05 Jun 2023 10:00:00 +0700"
    message.set_content(html_page(topic), subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<picture@page>")
    return message.as_bytes()


def warc(*topics: str, packed: bool = False) -> bytes:
    """Return a web archive with a request and a response for each topic, and a picture."""
    buffer = io.BytesIO()
    writer = WARCWriter(buffer, gzip=packed)
    dated = {"WARC-Date": "2023-06-05T03:00:00Z"}

    def write(url: str, kind: str, body: bytes, *headers: tuple[str, str]) -> None:
        http = StatusAndHeaders("200 OK", [("Content-Type", kind), *headers], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url, "response", io.BytesIO(body), http_headers=http, warc_headers_dict=dated
        )
        writer.write_record(record)

    writer.write_record(writer.create_warcinfo_record("sample.warc", {"software": "tests"}))
    write("https://bao-mau.vn/logo.png", "image/png", b"\x89PNG\r\n\x1a\n")
    for topic in topics:
        body = html_page(topic).encode()
        zipped = gzip.compress(body, mtime=0)
        write(
            address(topic),
            "text/html; charset=utf-8",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(zipped), zipped),
            ("Content-Encoding", "gzip"),
            ("Transfer-Encoding", "chunked"),
        )
    return buffer.getvalue()


def article(topic: str) -> dict[str, object]:
    """Return the fields of an article as an export names them."""
    return {
        "url": address(topic),
        "headline": title(topic),
        "publishedAt": "2023-06-05T08:15:00+07:00",
        "crawled_at": "2023-06-06T01:00:00Z",
        "author": "Lê Thị Bình",
        "body": "\n\n".join(paragraphs(topic)),
    }


def json_lines(*topics: str) -> bytes:
    """Return articles as JSON Lines."""
    lines = (json.dumps(article(topic), ensure_ascii=False) for topic in topics)
    return "".join(f"{line}\n" for line in lines).encode()


def json_array(*topics: str) -> bytes:
    """Return articles as one JSON array, written over many lines."""
    return json.dumps([article(topic) for topic in topics], ensure_ascii=False, indent=1).encode()


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a ZIP archive of files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def formats(tag: str) -> dict[str, bytes]:
    """Return a file of each format by its name, every page about a topic of its own."""
    return {
        "text.txt": text_page(f"tranh {tag}").encode(),
        "web.html": html_page(f"hát ru {tag}").encode(),
        "web.htm": html_page(f"trống hội {tag}").encode(),
        "web.xhtml": html_page(f"đàn bầu {tag}").encode(),
        "saved.mhtml": mhtml(f"rối nước {tag}"),
        "saved.mht": mhtml(f"ca trù {tag}"),
        "crawl.warc": warc(f"quan họ {tag}", f"chèo cổ {tag}"),
        "export.jsonl": json_lines(f"gốm mộc {tag}", f"lụa tơ {tag}"),
        "export.ndjson": json_lines(f"giấy dó {tag}"),
        "export.json": json_array(f"nón lá {tag}", f"mây tre {tag}"),
    }
