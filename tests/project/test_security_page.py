"""SECURITY.md: each threat names tests that exist, and each link leads somewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.project.blocks import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
FOLDER = ROOT / "tests" / "security"
MATRIX = (FOLDER / "matrix.md").read_text(encoding="utf-8")

_TEST = re.compile(r"`([\w/.]+\.py)::(\w+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)[^)\s]*\)")


def rows(text: str, first: str) -> Iterator[str]:
    """Yield the rows of the table whose head begins with a word."""
    _, _, rest = text.partition(f"| {first} |")
    for line in rest.splitlines()[2:]:
        if not line.startswith("| "):
            return
        yield line


@cache
def named_in(path: Path) -> frozenset[str]:
    """Return the names of the tests in a module."""
    module = ast.parse(path.read_text(encoding="utf-8"))
    names = (
        node.name
        for node in module.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return frozenset(name for name in names if name.startswith("test_"))


def missing(text: str, folder: Path) -> list[str]:
    """Return the tests that a text names and that there are not."""
    return [
        f"{name}::{test}"
        for name, test in _TEST.findall(text)
        if not (folder / name).is_file() or test not in named_in(folder / name)
    ]


def test_every_threat_names_its_test() -> None:
    threats = [*rows(PAGE, "threat")]
    assert len(threats) > 40
    assert [row for row in threats if not _TEST.search(row)] == []
    assert missing(PAGE, ROOT) == []


def test_the_matrix_names_tests_that_there_are() -> None:
    attempts = [*rows(MATRIX, "attempt")]
    assert len(attempts) > 15
    named = [row for row in attempts if _TEST.search(row) or "the same" in row]
    assert named == attempts
    assert missing(MATRIX, FOLDER) == []


@pytest.mark.parametrize(
    "text", ["`tests/nowhere.py::test_x`", "`tests/test_reprs.py::test_no_such_test`"]
)
def test_what_is_missing_is_found(text: str) -> None:
    assert missing(text, ROOT) == [text.strip("`")]


def test_every_link_leads_somewhere() -> None:
    links = [link for link in _LINK.findall(PAGE) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_no_address_is_made_up() -> None:
    assert "@" not in PAGE


@pytest.mark.parametrize("page", ["README.md", "docs/security.md"])
def test_it_is_found(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = _LINK.findall(text)
    assert any(link.rpartition("/")[2] == "SECURITY.md" for link in links)
