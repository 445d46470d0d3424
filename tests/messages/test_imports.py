"""What importing the messages brings along, and what each module offers."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from ocpp_messages import VERSIONS

GENERATED: Final = Path(__file__).parents[2] / "generated"
FILES: Final = sorted(GENERATED.rglob("*.py"))
VERSION_PACKAGES: Final = ("v15", "v16", "v20", "v201", "v21")
FAMILY_PACKAGES: Final = ("v1x", "v2x")
PACKAGES: Final = (*VERSION_PACKAGES, *FAMILY_PACKAGES)
ALLOWED: Final = {
    *sys.stdlib_module_names,
    "ocpp_messages",
    "pydantic",
    "pydantic_core",
}
VERSIONED: Final = re.compile(r"ocpp_messages\.v\d")
PROGRAM: Final = """
import json, sys
before = set(sys.modules)
{statement}
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def loaded(statement: str) -> set[str]:
    """The modules that a statement loads in a new interpreter."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM.format(statement=statement)],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return {*json.loads(done.stdout)}


def versions_in(modules: set[str]) -> set[str]:
    """The version packages among some modules."""
    return {name.split(".")[1] for name in modules if VERSIONED.match(name)}


def test_no_version_is_loaded_by_itself() -> None:
    modules = loaded("import ocpp_messages")
    assert "ocpp_messages.model" in modules
    assert versions_in(modules) == set()


@pytest.mark.parametrize("version", VERSIONS)
def test_a_version_may_be_prepared_in_a_thread(version: str) -> None:
    program = f"""
import asyncio, inspect, json
import ocpp_messages

def built(package):
    found = [each for each in vars(package).values() if inspect.isclass(each)]
    models = [each for each in found if issubclass(each, ocpp_messages.Model)]
    return [each.__pydantic_complete__ for each in models]

async def main():
    before = built(ocpp_messages.load({version!r}))
    prepare = asyncio.to_thread(ocpp_messages.load, {version!r}, prepare=True)
    package, again = await asyncio.gather(prepare, prepare_too())
    assert package is again is ocpp_messages.load({version!r})
    after = built(package)
    same = len(before) == len(after) > 50
    print(json.dumps([same, any(before), all(after)]))

async def prepare_too():
    await asyncio.sleep(0)
    package = ocpp_messages.load({version!r})
    for procedure in package.PROCEDURES.values():  # while the thread builds them
        try:
            package.loads(procedure.request, "[]")
        except ocpp_messages.DecodeError:
            pass
    return package

asyncio.run(main())
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=GENERATED,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == [True, False, True]


@pytest.mark.parametrize("package", PACKAGES)
def test_a_version_is_loaded_alone(package: str) -> None:
    modules = loaded(f"import ocpp_messages.{package}")
    assert versions_in(modules) == {package}


def test_load_loads_one_version() -> None:
    modules = loaded("import ocpp_messages; ocpp_messages.load('2.0.1')")
    assert versions_in(modules) == {"v201"}


def test_nothing_but_pydantic_is_loaded() -> None:
    pydantic = loaded("from pydantic import *; import pydantic._internal._generics")
    ours = loaded("import ocpp_messages.v16; ocpp_messages.v16.HeartbeatRequest()")
    others = {name.partition(".")[0] for name in ours - pydantic}
    assert others - sys.stdlib_module_names <= {"ocpp_messages", "pydantic", *tops()}


def tops() -> set[str]:
    """What pydantic needs itself."""
    return {
        "pydantic_core",
        "annotated_types",
        "typing_extensions",
        "typing_inspection",
    }


def at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a module without those that are for type checkers."""
    yield tree
    if isinstance(tree, ast.If) and ast.unparse(tree.test) == "TYPE_CHECKING":
        parts: Iterable[ast.AST] = tree.orelse
    else:
        parts = ast.iter_child_nodes(tree)
    for part in parts:
        yield from at_run_time(part)


def imported(tree: ast.AST) -> Iterator[str]:
    for node in at_run_time(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "ocpp_messages" if node.level else str(node.module)
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


def at_top(body: Iterable[ast.stmt]) -> Iterator[ast.stmt]:
    """What stands at the top of a module: at run time, where checkers see another."""
    for node in body:
        if isinstance(node, ast.If):
            yield from at_top(node.orelse or node.body)
        else:
            yield node


def defined(tree: ast.Module) -> Iterator[str]:
    """The public names that a module defines; type variables are not for others."""
    for node in at_top(tree.body):
        match node:
            case (
                ast.ClassDef(name) | ast.FunctionDef(name) | ast.AsyncFunctionDef(name)
            ):
                yield name
            case ast.AnnAssign(target=ast.Name(name)):
                yield name
            case ast.Assign(value=ast.Call(func=ast.Name("TypeVar"))):
                pass
            case ast.Assign(targets=[ast.Name(name)]):
                yield name
            case _:
                pass


def exports(tree: ast.Module) -> list[Any]:
    (found,) = (
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    )
    return list(found)


def re_exported(path: Path, tree: ast.Module) -> set[str]:
    """What the module of a package takes from its other modules."""
    if path.name != "__init__.py":
        return set()
    return {
        alias.asname or alias.name
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        and str(node.module).startswith("ocpp_messages.")
        for alias in node.names
        if not (alias.asname or alias.name).startswith("_")
    }


@pytest.fixture(params=FILES, ids=lambda path: str(path.relative_to(GENERATED)))
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_imports_point_to_pydantic_and_the_library(path: Path) -> None:
    names = {name.partition(".")[0] for name in imported(ast.parse(path.read_text()))}
    assert names <= ALLOWED


def test_a_version_imports_no_other_version(path: Path) -> None:
    own = path.parent.name if path.parent.name in PACKAGES else None
    other = path.stem.partition("_")[2] if own in FAMILY_PACKAGES else own
    names = {*imported(ast.parse(path.read_text()))}
    assert versions_in(names) <= {own, other}


def test_all_is_what_is_public(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    offered = exports(tree)
    public = {name for name in defined(tree) if not name.startswith("_")}
    assert {*offered} == public | re_exported(path, tree)
    assert len(offered) == len({*offered})


@pytest.mark.parametrize(
    ("family", "version", "package"),
    [
        ("v1x", "1.5", "v15"),
        ("v1x", "1.6", "v16"),
        ("v2x", "2.0.1", "v201"),
        ("v2x", "2.1", "v21"),
    ],
)
def test_a_serializer_of_a_family_loads_one_version(
    family: str, version: str, package: str
) -> None:
    modules = loaded(f"import ocpp_messages.{family} as v; v.serializer({version!r})")
    assert versions_in(modules) == {family, package}


def test_there_are_files() -> None:
    assert len(FILES) == 15 + 8 * len(VERSION_PACKAGES) + 14 + 12
    assert len(VERSIONS) == len(VERSION_PACKAGES)
