"""The tree of CONTRIBUTING.md and the drawing of docs/rooms.md are those of the code.

`python -m tests.project.rooms` writes them anew.
"""

from __future__ import annotations

from tests.project.rooms import CONTRIBUTING, DRAWING, drawing, graph, tree


def test_the_tree_is_that_of_the_folders() -> None:
    page = CONTRIBUTING.read_text(encoding="utf-8")
    assert tree(page) == page
    assert "/ ?" not in page.replace("  ", "")


def test_the_drawing_is_that_of_the_imports() -> None:
    page = DRAWING.read_text(encoding="utf-8")
    assert drawing(page) == page


def test_the_drawing_shows_every_room() -> None:
    page = DRAWING.read_text(encoding="utf-8")
    shown = {
        word for line in page.splitlines() if "-->" in line for word in line.split()
    }
    for rooms in graph().values():
        assert {room for room in rooms if room != "__main__"} <= shown
