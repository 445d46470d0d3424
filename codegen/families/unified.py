"""The result of matching a mapping with its versions: the messages of a family.

For each type, field and value of the family, it has the place in each version that has
it. `matching` makes the result, and `codegen.emitting.conversions` turns it into source
code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..reading.shapes import Number, Shape
from ..reading.specification import EnumType, Procedure, PythonField, Specification
from .groupings import Grouping
from .mapping import Mapped

__all__ = [
    "EnumPlace",
    "Holder",
    "Part",
    "Unified",
    "UnifiedEnum",
    "UnifiedField",
    "UnifiedObject",
]


@dataclass(frozen=True)
class EnumPlace:
    """The place of an enumeration in one version, by names of members.

    Attributes:
        name: The name of the enumeration in the version.
        read: The member of the family for each member of the version; None for the
            absent one.
        write: The member of the version for each member of the family that it has.
    """

    name: str
    read: Mapping[str, str | None]
    write: Mapping[str | None, str]


@dataclass(frozen=True)
class UnifiedEnum:
    """An enumeration of the family; if `absent`, None is one of its values."""

    type: EnumType
    clause: str
    absent: bool
    places: Mapping[str, EnumPlace]


@dataclass(frozen=True)
class Holder:
    """A list of objects whose lists together are one list of the family."""

    field: PythonField
    type: str


@dataclass(frozen=True)
class Part:
    """A field on the wire.

    Attributes:
        name: The name of the field in Python.
        shape: The shape of the field in types of the family, as wide as the widest
            version.
        required: Whether every version requires it.
        fields: The field in each version that has it.
        holders: The lists of objects that its list is spread over, by version.
    """

    name: str
    shape: Shape
    required: bool
    fields: Mapping[str, PythonField]
    holders: Mapping[str, Holder]

    @property
    def is_mixed(self) -> bool:
        """Whether it is a number that has to be whole in some versions only."""
        shapes = [field.shape for field in self.fields.values()]
        return len({each.integer for each in shapes if isinstance(each, Number)}) > 1


@dataclass(frozen=True)
class UnifiedField:
    """A field of the family, made of one part or several.

    Attributes:
        name: The name of the field in Python.
        parts: The fields on the wire.
        grouping: The grouping that makes the field from the parts.
        boolean: The names of the members that stand for true and false.
        default: The name of the member that an absent field stands for.
    """

    name: str
    parts: tuple[Part, ...]
    grouping: Grouping | None = None
    boolean: tuple[str, str] | None = None
    default: str | None = None


@dataclass(frozen=True)
class UnifiedObject:
    """A message or a datatype of the family.

    Attributes:
        name: The name of the type.
        clause: The clause that defines it.
        exact: The names of the type in the versions that have it.
        fields: The fields; those of a grouping are the parts of a single one.
        grouping: The grouping that the type is made into.
        open: Whether it keeps fields that it does not name.
    """

    name: str
    clause: str
    exact: Mapping[str, str]
    fields: tuple[UnifiedField, ...]
    grouping: Grouping | None = None
    open: bool = False


@dataclass(frozen=True)
class Unified:
    """The complete result for a family.

    Attributes:
        mapped: The mapping.
        specifications: The versions, by name.
        enumerations: The enumerations, sorted by name.
        datatypes: The datatypes, each after those that it contains.
        messages: The messages, sorted by name.
        procedures: The procedures, sorted by action.
    """

    mapped: Mapped
    specifications: Mapping[str, Specification]
    enumerations: tuple[UnifiedEnum, ...]
    datatypes: tuple[UnifiedObject, ...]
    messages: tuple[UnifiedObject, ...]
    procedures: tuple[Procedure, ...]
