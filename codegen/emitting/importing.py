"""Imports every module of a package in a separate process: `python importing.py`.

`trial` runs this program, and passes the expected content of the package by standard
input. The program writes a line for each fault. It imports no module of the generator,
because the package may have the same name as the one in the environment of the
generator.
"""

from __future__ import annotations

import importlib
import json
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

__all__ = ["main"]


def main() -> None:
    """Reads the expected content, and writes the faults."""
    wanted = json.load(sys.stdin)
    sys.path[:0] = [wanted["folder"]]
    sys.dont_write_bytecode = True
    try:
        for name in wanted["modules"]:
            importlib.import_module(name)
        for name, types in wanted["types"].items():
            for fault in _faults(importlib.import_module(name), types):
                _write(f"{name}: {fault}")
        for name in wanted["families"]:
            for value in vars(importlib.import_module(name)).values():
                _build(value)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with the package
        at = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{error}".partition("\n")[0]
        _write(f"{type(error).__name__}: {reason} ({at.filename}, line {at.lineno})")


def _faults(package: Any, types: Mapping[str, Any]) -> Iterator[str]:
    for name, values in types["enumerations"].items():
        found = [member.value for member in getattr(package, name, ())]
        if found != values:
            yield f"{name} has other values than {values}"
    for name, fields in types["objects"].items():
        cls = getattr(package, name, None)
        if cls is None:
            yield f"{name} is missing"
        else:
            yield from _object_faults(cls, fields)


def _object_faults(cls: Any, fields: Sequence[Sequence[Any]]) -> Iterator[str]:
    try:
        _build(cls)
    except Exception as error:  # noqa: BLE001 - whatever pydantic raises
        reason = f"{error}".partition("\n")[0]
        yield f"{cls.__name__}: its validator cannot be built: {reason}"
        return
    found = [
        [field.serialization_alias or name, field.is_required()]
        for name, field in cls.model_fields.items()
    ]
    if sorted(found) != sorted(map(list, fields)):
        yield f"{cls.__name__} has other fields than {fields}"


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _build(cls: Any) -> None:
    if hasattr(cls, "model_rebuild"):
        cls.model_rebuild()


if __name__ == "__main__":
    main()
