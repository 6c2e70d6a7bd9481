"""The README's queries give exactly the output that it shows.

`python tests/seeds/test_readme.py WAREHOUSE` writes the output of a published file into the README.
"""

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from pipelines.cli.console import rows_table
from warehouse.connection import open_reader

if TYPE_CHECKING:
    from sandbox import Sandbox

README = Path(__file__).parent.parent.parent / "README.md"
PAIR = re.compile(r"```sql\n(?P<query>.+?)\n```\n```text\n(?P<shown>.*?)```", re.DOTALL)


def printed(query: str, warehouse: Path) -> str:
    """Return what `baokho sql` prints, without trailing spaces."""
    with open_reader(warehouse) as reader:
        columns, rows = reader.select(query)
    stream = io.StringIO()
    Console(file=stream, width=200, highlight=False).print(rows_table(columns, rows))
    return "".join(f"{line.rstrip()}\n" for line in stream.getvalue().splitlines())


def test_every_query_prints_what_the_readme_shows(seeds: "Sandbox") -> None:
    pairs = list(PAIR.finditer(README.read_text("utf-8")))
    assert len(pairs) == 5
    for pair in pairs:
        assert printed(pair["query"], seeds.published) == pair["shown"]


def renew(warehouse: Path) -> None:
    """Write the present output into the README."""
    text = PAIR.sub(
        lambda pair: (
            f"```sql\n{pair['query']}\n```\n```text\n{printed(pair['query'], warehouse)}```"
        ),
        README.read_text("utf-8"),
    )
    README.write_text(text, "utf-8")


if __name__ == "__main__":
    renew(Path(sys.argv[1]))
