"""The exceptions of `ocpp_messages`.

::

    ValueError
    ├── DecodeError     text or data is not a valid message
    ├── NotExpressible  a version cannot express a message of `v1x` or `v2x`
    └── ToleranceError  a tolerance names a field that does not exist
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
    """The kinds of violations.

    Attributes:
        JSON: The text is not JSON.
        TYPE: The value has the wrong JSON type.
        MISSING: A required field is absent.
        EXTRA: The schema does not have this field.
        VALUE: The enumeration does not have this value.
        LENGTH: A string is too long or too short.
        COUNT: An array has too many or too few items.
        RANGE: A number is out of bounds, not a multiple of its step, or not finite.
        FORMAT: A string is not a date-time or not a URI, where one is required.
        PATTERN: A string does not match the pattern of its field.
        UNIQUE: Two items of an array are equal, where distinct items are required.
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
    """One violation of the schema in a message.

    Attributes:
        path: The place as a JSON path, for example `$.meterValue[0].sampledValue`.
        kind: The kind of the violation.
        message: A sentence that describes it; it never quotes the value.
    """

    path: str
    kind: ViolationKind
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    @classmethod
    def of(cls, found: ErrorDetails) -> Violation:
        """Returns the violation for an error of pydantic, with wire names."""
        return cls(json_path(found["loc"]), _kind(found), found["msg"])


class DecodeError(ValueError):
    """Text or data is not a valid message.

    Attributes:
        type_name: The name of the expected message, for example `ResetRequest`.
        violations: All violations, at least one. If there are more than 1000, it has
            only one, which states their number, because listing those of a hostile
            message would take seconds.
    """

    def __init__(self, type_name: str, violations: Iterable[Violation]) -> None:
        self.type_name = type_name
        self.violations = tuple(violations)
        super().__init__(type_name, self.violations)

    def __str__(self) -> str:
        return f"{self.type_name}: {'; '.join(map(str, self.violations))}"

    @classmethod
    def of(cls, error: ValidationError) -> DecodeError:
        """Returns the exception for an error of pydantic, with wire names."""
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
    """A tolerance names a message or field that cannot be tolerated.

    Attributes:
        place: The message or field, for example `StatusNotificationRequest.errorcode`.
        reason: The fault, for example that there is no such field.
    """

    def __init__(self, place: str, reason: str) -> None:
        self.place = place
        self.reason = reason
        super().__init__(place, reason)

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


class NotExpressible(ValueError):
    """A version cannot express a message of `v1x` or `v2x`.

    Attributes:
        message: The name of the message, for example `RemoteStartTransactionRequest`.
        version: The version, for example "1.5".
        field: The field that the version cannot express, by its name in Python, for
            example `meter_value[0].sampled_value[0].unit`; None if the version does not
            have the message at all.
        reason: A phrase that gives the reason; it never quotes the value.
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
    """A role does not support an action; raised by every method not overridden.

    Attributes:
        action: The action of the request.
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
