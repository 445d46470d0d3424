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
CONTRACTS: Final = [contract["id"] for contract in LINTER["contracts"]]


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
        "codegen/reading/tables.py": "from ..emitting import files",
        "codegen/reading/naming.py": "from . import specification",
        "codegen/publications/fetch.py": "from ..families import mapping",
        "codegen/errors.py": "import ocpp_rpc",
        "codegen/attic.py": "",
        "ocpp_rpc/protocol/limits.py": "import time",
        "ocpp_rpc/simulator/meter.py": "from ocpp_rpc.cli import screen",
        "ocpp_rpc/observing/wire.py": "from ocpp_rpc.station import outbox",
        "ocpp_rpc/station/outbox.py": "from ocpp_rpc.back_office import server",
        "ocpp_rpc/simulator/outcomes.py": "from . import charger",
        "ocpp_rpc/security/tls/pem.py": "from ocpp_rpc.security import certificates",
        "ocpp_rpc/fleet/bus/tasks.py": "from ocpp_rpc.fleet import node",
        "ocpp_rpc/relay/lanes.py": "from ocpp_rpc.relay import charger",
        "ocpp_rpc/console/texts.py": "from ocpp_rpc.console import feeds",
        "ocpp_rpc/attic.py": "",
    }
    for name, line in faults.items():
        with (tree / name).open("a", encoding="utf-8") as module:
            module.write(f"\n{line}\n")
    for attic in ("codegen.attic", "ocpp_rpc.attic"):
        code, report = linted(tree, CONTRACTS)
        assert code == 1
        assert attic in report
        (tree / attic.replace(".", "/")).with_suffix(".py").unlink()
    code, report = linted(tree, CONTRACTS)
    assert code == 1
    assert f"Contracts: 0 kept, {len(CONTRACTS)} broken." in report
    for told in (
        "codegen.reading is not allowed to import codegen.emitting",
        "codegen.publications is not allowed to import codegen.families",
        "No cycles are allowed in codegen.reading.",
        "codegen is not allowed to import ocpp_rpc",
        "ocpp_rpc.protocol is not allowed to import time",
        "ocpp_rpc.simulator is not allowed to import ocpp_rpc.cli",
        "ocpp_rpc.observing is not allowed to import ocpp_rpc.station",
        "ocpp_rpc.station is not allowed to import ocpp_rpc.back_office",
        "ocpp_rpc.security.tls is not allowed to import ocpp_rpc.security.certificates",
        "ocpp_rpc.fleet.bus is not allowed to import ocpp_rpc.fleet.node",
        "No cycles are allowed in ocpp_rpc.simulator.",
    ):
        assert told in report


def test_imports_for_annotations_do_not_count(tree: Path) -> None:
    path = tree / "codegen" / "reading" / "tables.py"
    lines = (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .. import cli\n"
    )
    path.write_text(path.read_text(encoding="utf-8") + lines, encoding="utf-8")
    assert linted(tree, CONTRACTS)[0] == 0
