"""The groupings that a mapping may use, with the facts that the generator needs.

A grouping makes one field from one or several fields on the wire, or a type of the
family from the fields of a type. It is needed if a mapping from name to name cannot
express the meaning: which combinations of fields are valid, or the meaning of a number
(connector 0 is the whole charge point). Its classes and its two functions, `read_...`
and `write_...`, are ordinary code in `codegen/runtime/v1x`. A record has no functions,
but `DEFAULTS_OF_...` for its fields.

The generator cannot read these facts from that code, because the code imports
enumerations that are not generated yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

__all__ = ["GROUPINGS", "Form", "Grouping"]


class Form(Enum):
    """The kind of the type that the name of a grouping denotes.

    Attributes:
        CLASS: A class.
        RECORD: A class with the fields of the wire, which have defaults.
        UNION: One of several classes.
        VALUE: An annotated type of a plain value.
    """

    CLASS = auto()
    RECORD = auto()
    UNION = auto()
    VALUE = auto()


@dataclass(frozen=True)
class Grouping:
    """A grouping.

    Attributes:
        name: The name of its type.
        function: The names of its functions, after `read_` and `write_`.
        form: The kind of its type.
        parts: The number of fields on the wire.
        module: The module of the package that contains it.
        default: Whether the class without arguments stands for no field at all.
    """

    name: str
    function: str
    form: Form
    parts: int
    module: str = "groupings"
    default: bool = False


_ALL: Final = (
    Grouping("AuthorizationData", "authorization_data", Form.UNION, 2, "compounds"),
    Grouping("ChargePointStatus", "status", Form.UNION, 4),
    Grouping("ChargingProfileKind", "profile_kind", Form.UNION, 2),
    Grouping("CompositeSchedule", "composite_schedule", Form.UNION, 4, "compounds"),
    Grouping("Connector", "connector", Form.CLASS, 1),
    Grouping("Duration", "duration", Form.VALUE, 1),
    Grouping("ExtendedMessageTrigger", "extended_trigger", Form.UNION, 2),
    Grouping("ListVersion", "list_version", Form.VALUE, 1),
    Grouping("MessageTrigger", "trigger", Form.UNION, 2),
    Grouping("Retries", "retries", Form.CLASS, 2, default=True),
    Grouping("SampledValue", "sampled_value", Form.RECORD, 7),
    Grouping("Scope", "scope", Form.UNION, 1),
)

GROUPINGS: Final[Mapping[str, Grouping]] = MappingProxyType(
    {grouping.name: grouping for grouping in _ALL}
)
"""The groupings, by name."""
