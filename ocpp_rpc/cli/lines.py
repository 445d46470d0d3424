"""The lines of a file with frames, written by `--save` or with one frame each."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

from ocpp_messages import VERSIONS, Role

__all__ = ["STATIONS", "Began", "Ended", "Line", "Recorded", "Unreadable", "read"]

STATIONS: Final = frozenset({Role.CHARGE_POINT, Role.CHARGING_STATION})
"""The roles of the station's side."""


@dataclass(frozen=True)
class Recorded:
    """A recorded frame.

    Attributes:
        text: The frame; bytes if it was not a text.
        identity: The identity of the station; empty if the line lacks it.
        version: The version of OCPP; empty if the line lacks it.
        from_station: Whether the station sent it; None if the line lacks it.
        time: The time of the frame; None if the line lacks it.
    """

    text: str | bytes
    identity: str = ""
    version: str = ""
    from_station: bool | None = None
    time: datetime | None = None


@dataclass(frozen=True)
class Began:
    """A connection is open."""

    identity: str
    version: str
    time: datetime


@dataclass(frozen=True)
class Ended:
    """A connection is closed."""

    identity: str
    code: int
    time: datetime


@dataclass(frozen=True)
class Unreadable:
    """A line that is neither of these."""

    number: int


Line: TypeAlias = Recorded | Began | Ended | Unreadable


def read(lines: Iterable[str]) -> Iterator[Line]:
    """Iterate over the contents of lines, without empty lines."""
    reader = _Reader()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        if text.startswith("["):
            yield Recorded(text)
        elif text:
            try:
                yield reader.read(json.loads(text))
            except (KeyError, TypeError, ValueError, OverflowError, RecursionError):
                yield Unreadable(number)


@dataclass
class _Reader:
    """Reads the lines that `--save` has written.

    Attributes:
        sides: Whether the recording is of the station, and the version, by identity.
    """

    sides: dict[str, tuple[bool, str]] = field(
        default_factory=dict[str, tuple[bool, str]]
    )

    def read(self, line: Mapping[str, Any]) -> Line:
        """Return the content of a line.

        Raises:
            KeyError, TypeError, ValueError, OverflowError: The line is not of `--save`.
        """
        identity, time = str(line["identity"]), _time(line["time"])
        if "version" in line:
            version = VERSIONS[VERSIONS.index(line["version"])]
            self.sides[identity] = Role(line["role"]) in STATIONS, version
            return Began(identity, version, time)
        if "code" in line:
            return Ended(identity, int(line["code"]), time)
        is_station, version = self.sides[identity]
        if "binary" in line:
            text: str | bytes = b64decode(line["binary"])
        else:
            text = str(line["text"])
        from_station = (line["direction"] == "sent") is is_station
        return Recorded(text, identity, version, from_station, time)


def _time(text: str) -> datetime:
    """Return a time; one without a zone is in UTC, as those that `--save` writes.

    Raises:
        TypeError, ValueError: It is none.
    """
    time = datetime.fromisoformat(text)
    return time if time.tzinfo is not None else time.replace(tzinfo=UTC)
