"""The modules of a family: messages that are independent of the version.

The procedures and roles of a family use the templates of a version. If a family has
groupings, a folder with its name in `codegen/runtime` has its modules that are written
by hand. datamodel-code-generator writes only the enumerations, not the classes, because
JSON Schema cannot express a grouping.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, TypeAlias

from ..data import PACKAGE, RUNTIME
from ..families.mapping import MappingError
from ..families.unified import Unified, UnifiedObject
from ..reading.naming import Names
from ..reading.specification import Procedure, Version
from . import carriers, conversions, model_schemas
from .attributes import family_section
from .conversions import Module
from .docstrings import docstring, with_clause
from .files import copied, header
from .jinja import template
from .model_schemas import ModuleSchema
from .models import types

__all__ = ["described", "modules"]

_Exports: TypeAlias = Mapping[str, Sequence[str]]
_Choices: TypeAlias = Sequence[Sequence[str]]


def modules(unified: Unified, names: Names) -> Iterator[tuple[str, str]]:
    """Returns the modules of a family, by name.

    Raises:
        MappingError: Two types have the same name.
    """
    mapped = unified.mapped
    source = f"schemas/{mapped.package}.toml"
    if _by_hand(mapped.package):
        for name, text in copied(mapped.package):
            yield name.removesuffix(".py"), text
    package = f"{PACKAGE}.{mapped.package}"
    for module, path, values in described(unified, package, names):
        yield module, template(f"{path}.py", source, **values)
    part, known = _enumerations(unified)
    title = f"The enumerations of OCPP {mapped.name}."
    yield "enumerations", header(source) + types(title, part, known)


def _enumerations(unified: Unified) -> tuple[ModuleSchema, dict[str, dict[str, Any]]]:
    """Returns the input for the enumerations, and the values for their template."""
    types = [entry.type for entry in unified.enumerations]
    known: dict[str, dict[str, Any]] = {
        entry.type.name: {
            "doc": f"{entry.clause}.",
            "members": [(member.name, member.value) for member in entry.type.members],
        }
        for entry in unified.enumerations
    }
    return model_schemas.enumerations(types), known


def described(
    unified: Unified, package: str, names: Names
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Returns the other modules: name, template, and values for the template.

    Args:
        unified: The family.
        package: The import path of the package.
        names: The rule of names.

    Raises:
        MappingError: Two types have the same name.
    """
    mapped = unified.mapped
    *_, newest = (entry.version for entry in unified.specifications.values())
    station, back_office = newest.station, newest.back_office
    version = Version(mapped.name, mapped.package, "", station, back_office)
    exports = _exports(unified, version)
    _check_distinct(mapped.package, exports)
    values = {"title": mapped.name, "version": version, "package": package}
    yield (
        "__init__",
        "family/__init__",
        {**values, "versions": mapped.versions, "modules": exports.items()},
    )
    is_open = any(entry.open for entry in unified.datatypes)
    yield "base", "version/base", {**values, "open": is_open}
    table = {
        "procedures": unified.procedures,
        "peers": {station: back_office, back_office: station},
    }
    for module in ("procedures", "roles"):
        yield module, f"version/{module}", {**values, **table}
    for module, objects in _objects(unified).items():
        described = list(_described(unified, objects, version))
        imports = _imports(exports, _NEEDED[module])
        opened = {"open": any(entry.open for entry in objects)}
        parts = {"module": module, "objects": described, "imports": imports}
        yield module, "family/objects", {**values, **parts, **opened}
    packages = [
        (each.version.name, each.version.package)
        for each in unified.specifications.values()
    ]
    versions = {"versions": mapped.versions, "packages": packages}
    yield "serializer", "family/serializer", {**values, **versions}
    if mapped.base is not None:
        yield from _carriers(unified, values)
        return
    types = {
        "by_hand": _by_hand(mapped.package),
        "imports": _imports(exports, _TYPES),
        "functions": _functions(unified, names),
    }
    for name, make in _DIRECTIONS.items():
        for exact in mapped.versions:
            made = make(unified, exact, names.snake)
            direction = {"module": made, "reading": name == "read"}
            yield (
                f"{name}_{made.package}",
                "family/converters",
                {**values, **types, **direction},
            )


