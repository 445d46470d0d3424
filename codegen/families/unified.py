"""What comes out of a mapping and its versions: all that is emitted of our messages.

For each type, field and value of ours it says where it stands in each version, if it
does. `matching` makes it, `codegen.emitting.conversions` writes it down.
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
    """Where an enumeration stands in one version, by names of members.

    Attributes:
        name: What the version calls it.
        read: Our member for each of the version's; None for the absent one.
        write: The version's member for each of ours that it has.
    """

    name: str
    read: Mapping[str, str | None]
    write: Mapping[str | None, str]


@dataclass(frozen=True)
class UnifiedEnum:
    """An enumeration of ours; where `absent`, None is one of its values."""

    type: EnumType
    clause: str
    absent: bool
    places: Mapping[str, EnumPlace]


@dataclass(frozen=True)
class Holder:
    """A list of objects that hold the lists which are one list of ours."""

    field: PythonField
    type: str


@dataclass(frozen=True)
class Part:
    """A field on the wire.

    Attributes:
        name: In Python.
        shape: What it holds, in types of ours; as wide as the widest version.
        required: Whether every version requires it.
        fields: What it is in each version that has it.
        holders: Where its list is spread over a list of objects.
    """

    name: str
    shape: Shape
    required: bool
    fields: Mapping[str, PythonField]
    holders: Mapping[str, Holder]

    @property
    def is_mixed(self) -> bool:
        """Whether it is a number, and has to be whole in some versions only."""
        shapes = [field.shape for field in self.fields.values()]
        return len({each.integer for each in shapes if isinstance(each, Number)}) > 1


@dataclass(frozen=True)
class UnifiedField:
    """A field of ours, made of one part or several.

    Attributes:
        name: In Python.
        parts: What it is on the wire.
        grouping: What makes it of the parts.
        boolean: The names of the members that are true and false.
        default: The name of the member that is meant where it is absent.
    """

    name: str
    parts: tuple[Part, ...]
    grouping: Grouping | None = None
    boolean: tuple[str, str] | None = None
    default: str | None = None


@dataclass(frozen=True)
class UnifiedObject:
    """A message or a datatype of ours.

    Attributes:
        name: Its name.
        clause: Where it is defined.
        exact: What the versions that have it call it.
        fields: Its fields; those of a grouping are the parts of a single one.
        grouping: What it is made into.
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
    """All that is emitted.

    Attributes:
        mapped: What the mapping says.
        specifications: The versions, by name.
        enumerations: Sorted by name.
        datatypes: Each after those that it holds.
        messages: Sorted by name.
        procedures: Sorted by action.
    """

    mapped: Mapped
    specifications: Mapping[str, Specification]
    enumerations: tuple[UnifiedEnum, ...]
    datatypes: tuple[UnifiedObject, ...]
    messages: tuple[UnifiedObject, ...]
    procedures: tuple[Procedure, ...]
