"""The programs in docs/ run, and print what they are said to print."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from codegen.extensions import loading
from tests.forking import LIBRARY, forks
from tests.project.blocks import (
    ROOT,
    Example,
    commands,
    programs,
    python,
    run,
    shell,
)

PRELOADED = (*LIBRARY, "fastapi", "ocpp_messages.v1x", "ocpp_messages.v2x", "uvicorn")

DOCS = ROOT / "docs"
INDEX = "README.md"
DRAWING = "rooms.md"
GENERATOR = "generator.md"
EXTENDING = "extending.md"
MIGRATING = "migrating.md"  # its programs need another package: tests/interop
PAIRS = {INDEX, "start.md"}  # their programs run side by side: test_start.py
PAGES = sorted(path.name for path in DOCS.glob("*.md"))
APART = [page for page in PAGES if page not in {EXTENDING, MIGRATING, *PAIRS}]
README = (ROOT / "README.md").read_text(encoding="utf-8")

_TABLE = re.compile(r"^```toml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#\s]+)[^)\s]*\)")


def read(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def cases(page: str, found: list[Example]) -> list[object]:
    return [
        pytest.param(example, id=f"{page}-{number}")
        for number, example in enumerate(found, 1)
    ]


PROGRAMS = [case for page in APART for case in cases(page, programs(read(page)))]
CHECK = "python -m codegen check\n"  # the session `drift` runs it
COMMANDS = [
    case
    for page in APART
    for case in cases(page, [e for e in commands(read(page)) if e.program != CHECK])
]


@pytest.mark.parametrize("example", PROGRAMS)
def test_program(example: Example) -> None:
    assert forks(*PRELOADED).run("-c", example.program) == example.printed


@pytest.mark.usefixtures("oca")
@pytest.mark.parametrize("example", COMMANDS)
async def test_command(example: Example) -> None:
    assert await run(shell(example.program)) == example.printed


@pytest.mark.usefixtures("oca")
async def test_extending(tmp_path: Path) -> None:
    """The page from its beginning to its end, in a folder of its own."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    page = read(EXTENDING)
    assert (len(commands(page)), len(programs(page))) == (2, 2)

    for example in commands(page):
        command = example.program.replace("ocpp-codegen", "python -m codegen")
        assert await run(shell(command), tmp_path) == example.printed
    for example in programs(page):
        assert await run(python(example.program), tmp_path) == example.printed


@pytest.mark.usefixtures("oca")
def test_tables_of_an_extension(tmp_path: Path) -> None:
    table, fields = _TABLE.findall(read(EXTENDING))
    example = (ROOT / "examples" / "acme" / "extension.toml").read_text("utf-8")
    assert tomllib.loads(table) == tomllib.loads(example)

    start = 'package = "acme"\nextends = "1.6"\n'
    (tmp_path / "extension.toml").write_text(start + fields, "utf-8")
    (message,) = loading.load(tmp_path).own.messages
    assert message.name == "BootNotificationRequest"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_program(page: str) -> None:
    found = commands(read(page)) if page == GENERATOR else programs(read(page))
    assert bool(found) is (page != DRAWING)


def test_the_index_names_every_page() -> None:
    named = {link for link in _LINK.findall(read(INDEX)) if "/" not in link}
    assert named == {*PAGES} - {INDEX}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    links = [link for link in _LINK.findall(read(page)) if "://" not in link]
    assert links
    assert [link for link in links if not (DOCS / link).exists()] == []


def test_the_readme_leads_here() -> None:
    assert f"docs/{INDEX}" in _LINK.findall(README)
