"""How fast `search_articles` answers over many articles, against looking through all texts.

The articles are put together from paragraphs of the Vietnamese news sample VNTC (MIT), which is not
part of this repository. Prints how long the index took, its size, and for each question the median
and the slowest answer of a warm connection. Run it on a quiet machine:

    .venv/bin/python -m benchmarks.search_speed --data DIR [--articles 20000] [--runs 15]

DIR holds `vntc-sample.tar.xz`; without it the benchmark says so and stops.
"""

import argparse
import random
import statistics
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from assets.language.folding import fold, nfc
from assets.search.indexing import index_articles, slice_texts
from assets.search.shards import parts_of, postings_of, write_index
from warehouse.connection import Database, open_writer

QUESTIONS = (
    "kinh te",
    "giá vàng",
    "bóng đá",
    "ngan hang",
    "doi ngoai nhan dan",
    "luật sư bào chữa",
    "hop tac huu nghi viet nam",
    "chu tich uy ban nhan dan thanh pho",
    '"hội chữ thập đỏ"',
    '"bộ trưởng" giáo dục',
)
_BATCH = 1000
_PARAGRAPH = 60
_ARTICLE = 4000


def paragraphs(archive: Path) -> list[str]:
    """Return the paragraphs of the sample's texts, in the archive's order."""
    found: list[str] = []
    with tarfile.open(archive) as files:
        for member in files:
            stream = files.extractfile(member) if member.isfile() else None
            if stream is not None:
                text = nfc(stream.read().decode("utf-16", errors="replace"))
                found += [line.strip() for line in text.splitlines() if len(line) > _PARAGRAPH]
    return found


def corpus(pool: list[str], count: int) -> Iterator[pl.DataFrame]:
    """Yield `count` articles of about 4 KB in batches, the same in every run."""
    chosen = random.Random(20)  # noqa: S311 - a corpus, no secret
    for start in range(0, count, _BATCH):
        rows = []
        for number in range(start + 1, min(start + _BATCH, count) + 1):
            lines: list[str] = []
            while sum(map(len, lines)) < _ARTICLE:
                lines.append(chosen.choice(pool))
            text = "\n".join(lines)
            rows.append((number, f"article:{number:08d}", lines[0][:80], text, fold(text)))
        yield pl.DataFrame(
            rows,
            schema={
                "article_no": pl.Int32,
                "article_id": pl.String,
                "title": pl.String,
                "text": pl.String,
                "text_folded": pl.String,
            },
            orient="row",
        ).with_columns(document_id="article_id")


def build(database: Database, batches: Iterator[pl.DataFrame], parts: int, folder: Path) -> float:
    """Index the corpus as a refresh with one process does; return the seconds it took."""
    database.query("CREATE TABLE texts (article_id VARCHAR, text_folded VARCHAR)")
    spent = 0.0
    written = []
    for place, batch in enumerate(batches):
        with database.with_frame("batch", batch):
            database.query("INSERT INTO texts SELECT article_id, text_folded FROM batch")
        started = time.perf_counter()
        shards = write_index(folder, place, parts, index_articles(batch), slice_texts(batch))
        with (
            database.with_frame("pending", batch),
            database.with_frame("given_up", batch.clear()),
        ):
            slices = [shards["slices"]]
            database.run("search/put_in", slices=slices, version="benchmark", limited_version="")
        written.append(shards)
        spent += time.perf_counter() - started
    started = time.perf_counter()
    for part in range(parts):
        postings = [shards[postings_of(part)] for shards in written]
        database.run("search/add_part", postings=postings)
    database.run("search/end_sorting")
    return spent + time.perf_counter() - started


def answer_times(
    connection: duckdb.DuckDBPyConnection, sql: str, question: str, runs: int
) -> list[float]:
    """Return the milliseconds of `runs` answers, after one that warms up."""
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        connection.execute(sql, [question]).fetchall()
        times.append(1000 * (time.perf_counter() - started))
    return times[1:]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    archive = arguments.data / "vntc-sample.tar.xz"
    if not archive.is_file():
        print(f"{archive} is not there: the benchmark needs the VNTC sample", file=sys.stderr)
        sys.exit(2)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "news.duckdb"
        batches = corpus(paragraphs(archive), arguments.articles)
        with open_writer(path) as database:
            seconds = build(database, batches, parts_of(arguments.articles), folder / "shards")
        print(f"{arguments.articles} articles indexed in {seconds:.1f} s")
        print(f"database with index and texts: {path.stat().st_size / 2**20:.0f} MiB\n")
        with duckdb.connect(path, read_only=True) as connection:
            report(connection, arguments.runs)


def report(connection: duckdb.DuckDBPyConnection, runs: int) -> None:
    """Print the answer times of every question and of a scan of all texts."""
    print("| question | median, ms | slowest, ms |\n|---|---|---|")
    medians = []
    for question in QUESTIONS:
        times = answer_times(connection, "FROM search_articles(?)", question, runs)
        medians.append(statistics.median(times))
        print(f"| {question} | {medians[-1]:.1f} | {max(times):.1f} |")
    print(f"| median over the questions | {statistics.median(medians):.1f} | |")
    scan = "SELECT article_id FROM texts WHERE contains(text_folded, ?) LIMIT 10000"
    times = answer_times(connection, scan, "doi ngoai nhan dan", 3)
    print(f"| looking through all texts | {statistics.median(times):.1f} | {max(times):.1f} |")


if __name__ == "__main__":
    main()