def _carriers(
    unified: Unified, values: Mapping[str, Any]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Returns the modules that convert types that differ only in limits."""
    for name, make in (("read", carriers.reader), ("write", carriers.writer)):
        for exact in unified.mapped.versions:
            made = make(unified, exact)
            yield f"{name}_{made['module']}", "family/carriers", {**values, **made}


_TYPES: Final = ("compounds", "datatypes", "enumerations", "groupings", "messages")
_NEEDED: Final[Mapping[str, Sequence[str]]] = {
    "datatypes": ("enumerations", "groupings"),
    "messages": ("compounds", "datatypes", "enumerations", "groupings"),
}
_DIRECTIONS: Final[
    Mapping[str, Callable[[Unified, str, Callable[[str], str]], Module]]
] = {"read": conversions.readers, "write": conversions.writers}

# The names in modules written by hand that only generated modules use.
_INTERNAL: Final = ("DEFAULTS_OF_", "OneOf", "read_", "write_")


def _exports(unified: Unified, version: Version) -> _Exports:
    """Returns the public names of the package, by module."""
    objects = _objects(unified)
    package = unified.mapped.package
    by_hand = {
        module: _offered(RUNTIME / package / f"{module}.py")
        for module in _by_hand(package)
    }
    by_module = {
        "datatypes": [entry.name for entry in objects["datatypes"]],
        "enumerations": [entry.type.name for entry in unified.enumerations],
        "messages": [entry.name for entry in objects["messages"]],
        "procedures": ["BACK_OFFICE", "PROCEDURES", "PROCEDURES_BY_REQUEST", "STATION"],
        "roles": sorted((version.station, version.back_office)),
        "serializer": ["Serializer", "serializer"],
        **by_hand,
    }
    return dict(sorted(by_module.items()))


def _by_hand(package: str) -> list[str]:
    """Returns the modules of a family that are written by hand."""
    return sorted(path.stem for path in (RUNTIME / package).glob("*.py"))


def _check_distinct(package: str, exports: _Exports) -> None:
    for name, times in Counter(chain.from_iterable(exports.values())).items():
        if times > 1:
            raise MappingError(f"{package}.toml: two things are called {name}")


def _offered(path: Path) -> list[str]:
    """Returns the public names of a module that is written by hand.

    The module is parsed, not imported, because it imports the package that is being
    generated.
    """
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return [name for name in names if not name.startswith(_INTERNAL)]
    raise AssertionError(f"{path} has no __all__")


def _imports(
    exports: _Exports, needed: Sequence[str]
) -> list[tuple[str, Sequence[str]]]:
    """Returns the imports that a module may need; ruff removes unused ones."""
    marker = {"groupings": ["OneOf"]}
    return [
        (name, [*exports[name], *marker.get(name, ())])
        for name in needed
        if name in exports
    ]


def _objects(unified: Unified) -> Mapping[str, Sequence[UnifiedObject]]:
    """Returns the classes that are generated, by module."""
    datatypes = [entry for entry in unified.datatypes if entry.grouping is None]
    return {"datatypes": datatypes, "messages": unified.messages}


def _described(
    unified: Unified, objects: Sequence[UnifiedObject], version: Version
) -> Iterator[dict[str, Any]]:
    """Returns the values for the template of the classes."""
    said = dict(_said(unified))
    sent = {each.request: _sent_as(each, version) for each in unified.procedures}
    for entry in objects:
        choices = said.get(entry.name, [[f"{entry.clause}."]])
        if missing := unified.specifications.keys() - entry.exact.keys():
            choices = _and(choices, f"Not in OCPP {', '.join(sorted(missing))}.")
        yield {
            "name": entry.name,
            "doc": docstring(choices, *family_section(entry)),
            "base": "OpenModel" if entry.open else "Model",
            "sent_as": sent.get(entry.name),
            "attributes": list(conversions.attributes(entry, unified)),
        }


def _sent_as(procedure: Procedure, version: Version) -> str:
    """Returns the base class for the sender of a message, with its response."""
    base, response = version.base_of(procedure), procedure.response
    return base if response is None else f'{base}["{response}"]'


def _said(unified: Unified) -> Iterator[tuple[str, _Choices]]:
    """Returns the description of each message."""
    for entry in unified.procedures:
        senders = " or ".join(entry.senders)
        clause = unified.mapped.actions[entry.action].clause
        said = f"Sent by the {senders} ({entry.block})"
        yield entry.request, with_clause(said, clause)
        if entry.response is not None:
            yield entry.response, [[f"Answers {entry.request}."]]


def _and(choices: _Choices, sentence: str) -> _Choices:
    """Returns the wordings of a docstring with a further sentence."""
    longest = [f"{choices[0][0]} {sentence}"]
    return [longest, *([*choice, sentence] for choice in choices)]


def _functions(unified: Unified, names: Names) -> Mapping[str, str]:
    """Returns the names of the functions that convert each type."""
    objects = (*unified.datatypes, *unified.messages)
    return {entry.name: f"_{names.snake(entry.name)}" for entry in objects}
