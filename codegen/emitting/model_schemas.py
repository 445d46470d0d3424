"""A specification as JSON Schema, the input for datamodel-code-generator.

The published files are not suitable as input, for three reasons. They repeat types:
2.0.1 becomes 599 classes instead of 271, and the option that merges them,
`reuse_model`, makes HeartbeatRequest a subclass of ClearCacheRequest, because both are
empty. They have types without a name, which become Status1 to Status22. They contain
prose and defaults, which the tool copies.

This module writes each type once, in three documents, for `enumerations.py`,
`datatypes.py` and `messages.py`. It refers to types of another module, and to those of
the runtime, by their import path (`customTypePath`, `customBasePath`). Facts that the
tool would still render wrongly are left out of its input, and the templates add them:

* The tool makes a class of array items with bounds, `TextsItem(RootModel[str])`, with
  any of its options (its issue 2120, which is open), and also of items that are arrays
  with bounds. See `_unbounded`.
* additionalProperties becomes a `model_config` in each class. See `object`.
* date-time becomes AwareDatetime, which refuses timestamps without an offset even if
  they are to be tolerated, and writes microseconds. See `_FORMATS`.
* Names of members are shortened again. See `model_facts`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from ..data import PACKAGE
from ..reading.shapes import Anything, Array, Boolean, Named, Number, Shape, Text
from ..reading.specification import EnumType, ObjectType, Specification

__all__ = [
    "ModuleSchema",
    "arguments",
    "datatypes",
    "enumerations",
    "limits",
    "messages",
    "of_array",
]


@dataclass(frozen=True)
class ModuleSchema:
    """The input for one module.

    Attributes:
        schema: A JSON Schema whose definitions are the types of the module.
        names: The Python name of each field, by its name on the wire. All types of a
            module share one table, because the rule of names ignores their owners.
    """

    schema: Mapping[str, Any]
    names: Mapping[str, str] = field(default_factory=dict[str, str])


def enumerations(types: Iterable[EnumType]) -> ModuleSchema:
    """Returns the input for the enumerations."""
    return ModuleSchema(
        {
            "definitions": {
                entry.name: {
                    "type": "string",
                    "enum": [member.value for member in entry.members],
                }
                for entry in types
            }
        }
    )


def datatypes(
    specification: Specification,
    package: str,
    inherited: Mapping[str, str] = MappingProxyType({}),
) -> ModuleSchema:
    """Returns the input for the datatypes.

    Args:
        specification: The specification with the datatypes.
        package: The import path of the version's package.
        inherited: The import paths of the modules of types that the specification
            refers to but does not have, by the name of the type.
    """
    elsewhere = dict(inherited) | {
        entry.name: f"{package}.enumerations" for entry in specification.enumerations
    }
    return _objects(specification.datatypes, package, elsewhere)


def messages(
    specification: Specification,
    package: str,
    inherited: Mapping[str, str] = MappingProxyType({}),
) -> ModuleSchema:
    """Returns the input for the messages; like `datatypes`."""
    elsewhere = (
        dict(inherited)
        | {
            entry.name: f"{package}.enumerations"
            for entry in specification.enumerations
        }
        | {entry.name: f"{package}.datatypes" for entry in specification.datatypes}
    )
    return _objects(specification.messages, package, elsewhere)


def _objects(
    types: Iterable[ObjectType], package: str, elsewhere: Mapping[str, str]
) -> ModuleSchema:
    types = tuple(types)
    writer = _Writer(package, elsewhere)
    return ModuleSchema(
        {"definitions": {entry.name: writer.object(entry) for entry in types}},
        {field.wire: field.name for entry in types for field in entry.fields},
    )


# The types of the runtime for kinds of strings and values.
_FORMATS: Final = {"date-time": "DateTime", "uri": "Uri"}
_ANYTHING: Final = "Json"
_RUNTIME: Final = f"{PACKAGE}.model"


class _Writer:
    """Writes objects."""

    def __init__(self, package: str, elsewhere: Mapping[str, str]) -> None:
        self._package = package
        self._elsewhere = elsewhere

    def object(self, entry: ObjectType) -> dict[str, Any]:
        # The base class makes a type open or closed, not the type itself.
        base = "OpenModel" if entry.open else "Model"
        return {
            "type": "object",
            "customBasePath": f"{self._package}.base.{base}",
            "properties": {f.wire: self._shape(f.shape) for f in entry.fields},
            "required": [f.wire for f in entry.fields if f.required],
        }

    def _shape(self, shape: Shape) -> dict[str, Any]:
        match shape:
            # The templates add the other facts of arrays: see `model_facts`.
            case Array(items, min_items, max_items):
                return _known(
                    type="array",
                    items=self._shape(_unbounded(items)),
                    minItems=min_items,
                    maxItems=max_items,
                )
            case Named(name) if name in self._elsewhere:
                return _imported(f"{self._elsewhere[name]}.{name}")
            case Named(name):
                return {"$ref": f"#/definitions/{name}"}
            case Text(format=str(name)):
                return _imported(f"{_RUNTIME}.{_FORMATS[name]}")
            case Text(min_length, max_length):
                return _known(type="string", minLength=min_length, maxLength=max_length)
            case Number(integer, minimum, maximum, multiple_of):
                return _known(
                    type="integer" if integer else "number",
                    minimum=whole(minimum),
                    maximum=whole(maximum),
                    multipleOf=whole(multiple_of),
                )
            case Boolean():
                return {"type": "boolean"}
            case Anything():
                return _imported(f"{_RUNTIME}.{_ANYTHING}")
            case _:
                raise TypeError(f"{shape} has no name")


def _unbounded(item: Shape) -> Shape:
    """Removes the bounds from the items of an array; the template adds them inline."""
    match item:
        case Text(format=None):
            return Text()
        case Number(integer):
            return Number(integer)
        case Array(items):
            return Array(items)
        case _:
            return item


def _imported(path: str) -> dict[str, Any]:
    return {"type": "string", "customTypePath": path}


def _known(**keywords: Any) -> dict[str, Any]:
    return {key: value for key, value in keywords.items() if value is not None}


def arguments(**bounds: float | str | None) -> str:
    """Returns the bounds that are not None, as arguments of a call."""
    return ", ".join(
        f"{name}={ascii(bound) if isinstance(bound, str) else whole(bound)}"
        for name, bound in bounds.items()
        if bound is not None
    )


def of_array(shape: Array) -> str:
    """Returns the limits of an array, as arguments of `Array`."""
    bounds = arguments(min_items=shape.min_items, max_items=shape.max_items)
    return ", ".join(filter(None, (bounds, "unique=True" * shape.unique)))


def limits(shape: Shape) -> Iterator[str]:
    """Returns the limits of a text or a number, as parts of an annotation."""
    match shape:
        case Text(min_length, max_length, None, pattern):
            bounds = arguments(
                min_length=min_length, max_length=max_length, pattern=pattern
            )
        case Number(True, minimum, maximum, multiple_of):
            bounds = arguments(ge=minimum, le=maximum, multiple_of=multiple_of)
        case Number(False, minimum, maximum):
            bounds = arguments(ge=minimum, le=maximum)
        case _:
            bounds = ""
    if bounds:
        yield f"Field({bounds})"
    # Not `multiple_of` of pydantic, which uses binary floating point; see `MultipleOf`.
    if isinstance(shape, Number) and not shape.integer and shape.multiple_of:
        yield f"MultipleOf({whole(shape.multiple_of)})"


def whole(bound: float | None) -> float | None:
    """Returns a bound such as 10.0 as 10, because 2.1 has such bounds on integers."""
    return int(bound) if bound is not None and bound == int(bound) else bound
