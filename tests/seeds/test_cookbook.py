"""The cookbook's queries give exactly the output that it shows.

`python tests/seeds/test_cookbook.py WAREHOUSE` writes the output of a published file of the seeds
into docs/cookbook.md.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from test_readme import PAIR, printed

if TYPE_CHECKING:
    from sandbox import Sandbox

COOKBOOK = Path(__file__).parent.parent.parent / "docs" / "cookbook.md"


def test_every_query_prints_what_the_cookbook_shows(seeds: "Sandbox") -> None:
    pairs = list(PAIR.finditer(COOKBOOK.read_text("utf-8")))
    assert len(pairs) >= 15
    stale = [
        pair["query"] for pair in pairs if printed(pair["query"], seeds.published) != pair["shown"]
    ]
    assert stale == []


def renew(warehouse: Path) -> None:
    """Write the present output into the cookbook."""
    text = PAIR.sub(
        lambda pair: (
            f"```sql\n{pair['query']}\n```\n```text\n{printed(pair['query'], warehouse)}```"
        ),
        COOKBOOK.read_text("utf-8"),
    )
    COOKBOOK.write_text(text, "utf-8")


if __name__ == "__main__":
    renew(Path(sys.argv[1]))
