"""Compares `generated/` with the present output of the generator."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..data import OUTPUT
from .package import OURS, Edition, proven

__all__ = ["check"]


def check(output: Path = OUTPUT, edition: Edition = OURS) -> list[str]:
    """Returns the paths that differ, each with its fault; empty if there are none.

    The package is rendered in memory, and imported from a temporary folder; no other
    files are written. Files of Python in the output (`__pycache__`) are ignored.

    Raises:
        CodegenError: The generator fails, so that the output cannot be compared.
    """
    expected = proven(edition)
    found = {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in output.joinpath(*edition.package.split(".")).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    return list(_differences(expected, found))


def _differences(expected: dict[str, bytes], found: dict[str, bytes]) -> Iterator[str]:
    for path in sorted(expected.keys() | found.keys()):
        if path not in found:
            yield f"{path}: missing"
        elif path not in expected:
            yield f"{path}: orphaned, nothing generates it"
        elif expected[path] != found[path]:
            yield f"{path}: changed"
