"""The groupings that a mapping may use, and what the generator has to know of them.

A grouping makes one field of one or several fields on the wire, or a type of ours of
the fields of a type. It exists where a mapping from name to name cannot say what is
meant: which combinations of fields make sense, or what a number stands for (connector 0
is the whole charge point). Its classes and its two functions, `read_...` and
`write_...`, are ordinary code in `codegen/runtime/v1x`. A record has no functions, but
`DEFAULTS_OF_...` for its fields.

That code cannot be asked for these facts: it imports enumerations that are yet to be
generated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

__all__ = ["GROUPINGS", "Form", "Grouping"]


class Form(Enum):
    """What the name of a grouping stands for.

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
        name: Of its type.
        function: What the names of its functions have after `read_` and `write_`.
        form: What the name stands for.
        parts: How many fields on the wire it takes.
        module: Where it is, in the package.
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
"""By name."""
