"""Uses a package before it is written: imports it, and builds every validator.

What the generator writes can be wrong in a way that neither ruff nor a comparison of
bytes sees: a limit that pydantic refuses when a validator is built, or a name that is
another than the schema's. So every module is imported, and each type is held against
the specification it was written from.
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
    """What was rendered cannot be imported, or is not what the schemas say."""


def prove(
    package: str,
    files: Mapping[str, bytes],
    built: Mapping[str, Specification],
    families: Iterable[str] = (),
) -> None:
    """Imports a package in a process of its own, and builds its validators.

    Args:
        package: Its name for import.
        files: Content by path below the folder that holds the package.
        built: The types that it has, by the import path of their package.
        families: The import paths of the families that it has.

    Raises:
        UnusablePackage: Something in it cannot be used; every fault is named.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for path, content in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        # A package of the user's that is installed would hide those inside it.
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
            "\n".join(f"what was generated is wrong: {line}" for line in lines)
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
