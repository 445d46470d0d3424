"""What the generator writes for a version of a few tiny messages."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, Final, TypeVar

import pytest

import ocpp_messages
from codegen.emitting import package
from codegen.families import mapping
from codegen.reading import documents, naming, specification
from codegen.reading.naming import Names
from codegen.reading.shapes import read
from codegen.reading.specification import Facts, Version

__all__ = ["TINY", "giving", "imported", "tiny_rendered"]

ValueT = TypeVar("ValueT")

TINY: Final = Version("9.9", "v99", "ocpp9.9", "ChargePoint", "CentralSystem")


def giving(value: ValueT) -> Callable[..., ValueT]:
    """A function that returns a value, whatever it is given."""

    def give(*_: object) -> ValueT:
        return value

    return give


def tiny_rendered(
    schemas: Mapping[str, Mapping[str, Any]],
    procedures: Mapping[str, Facts],
    names: Names | None = None,
) -> dict[str, bytes]:
    """The files of a package of one version, from a few schemas by message."""
    found = [read(message, schema) for message, schema in schemas.items()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(naming, "load", giving(names or Names()))
        patch.setattr(mapping, "load", giving(()))
        patch.setattr(specification, "load_versions", giving((TINY,)))
        facts = {TINY.name: procedures}
        patch.setattr(specification, "load_procedures", giving(facts))
        patch.setattr(documents, "load", giving(found))
        return package.render()


@contextmanager
def imported(files: Mapping[str, bytes], folder: Path) -> Generator[ModuleType]:
    """The tiny version of a rendered package, beside the versions of OCPP."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        here = [*ocpp_messages.__path__, str(folder / "ocpp_messages")]
        patch.setattr(ocpp_messages, "__path__", here)
        try:
            yield importlib.import_module("ocpp_messages.v99")
        finally:
            for name in [*sys.modules]:
                if name.startswith("ocpp_messages.v99"):
                    del sys.modules[name]
