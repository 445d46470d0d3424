"""Tests a package before it is written: imports it, and builds every validator.

Generated code can have faults that neither ruff nor a comparison of bytes detects: a
limit that pydantic refuses when it builds a validator, or a name that differs from that
in the schema. This module therefore imports every module, and compares each type with
its specification.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from ..errors import CodegenError
from ..reading.specification import Specification

__all__ = ["UnusablePackage", "prove"]

_SCRIPT: Final = Path(__file__).with_name("importing.py")


class UnusablePackage(CodegenError):
    """The rendered package cannot be imported, or differs from the schemas."""


def prove(
    package: str,
    files: Mapping[str, bytes],
    built: Mapping[str, Specification],
    families: Iterable[str] = (),
) -> None:
    """Imports a package in a separate process, and builds its validators.

    Args:
        package: The name of the package for import.
        files: The content of its files, by path below the folder that contains it.
        built: The types of the package, by the import path of their package.
        families: The import paths of its families.

    Raises:
        UnusablePackage: The package has faults; the error names all of them.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        # Otherwise an installed package of the user would hide the new one inside it.
        for parent in Path(*package.split(".")).parents[:-1]:
            (folder / parent / "__init__.py").touch()
        wanted = {
            "folder": name,
            "modules": [_module(path) for path in files if path.endswith(".py")],
            "types": {path: _types(one) for path, one in built.items()},
            "families": [*families],
        }
        lines = _run(wanted).replace(f"{name}/", "").splitlines()
    if lines:
        raise UnusablePackage(
            "\n".join(f"the generated package has a fault: {line}" for line in lines)
        )


def _run(wanted: Mapping[str, Any]) -> str:
    done = subprocess.run(
        [sys.executable, "-P", str(_SCRIPT)],
        input=json.dumps(wanted),
        capture_output=True,
        text=True,
        check=False,
    )
    return (done.stdout + (done.stderr if done.returncode else "")).strip()


def _module(path: str) -> str:
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _types(built: Specification) -> Mapping[str, Any]:
    return {
        "enumerations": {
            entry.name: [member.value for member in entry.members]
            for entry in built.enumerations
        },
        "objects": {
            entry.name: [(field.wire, field.required) for field in entry.fields]
            for entry in (*built.datatypes, *built.messages)
        },
    }
