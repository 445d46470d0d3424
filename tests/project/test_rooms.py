"""Imports point from the upper rooms to the lower ones, and never in a circle.

The order is in `pyproject.toml`, below `tool.importlinter`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Collection
from pathlib import Path
from typing import Any, Final

import pytest

ROOT: Final = Path(__file__).parents[2]
PYPROJECT: Final = ROOT / "pyproject.toml"
LINTER: Final[dict[str, Any]] = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))[
    "tool"
]["importlinter"]
# These describe the folders that ocpp_rpc is to have; they count once it has them.
AWAITED: Final = frozenset({"ocpp_rpc-circles", "ocpp_rpc-layers", "protocol-io"})
CONTRACTS: Final = [
    contract["id"] for contract in LINTER["contracts"] if contract["id"] not in AWAITED
]


def linted(tree: Path, contracts: Collection[str]) -> tuple[int, str]:
    """Checks a tree; returns the exit code and what is reported."""
    program = "from importlinter.cli import lint_imports_command as run; run()"
    chosen = [option for name in contracts for option in ("--contract", name)]
    done = subprocess.run(
        [sys.executable, "-c", program, PYPROJECT, "--no-logo", "--no-cache", *chosen],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": "", "NO_COLOR": "1", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_rooms_stand_on_each_other() -> None:
    code, report = linted(ROOT, CONTRACTS)
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in report
    assert code == 0


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of what is checked."""
    for name in LINTER["root_packages"]:
        skipped = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=skipped)
    return tmp_path


def test_what_is_out_of_order_is_named(tree: Path) -> None:
    faults = {
        "reading/tables.py": "from ..emitting import files",
        "reading/naming.py": "from . import specification",
        "publications/fetch.py": "from ..families import mapping",
        "errors.py": "import ocpp_rpc",
        "attic.py": "",
    }
    for name, line in faults.items():
        with (tree / "codegen" / name).open("a", encoding="utf-8") as module:
            module.write(f"\n{line}\n")
    code, report = linted(tree, CONTRACTS)
    assert code == 1
    assert "codegen.attic" in report
    (tree / "codegen" / "attic.py").unlink()
    code, report = linted(tree, CONTRACTS)
    assert code == 1
    assert f"Contracts: 0 kept, {len(CONTRACTS)} broken." in report
    for told in (
        "codegen.reading is not allowed to import codegen.emitting",
        "codegen.publications is not allowed to import codegen.families",
        "No cycles are allowed in codegen.reading.",
        "codegen is not allowed to import ocpp_rpc",
    ):
        assert told in report


def test_imports_for_annotations_do_not_count(tree: Path) -> None:
    path = tree / "codegen" / "reading" / "tables.py"
    lines = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .. import cli\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    assert linted(tree, CONTRACTS)[0] == 0
