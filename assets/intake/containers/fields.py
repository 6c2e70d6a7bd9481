"""How exports name the fields of an article: one table from names to what they mean.

Names are compared without case, accents, marks and blanks ("publishedAt", "published_at" and
"Published at" are one). A name that may mean two things is not here, or is marked as unsure.
"""

from functools import cache
from typing import Literal

from assets.language.folding import fold

Meaning = Literal[
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

# "published_unsure" may also be the day of fetching, "outlet_unsure" any kind of source. A "record"
# holds more fields of the same article, "records" is a list of articles, and "crawl" shows that a
# record was made by a crawler, whose bare "date" is the day of fetching.
NAMES: dict[Meaning, str] = {
    "html": """html, raw_html, html_content, content_html, body_html, html_body, page_html,
        page_source, source_code, raw_content, markup, source_html, article_html""",
    "text": """text, body, content, main_text, full_text, plain_text, clean_text, raw_text,
        article_text, article_body, article_content, body_text, content_text, main_content,
        text_content, content_body, nội dung, bài viết, toàn văn""",
    "title": """title, headline, article_title, news_title, page_title, og_title, tiêu đề, tít,
        tên bài""",
    "published": """published, published_at, published_on, published_date, published_time,
        publish_date, publish_time, date_published, date_publish, publication_date,
        publication_time, pub_date, pub_time, pubdate_time, first_published,
        first_published_at, date_posted, posted_at, posted_on, post_date,
        article_published_time, issued_at, ngày đăng, ngày xuất bản, thời gian đăng""",
    "published_unsure": "date, datetime, day, ngày, thời gian",
    "fetched_at": """fetched_at, fetched, fetch_time, fetch_date, date_fetched, crawled_at,
        crawled, crawl_date, crawl_time, crawled_date, date_crawled, scraped_at, scraped,
        scrape_date, scraped_date, date_scraped, download_date, date_download, downloaded_at,
        date_downloaded, retrieved_at, retrieved, retrieval_date, date_retrieved, accessed_at,
        accessed, access_date, captured_at, captured, capture_date, capture_time, saved_at,
        archived_at, warc_date, collected_at, timestamp, ngày thu thập, ngày tải""",
    "url": """url, link, href, uri, page_url, article_url, canonical_url, source_url, web_url,
        original_url, final_url, permalink, warc_target_uri, target_uri, đường dẫn, địa chỉ""",
    "outlet": """outlet, outlet_name, publisher, site_name, newspaper, news_outlet, media_name,
        media_outlet, publication, og_site_name, tòa soạn, tên báo, cơ quan báo chí""",
    "outlet_unsure": "source, source_name, domain, source_domain, site, website, hostname, nguồn",
    "authors": "author, authors, byline, author_name, author_names, tác giả, người viết",
    "record": "metadata, meta, article, page, fields, extra",
    "records": "articles, items, data, results, documents, records, pages, news, entries, docs",
    "crawl": "dump, warc_record_id, warc_filename, warc_headers, file_path, minhash_cluster_size",
}


def normalise(name: str) -> str:
    """Return a field's name as it is compared: folded letters and digits only."""
    return "".join(character for character in fold(name) if character.isalnum())


def holds_fields(name: str) -> bool:
    """Tell whether an object of that name holds more fields of the same article."""
    return name == "_source" or meanings().get(normalise(name), ("text", 0))[0] == "record"


@cache
def meanings() -> dict[str, tuple[Meaning, int]]:
    """Return for each normalised name its meaning and its rank among names of that meaning."""
    table: dict[str, tuple[Meaning, int]] = {}
    for meaning, names in NAMES.items():
        for rank, name in enumerate(names.split(",")):
            table[normalise(name)] = (meaning, rank)
    return table
