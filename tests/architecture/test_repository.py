"""What holds for every file of the repository."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_PROJECT = Path(__file__).parents[2]
# Written out of pieces, so that this file does not hold what it looks for.
_REGISTRY_HOSTS = (
    "pypi" + ".org",
    "files." + "pythonhosted" + ".org",
    "index-url" + " http",
    "registry." + "npmjs" + ".org",
    "proxy." + "golang" + ".org",
)
_FOREIGN_PATHS = re.compile(r"(?<![\w.:/-])/(?:work|root|home|Users)/(?=\w)")
_SQL = re.compile(
    r"\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM"
    r"|CREATE\s+(?:OR\s+REPLACE\s+)?(?:TABLE|VIEW)|ATTACH\s+'|COPY\s+\S+\s+(?:TO|FROM))\b",
    re.IGNORECASE | re.DOTALL,
)
_OWN_CODE = ("assets", "pipelines", "warehouse", "benchmarks")
# Tables of test cases may be longer than code.
_LINES_AT_MOST = {"tests": 400}
_LINES_AT_MOST_ELSEWHERE = 350


@cache
def committed_files() -> tuple[Path, ...]:
    """Return the files that are committed or would be (everything that is not ignored)."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=_PROJECT, capture_output=True, check=False)
    if listed.returncode != 0:
        pytest.skip("git cannot list the files: no checkout")
    names = [name for name in listed.stdout.decode().split("\0") if name]
    return tuple(_PROJECT / name for name in names if (_PROJECT / name).is_file())


def texts() -> Iterator[tuple[Path, str]]:
    """Yield the committed text files with their text."""
    for path in committed_files():
        data = path.read_bytes()
        if b"\0" not in data:
            yield path.relative_to(_PROJECT), data.decode("utf-8", "replace")


def python_files(*rooms: str) -> list[Path]:
    return [
        path
        for path in committed_files()
        if path.suffix == ".py" and (not rooms or path.relative_to(_PROJECT).parts[0] in rooms)
    ]


def test_no_address_of_a_package_registry() -> None:
    found = [
        (str(path), host) for path, text in texts() for host in _REGISTRY_HOSTS if host in text
    ]
    assert found == []


def test_no_path_of_one_machine() -> None:
    found = [
        (str(path), match.group())
        for path, text in texts()
        if path.parts[0] != "seeds"
        for match in _FOREIGN_PATHS.finditer(text)
    ]
    assert found == []


def test_lock_pins_every_package_with_hashes() -> None:
    for name in ("requirements.lock", "requirements-uv.lock"):
        blocks = re.split(r"\n(?=\S)", (_PROJECT / name).read_text(encoding="utf-8"))
        packages = [block for block in blocks if not block.startswith(("#", "-")) and block.strip()]
        assert packages
        for block in packages:
            assert re.match(r"[\w.\[\]-]+==\S+", block), block[:80]
            assert "--hash=sha256:" in block, block[:80]


def test_no_sql_is_put_together_from_pieces() -> None:
    """Values go into SQL as parameters; names of tables come from `.sql` files."""
    found = []
    for path in python_files(*_OWN_CODE):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                fixed = "?".join(
                    part.value for part in node.values if isinstance(part, ast.Constant)
                )
                if _SQL.search(fixed):
                    found.append(f"{path.relative_to(_PROJECT)}:{node.lineno}")
    assert found == []


def test_sql_in_strings_would_be_found() -> None:
    assert _SQL.search("SELECT a\nFROM ?")
    assert _SQL.search("delete from ?")
    assert not _SQL.search("read from ? files, select what you like")


@pytest.mark.parametrize("group", ["runtime", "dev"])
def test_every_dependency_is_explained(group: str) -> None:
    project = tomllib.loads((_PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = (
        project["project"]["dependencies"]
        if group == "runtime"
        else project["dependency-groups"]["dev"]
    )
    names = [re.split(r"[^\w.-]", requirement, maxsplit=1)[0] for requirement in wanted]
    lines = (_PROJECT / "docs" / "dependencies.md").read_text(encoding="utf-8").splitlines()
    missing = [
        name
        for name in names
        if not any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", line) for line in lines)
    ]
    assert missing == []


def test_python_files_are_of_a_size_to_read() -> None:
    long = {}
    for path in python_files():
        name = path.relative_to(_PROJECT)
        count = len(path.read_text(encoding="utf-8").splitlines())
        if count >= _LINES_AT_MOST.get(name.parts[0], _LINES_AT_MOST_ELSEWHERE):
            long[str(name)] = count
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(_PROJECT))
        for path in python_files(*_OWN_CODE)
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_seeds_are_the_five_pages_unchanged() -> None:
    names = sorted(path.name for path in (_PROJECT / "seeds").iterdir() if path.suffix == ".txt")
    assert [name[:3] for name in names] == ["000", "001", "002", "003", "004"]
