"""The converters between a family and a version with the same types.

If a mapping has a base, its types are those of a version, and each type needs no code
of its own: `codegen/runtime/carrying.py` makes all converters. The generator writes
only checks of fields, for values that a version does not allow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from ..families.mapping import MappingError
from ..families.unified import Unified, UnifiedObject
from ..reading.shapes import Array, Named, Number, Shape, Text
from .model_schemas import arguments

__all__ = ["reader", "writer"]


def reader(unified: Unified, version: str) -> dict[str, Any]:
    """Returns the values for the template of the reader of a version.

    Raises:
        MappingError: A type of the version differs in more than limits.
    """
    texts = [name for name, each in unified.mapped.enumerations.items() if each.text]
    for entry in (*unified.datatypes, *unified.messages):
        _check_alike(entry, unified, version)
    return {**_both(unified, version), "reading": True, "texts": texts}


def writer(unified: Unified, version: str) -> dict[str, Any]:
    """Returns the values for the template of the writer of a version.

    Raises:
        MappingError: A field needs a check beside a conversion.
    """
    checks = {
        entry.name: found
        for entry in (*unified.datatypes, *unified.messages)
        if version in entry.exact and (found := dict(_checks(entry, unified, version)))
    }
    return {**_both(unified, version), "reading": False, "checks": checks}


def _both(unified: Unified, version: str) -> dict[str, Any]:
    return {
        "family": unified.mapped.package,
        "module": unified.specifications[version].version.package,
        "version": version,
    }


def _check_alike(entry: UnifiedObject, unified: Unified, version: str) -> None:
    """Checks that a type differs from that of a version only in limits."""
    name = entry.exact.get(version, entry.name)
    parts = [(field, part) for field in entry.fields for part in field.parts]
    if name != entry.name or not all(
        field.grouping is None
        and field.boolean is None
        and field.default is None
        and not part.holders
        and field.name == part.fields.get(version, field).name
        for field, part in parts
    ):
        reason = "with a base, types and fields keep their names and kinds"
        raise _refused(unified, entry.name, reason)


def _checks(
    entry: UnifiedObject, unified: Unified, version: str
) -> Iterator[tuple[str, str]]:
    """Returns the checks of the fields of a type, by name."""
    module = unified.specifications[version].version.package
    for field in entry.fields:
        (part,) = field.parts
        if version not in part.fields:
            continue
        place = part.fields[version]
        check = "Real()" if part.is_mixed else None
        check = _check(part.shape, place.shape, module) or check
        if check is not None and _is_converted(part.shape):
            where = f"{entry.name}.{field.name}"
            raise _refused(unified, where, _TWICE.format(version, check))
        if place.required and not part.required:
            check = f"Needed({check or ''})"
        if check is not None:
            yield field.name, check


_TWICE: Final = (
    "with a base, fields of objects and enumerations must have the same limits in all "
    "versions; OCPP {} would need {}"
)


def _is_converted(ours: Shape) -> bool:
    """Tells whether values are converted to those of a version, and need no check."""
    match ours:
        case Array(items):
            return _is_converted(items)
        case _:
            return isinstance(ours, Named)


def _refused(unified: Unified, where: str, reason: str) -> MappingError:
    return MappingError(f"{unified.mapped.package}.toml: {where}: {reason}")


def _check(ours: Shape, theirs: Shape, module: str) -> str | None:
    """Returns the check for values that the version may not allow, or None."""
    match ours, theirs:
        case Array(), Array():
            items = _check(ours.items, theirs.items, module)
            count = arguments(
                least=_other(ours.min_items, theirs.min_items),
                most=_other(ours.max_items, theirs.max_items),
            )
            parts = [part for part in (items, count) if part]
            return f"Items({', '.join(parts)})" if parts else None
        case Text(), Named(name):
            return f"ValueOf({module}.{name})"
        case Text(), Text():
            length = arguments(
                least=_other(ours.min_length, theirs.min_length),
                most=_other(ours.max_length, theirs.max_length),
            )
            return f"Length({length})" if length else None
        case Number(integer=False), Number(integer=True):
            return "Whole()"
        case Number(), Number():
            bounds = arguments(
                least=_other(ours.minimum, theirs.minimum),
                most=_other(ours.maximum, theirs.maximum),
            )
            return f"Bounds({bounds})" if bounds else None
        case _:
            return None


def _other(ours: float | None, theirs: float | None) -> float | None:
    """Returns the limit of a version if it differs from ours."""
    return None if ours == theirs else theirs
