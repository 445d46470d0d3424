"""The modules of one version of OCPP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..reading.specification import Specification
from . import model_facts, model_schemas
from .files import header
from .jinja import template
from .models import types

__all__ = ["modules"]


def modules(built: Specification, package: str) -> Iterator[tuple[str, str]]:
    """Returns the modules of one version, by name."""
    version = built.version
    schemas = f"the schemas of OCPP {version.name}"
    peers = {
        version.station: version.back_office,
        version.back_office: version.station,
    }
    values = {
        "version": version,
        "package": package,
        "open": any(entry.open for entry in (*built.datatypes, *built.messages)),
        "procedures": built.procedures,
        "peers": peers,
        "modules": [(module, names) for module, names in _exports(built) if names],
    }
    for module in ("__init__", "base", "serializer"):
        yield module, template(f"version/{module}.py", schemas, **values)
    for module in ("procedures", "roles"):
        yield module, template(f"version/{module}.py", _PROCEDURES, **values)
    known = model_facts.of(built)
    for module, part in (
        ("enumerations", model_schemas.enumerations(built.enumerations)),
        ("datatypes", model_schemas.datatypes(built, package)),
        ("messages", model_schemas.messages(built, package)),
    ):
        title = f"The {module} of OCPP {version.name}."
        yield module, header(schemas) + types(title, part, known)


_PROCEDURES: Final = "schemas/procedures.toml"


def _exports(built: Specification) -> tuple[tuple[str, Sequence[str]], ...]:
    """Returns the public names of the version's package, by module."""
    roles = sorted((built.version.station, built.version.back_office))
    return (
        ("datatypes", [entry.name for entry in built.datatypes]),
        ("enumerations", [entry.name for entry in built.enumerations]),
        ("messages", [entry.name for entry in built.messages]),
        (
            "procedures",
            ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"],
        ),
        ("roles", roles),
        ("serializer", ["dumps", "from_jsonable", "loads", "to_jsonable"]),
    )
