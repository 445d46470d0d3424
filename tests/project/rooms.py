"""The tree of CONTRIBUTING.md and the drawing of docs/rooms.md, as the code has them.

    python -m tests.project.rooms

writes both anew. What a folder of Python is, the first line of its docstring says; of
any other folder, its line in the tree.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import grimp

__all__ = ["CONTRIBUTING", "DRAWING", "drawing", "graph", "tree"]

ROOT: Final = Path(__file__).parents[2]
CONTRIBUTING: Final = ROOT / "CONTRIBUTING.md"
DRAWING: Final = ROOT / "docs" / "rooms.md"
PACKAGES: Final = ("ocpp_rpc", "codegen")

# The folders at the top, and those whose own folders are told as well.
_TOP: Final = (
    "ocpp_rpc",
    "codegen",
    "schemas",
    "generated",
    "tests",
    "benchmarks",
    "docs",
    "examples",
    "website",
)
_OPEN: Final = frozenset({"ocpp_rpc", "codegen", "schemas", "tests"})
_SKIPPED: Final = frozenset({"__pycache__", "oca"})

_TREE: Final = re.compile(r"(?<=^```text\n)(?:^ *\w+/ .*\n)+(?=^```$)", re.MULTILINE)
_FOLDER: Final = re.compile(r"^( *)(\w+)/ +(.*)$", re.MULTILINE)
_MERMAID: Final = re.compile(
    r"(?<=^```mermaid\n)graph TD\n  %% (\w+)\n.*?(?=^```$)", re.DOTALL | re.MULTILINE
)


# --- The tree -------------------------------------------------------------------------


def folders() -> Iterator[Path]:
    """Iterate over the folders of the tree, relative to the project."""
    for name in _TOP:
        yield Path(name)
        if name in _OPEN:
            inner = (each for each in (ROOT / name).iterdir() if each.is_dir())
            yield from (
                Path(name, each.name)
                for each in sorted(inner)
                if each.name not in _SKIPPED
            )


def summary(folder: Path) -> str | None:
    """Return the first line of a folder's docstring; None if it has none."""
    module = ROOT / folder / "__init__.py"
    if not module.exists():
        return None
    text = ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
    return text.partition("\n")[0] if text else None


def tree(page: str) -> str:
    """Return a page with the tree as it is."""
    found = _TREE.search(page)
    assert found, "the page has no tree"
    told = _told(found[0])
    width = max(len(_indented(each)) for each in folders()) + 2
    lines = (
        f"{_indented(each):{width}}{summary(each) or told.get(each, '?')}\n"
        for each in folders()
    )
    return page[: found.start()] + "".join(lines) + page[found.end() :]


def _indented(folder: Path) -> str:
    return f"{'  ' * (len(folder.parts) - 1)}{folder.name}/"


def _told(text: str) -> Mapping[Path, str]:
    """Return what a tree says, by folder."""
    above, told = Path(), dict[Path, str]()
    for indent, name, line in _FOLDER.findall(text):
        folder = Path(name) if not indent else above / name
        above = above if indent else folder
        told[folder] = line
    return told


# --- The drawing ----------------------------------------------------------------------


def graph() -> Mapping[str, Mapping[str, frozenset[str]]]:
    """Return, by package and room, the rooms that a room imports at run time."""
    imports = grimp.build_graph(
        *PACKAGES, exclude_type_checking_imports=True, cache_dir=None
    )
    return {package: _rooms(imports, package) for package in PACKAGES}


def _rooms(imports: grimp.ImportGraph, package: str) -> Mapping[str, frozenset[str]]:
    rooms = imports.find_children(package)
    room_of = {
        module: room
        for room in rooms
        for module in (room, *imports.find_descendants(room))
    }
    below = {room: set[str]() for room in rooms}
    for module, room in room_of.items():
        for imported in imports.find_modules_directly_imported_by(module):
            below[room].add(room_of.get(imported, room))
    return {
        room.rpartition(".")[2]: frozenset(
            each.rpartition(".")[2] for each in found - {room}
        )
        for room, found in below.items()
    }


def _reached(rooms: Mapping[str, frozenset[str]], start: str) -> set[str]:
    """Return what a room imports, directly or not."""
    reached, waiting = set[str](), [*rooms[start]]
    while waiting:
        room = waiting.pop()
        if room not in reached:
            reached.add(room)
            waiting.extend(rooms[room])
    return reached


def _arrows(rooms: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """Iterate over the arrows, without those that a longer way makes superfluous."""
    for room in sorted(rooms):
        others = set[str]().union(*(_reached(rooms, each) for each in rooms[room]))
        for each in sorted(rooms[room] - others):
            yield f"  {_node(room)} --> {_node(each)}\n"


def _node(room: str) -> str:
    return "main[__main__]" if room == "__main__" else room


def drawing(page: str) -> str:
    """Return a page with the drawings as the imports are."""
    rooms = graph()

    def drawn(found: re.Match[str]) -> str:
        name = found[1]
        return f"graph TD\n  %% {name}\n{''.join(_arrows(rooms[name]))}"

    return _MERMAID.sub(drawn, page)


if __name__ == "__main__":
    for path, written in ((CONTRIBUTING, tree), (DRAWING, drawing)):
        page = path.read_text(encoding="utf-8")
        path.write_text(written(page), encoding="utf-8")
