"""What users import is one list, in docs/README.md; all else is private."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from types import ModuleType

import pytest

import ocpp_rpc
from tests.project.blocks import ROOT

MODULES = sorted(Path(inspect.getfile(ocpp_rpc)).parent.rglob("*.py"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROGRAMS = sorted(
    chain((ROOT / "examples").rglob("*.py"), (ROOT / "benchmarks").rglob("*.py"))
)
PUBLIC = re.findall(
    r"^\| `(ocpp_rpc[\w.]*)` \|",
    (ROOT / "docs" / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)

_PROGRAM = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_NAME = re.compile(r"`(ocpp_rpc(?:\.\w+)+)")
_LOGGER = re.compile(r'getLogger\("([\w.]+)"\)')


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def imported(program: str) -> Iterator[str]:
    """The modules of ocpp_rpc that a program imports, and `module.name` of names."""
    for node in ast.walk(ast.parse(program)):
        match node:
            case ast.Import(names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{each.name}" for each in names)
            case _:
                pass


def is_public(name: str) -> bool:
    """Whether that is a public module, or a name in one, or a member of such a name."""
    if name in PUBLIC:
        return True
    module, _, member = name.rpartition(".")
    if module in PUBLIC:
        return member in importlib.import_module(module).__all__
    return bool(module) and "." in module and is_public(module)


def private(names: Iterator[str]) -> set[str]:
    """Those that are of ocpp_rpc, and not public."""
    ours = {name for name in names if name.partition(".")[0] == "ocpp_rpc"}
    return {name for name in ours if not is_public(name)}


def test_pages_import_what_is_public() -> None:
    found = {
        page: private(chain.from_iterable(map(imported, _PROGRAM.findall(read(page)))))
        for page in PAGES
    }
    assert {page: names for page, names in found.items() if names} == {}


def test_programs_import_what_is_public() -> None:
    found = {path: private(imported(read(path))) for path in PROGRAMS}
    assert {path: names for path, names in found.items() if names} == {}


def test_pages_name_what_is_public() -> None:
    loggers = {name for path in MODULES for name in _LOGGER.findall(read(path))}
    found = {
        page: private(iter(_NAME.findall(_FENCED.sub("", read(page))))) - loggers
        for page in PAGES
    }
    assert {page: names for page, names in found.items() if names} == {}


def test_what_is_private_is_found() -> None:
    program = """
import ocpp_rpc.lines
from ocpp_rpc import Connection, testing
from ocpp_rpc.protocol import Session, sending
from ocpp_rpc.station.outbox import Outbox
"""
    assert private(imported(program)) == {
        "ocpp_rpc.lines",
        "ocpp_rpc.protocol.sending",
        "ocpp_rpc.station.outbox.Outbox",
    }


@pytest.mark.parametrize("name", PUBLIC)
def test_public_names_are_documented(name: str) -> None:
    module = importlib.import_module(name)
    assert inspect.getdoc(module)
    assert module.__all__
    for each in module.__all__:
        value = getattr(module, each)
        assert is_documented(value, each), each


def is_documented(value: object, name: str) -> bool:
    """Whether a class or function has a docstring, and any other name a text below."""
    if inspect.isclass(value) or inspect.isfunction(value):
        return bool(value.__doc__)
    return isinstance(value, ModuleType) or name in documented()


@cache
def documented() -> set[str]:
    """The names of the package that have a text below where they are assigned."""
    found: set[str] = set()
    for path in MODULES:
        for statement, text in pairwise(ast.parse(read(path)).body):
            match statement, text:
                case (
                    ast.Assign(targets=[ast.Name(id=name)])
                    | ast.AnnAssign(target=ast.Name(id=name)),
                    ast.Expr(value=ast.Constant(value=str())),
                ):
                    found.add(name)
                case _:
                    pass
    return found
