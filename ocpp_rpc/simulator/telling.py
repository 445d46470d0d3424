"""The events that a simulated side reports, and the questions that it asks.

The simulator itself neither prints nor reads input. The program that uses it decides
whether events go to a screen, to a log or to a test. A `Narrator` is called like an
observer of `Settings`, but with events that no frame contains.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from ocpp_rpc import Connection

from .outcomes import Failure

__all__ = [
    "Ask",
    "Charging",
    "Narrator",
    "Note",
    "SettingsRead",
    "Told",
    "Trouble",
    "nobody",
    "silent",
]


@dataclass(frozen=True)
class Note:
    """Information for a person, such as the status of a tag."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Trouble:
    """A fault that does not end the session."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class Charging:
    """The progress of a charge.

    Attributes:
        energy: The energy that the car has taken so far, in Wh.
        full: The energy that the car takes in all, in Wh.
    """

    energy: float
    full: float

    def __str__(self) -> str:
        return f"charging: {self.energy / 1000:.1f} of {self.full / 1000:.1f} kWh"


@dataclass(frozen=True)
class SettingsRead:
    """The configuration that a station has reported.

    Attributes:
        settings: The values by name; None is a value that the station does not report.
    """

    settings: Mapping[str, str | None]

    def __str__(self) -> str:
        pairs = (f"{name}={value or ''}" for name, value in self.settings.items())
        return f"configuration: {', '.join(pairs) or 'none'}"


Told: TypeAlias = Note | Trouble | Charging | SettingsRead
"""An event for a narrator; `str` turns it into a sentence."""

Narrator: TypeAlias = Callable[[Told, Connection], None]
"""A function that takes an event and the connection that it belongs to."""

Ask: TypeAlias = Callable[[str], Awaitable[str]]
"""A function that puts a question to a person, and returns the line of the answer."""


def silent(_told: Told, _connection: Connection) -> None:
    """Report nothing: the default narrator."""


async def nobody(question: str) -> str:
    """Raise `Failure`: the default, for programs without a person to ask.

    Raises:
        Failure: Always.
    """
    raise Failure(f"nobody answers {question!r}")
