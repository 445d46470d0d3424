"""Records frames in a file, for `ocpp-rpc decode` and other programs.

Each line is a JSON object with `time`, the `identity` of the station, and one of:

* `role` and `version`: the connection is open, seen from the side with that role;
* `direction` ("sent" or "received") and `text`: a frame; a binary message has `binary`,
  in base64, in place of `text`;
* `code` and `reason`: the connection is closed.

Frames contain credentials and personal data, so only the owner can read a new file. An
existing file is overwritten and keeps its permissions.
"""

from __future__ import annotations

import json
import os
from base64 import b64encode
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, TextIO

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.protocol.events import (
    Closed,
    Event,
    FrameReceived,
    FrameSent,
    Opened,
)

__all__ = ["line_at", "line_of", "recording"]


@contextmanager
def recording(path: str | os.PathLike[str]) -> Generator[Observer]:
    """Record all frames of connections in a file.

    Pass the observer that it yields to any number of connections::

        with recording("frames.jsonl") as observer:
            settings = Settings(observer=observer)

    Each line is flushed, so the file is complete even if the program is killed.

    Args:
        path: The file. An existing file is overwritten.

    Yields:
        The observer.

    Raises:
        OSError: The file cannot be opened.
    """
    # Mode 0600 from the beginning: made readable and then restricted, the file would
    # show the first credentials to other users.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        yield _Recorder(file)


class _Recorder:
    """Writes what happens, line by line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def __call__(self, event: Event, connection: Connection) -> None:
        line = line_of(event, connection)
        if line is not None:
            self._file.write(line + "\n")
            self._file.flush()


def line_of(event: Event, connection: Connection) -> str | None:
    """Return the line that a recording has for an event.

    Args:
        event: The event.
        connection: The connection of the event.

    Returns:
        A JSON object without a line end; None for an event that is not recorded.
    """
    return line_at(datetime.now(UTC), event, connection.identity, connection.role)


def line_at(time: datetime, event: Event, identity: str, role: str) -> str | None:
    """Return the line that a recording has for an event of a certain time.

    Args:
        time: When it happened, in UTC.
        event: The event.
        identity: The identity of the station.
        role: The role of the side that records.

    Returns:
        As `line_of`.
    """
    content = _content(event, role)
    if content is None:
        return None
    written = time.isoformat(timespec="microseconds")
    return json.dumps({"time": written, "identity": identity, **content})


def _content(event: Event, role: str) -> Mapping[str, Any] | None:
    """Return what is to be written of an event, if anything is."""
    match event:
        case Opened(version):
            return {"role": role, "version": version}
        case FrameSent(text):
            return {"direction": "sent", "text": text}
        case FrameReceived(bytes(data)):
            return {"direction": "received", "binary": b64encode(data).decode()}
        case FrameReceived(text):
            return {"direction": "received", "text": text}
        case Closed(code, reason):
            return {"code": code, "reason": reason}
        case _:
            return None
