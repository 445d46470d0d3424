"""Frames in a file, one JSON object a line, for `ocpp-rpc decode` and other programs.

A line tells the time, the identity of the station and one of these:

* `role` and `version`: the connection is open, as seen from that side;
* `direction` and `text`: a frame was sent or received; `binary` in place of the text
  is a message that is none, in base64;
* `code` and `reason`: the connection is closed.

Frames hold credentials and personal data, so the file is made for its owner only. One
that exists is written anew and keeps its permissions.
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

__all__ = ["line_of", "recording"]


@contextmanager
def recording(path: str | os.PathLike[str]) -> Generator[Observer]:
    """Open a file and yield an observer that writes every frame to it.

    The observer is for any number of connections at once::

        with recording("frames.jsonl") as observer:
            settings = Settings(observer=observer)

    Each line is flushed, so that the file is complete even if the program is killed.

    Args:
        path: The file. One that exists is written anew.

    Raises:
        OSError: It cannot be opened.
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
    """Return the line of an event in a recording; None if it has none."""
    content = _content(event, connection)
    if content is None:
        return None
    time = datetime.now(UTC).isoformat(timespec="microseconds")
    return json.dumps({"time": time, "identity": connection.identity, **content})


def _content(event: Event, connection: Connection) -> Mapping[str, Any] | None:
    """Return what is to be written of an event, if anything is."""
    match event:
        case Opened(version):
            return {"role": connection.role, "version": version}
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
