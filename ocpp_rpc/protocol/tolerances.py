"""The deviations to accept in each kind of message of the peer."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, cast

from ocpp_messages import STRICT, Model, Tolerance, ToleranceError, VersionPackage

__all__ = ["Tolerances", "tolerances_of"]


@dataclass(frozen=True)
class Tolerances:
    """A tolerance for each kind of message.

    Attributes:
        default: The tolerance for messages without an entry in `exceptions`; default
            `STRICT`.
        exceptions: Tolerances for single messages, by the class of the request or
            response in one version.

    Raises:
        ToleranceError: A key of `exceptions` is not such a class.
    """

    default: Tolerance = STRICT
    exceptions: Mapping[type[Model], Tolerance] = field(
        default_factory=dict[type[Model], Tolerance], hash=False
    )

    def __post_init__(self) -> None:
        for message in self.exceptions:
            _check_message(message)
        exceptions = MappingProxyType(dict(self.exceptions))
        object.__setattr__(self, "exceptions", exceptions)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.default, dict(self.exceptions))

    def of(self, message: type[Model]) -> Tolerance:
        """Return the tolerance for a class of messages."""
        return self.exceptions.get(message, self.default)


def tolerances_of(tolerance: Tolerance | Tolerances) -> Tolerances:
    """Return the tolerances for each message; a single tolerance is for all."""
    if isinstance(tolerance, Tolerances):
        return tolerance
    return _ALL_STRICT if tolerance is STRICT else Tolerances(tolerance)


_ALL_STRICT: Final = Tolerances()
"""Shared by the connections that tolerate nothing."""


def _check_message(message: Any) -> None:
    if not (inspect.isclass(message) and issubclass(message, Model)):
        raise ToleranceError(repr(message), "not a message")
    package = sys.modules.get(message.__module__.rpartition(".")[0])
    if not hasattr(package, "VERSION"):  # such as those of v1x
        raise ToleranceError(message.__name__, "not of one version")
    procedures = cast(VersionPackage, package).PROCEDURES.values()
    if all(message not in (each.request, each.response) for each in procedures):
        raise ToleranceError(message.__name__, "a datatype, not a message")
