# Generated from codegen/runtime/errors.py by `python -m codegen generate`.
# Do not edit: change the source or the generator.

"""What goes wrong with messages.

::

    ValueError
    ├── DecodeError     text or data is not a valid message
    ├── NotExpressible  a version has no words for a message of OCPP 1.x
    └── ToleranceError  a tolerance names what does not exist
    Exception
    └── NotSupported    a role does not support an action
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

__all__ = [
    "MOST_VIOLATIONS",
    "DecodeError",
    "NotExpressible",
    "NotSupported",
    "ToleranceError",
    "Violation",
    "ViolationKind",
    "json_path",
]

MOST_VIOLATIONS: Final = 1000
"""As many are told apart in one message; more only waste the time of its receiver."""


class ViolationKind(StrEnum):
    """What a violation breaks.

    Attributes:
        JSON: The text is not JSON.
        TYPE: The value has another JSON type.
        MISSING: A required field is absent.
        EXTRA: A field that the schema does not know.
        VALUE: Not one of the values of the enumeration.
        LENGTH: A string is too long or too short.
        COUNT: An array has too many or too few items.
        RANGE: A number is out of its bounds, no multiple of its step, or not finite.
        FORMAT: A string is no date-time or no URI.
        PATTERN: A string does not have the pattern of its field.
        UNIQUE: Two items of an array are equal.
    """

    JSON = "json"
    TYPE = "type"
    MISSING = "missing"
    EXTRA = "extra"
    VALUE = "value"
    LENGTH = "length"
    COUNT = "count"
    RANGE = "range"
    FORMAT = "format"
    PATTERN = "pattern"
    UNIQUE = "unique"


@dataclass(frozen=True)
class Violation:
    """One thing that is wrong in a message.

    Attributes:
        path: Where, as a JSON path, for example `$.meterValue[0].sampledValue`.
        kind: What it breaks.
        message: A sentence for a person; it never quotes the value.
    """

    path: str
    kind: ViolationKind
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    @classmethod
    def of(cls, found: ErrorDetails) -> Violation:
        """Returns what pydantic found at one place, in the terms of the wire."""
        return cls(json_path(found["loc"]), _kind(found), found["msg"])


class DecodeError(ValueError):
    """Text or data is not a valid message.

    Attributes:
        type_name: The message that was expected, for example `ResetRequest`.
        violations: Everything that is wrong with it, at least one. More than 1000 are
            counted only, in one violation of the whole, since telling them apart would
            take a hostile message's receiver seconds.
    """

    def __init__(self, type_name: str, violations: Iterable[Violation]) -> None:
        self.type_name = type_name
        self.violations = tuple(violations)
        super().__init__(type_name, self.violations)

    def __str__(self) -> str:
        return f"{self.type_name}: {'; '.join(map(str, self.violations))}"

    @classmethod
    def of(cls, error: ValidationError) -> DecodeError:
        """Returns what pydantic found, in the terms of the wire."""
        count = error.error_count()
        if count > MOST_VIOLATIONS:
            sentence = f"{count} violations are too many to list"
            return cls(error.title, [Violation("$", ViolationKind.TYPE, sentence)])
        found = error.errors(include_url=False, include_context=False)
        return cls(error.title, map(Violation.of, found))

    @classmethod
    def not_json(cls, type_name: str, reason: object) -> DecodeError:
        """Returns what to raise for what is not JSON at all."""
        violation = Violation("$", ViolationKind.JSON, f"Not JSON: {reason}")
        return cls(type_name, [violation])


class ToleranceError(ValueError):
    """A tolerance names what does not exist.

    Attributes:
        place: What it names, for example `StatusNotificationRequest.errorcode`.
        reason: What is wrong with it.
    """

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(place, reason)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class NotExpressible(ValueError):
    """A version has no words for a message that is independent of the version.

    Attributes:
        message: The message, for example `RemoteStartTransactionRequest`.
        version: The version, for example "1.5".
        field: The field that cannot be expressed, by its name in Python, for example
            `meter_value[0].sampled_value[0].unit`; None if the version has no such
            message.
        reason: Why, for a person; it never quotes the value.
    """

    def __init__(
        self,
        message: str,
        version: str,
        field: str | None = None,
        reason: str = "there is no such message",
    ) -> None:
        self.message = message
        self.version = version
        self.field = field
        self.reason = reason
        super().__init__(message, version, field, reason)

    def __str__(self) -> str:
        what = f"{self.message}.{self.field}" if self.field else self.message
        return f"OCPP {self.version} cannot express {what}: {self.reason}"


class NotSupported(Exception):
    """A role does not support an action; the default of every method of a role.

    Attributes:
        action: The action that was asked for.
    """

    def __init__(self, action: str) -> None:
        self.action = action
        super().__init__(action)

    def __str__(self) -> str:
        return f"{self.action} is not supported"


def json_path(location: Iterable[str | int]) -> str:
    """Returns a JSON path such as `$.meterValue[0]['odd name']`."""
    return "$" + "".join(map(_step, location))


def _step(part: str | int) -> str:
    if isinstance(part, int):
        return f"[{part}]"
    return f".{part}" if _PLAIN.fullmatch(part) else f"[{part!r}]"


def _kind(found: ErrorDetails) -> ViolationKind:
    if found["type"] == "enum" and not isinstance(found["input"], str):
        return ViolationKind.TYPE
    return _KINDS.get(found["type"], ViolationKind.TYPE)


_PLAIN: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

# Whatever is not listed is a matter of type: int_type, model_type, bool_type, ...
_KINDS: Final[Mapping[str, ViolationKind]] = {
    "json_invalid": ViolationKind.JSON,
    "string_unicode": ViolationKind.JSON,
    "missing": ViolationKind.MISSING,
    "extra_forbidden": ViolationKind.EXTRA,
    "enum": ViolationKind.VALUE,
    "string_too_long": ViolationKind.LENGTH,
    "string_too_short": ViolationKind.LENGTH,
    "too_long": ViolationKind.COUNT,
    "too_short": ViolationKind.COUNT,
    "greater_than_equal": ViolationKind.RANGE,
    "less_than_equal": ViolationKind.RANGE,
    "multiple_of": ViolationKind.RANGE,
    "finite_number": ViolationKind.RANGE,
    "datetime_format": ViolationKind.FORMAT,
    "uri_format": ViolationKind.FORMAT,
    "string_pattern_mismatch": ViolationKind.PATTERN,
    "items_not_unique": ViolationKind.UNIQUE,
}
