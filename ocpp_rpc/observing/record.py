"""Frames in a file, one JSON object a line, for `decode` and other programs.

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
from pathlib import Path
from typing import Any, TextIO

from ocpp_rpc import Connection, Event
from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.protocol.events import Closed, FrameReceived, FrameSent, Opened
from ocpp_rpc.simulator.steps import Failure

__all__ = ["recording"]


@contextmanager
def recording(path: Path | None) -> Generator[Observer]:
    """Open a file, if one is given, and yield the observer that writes to it.

    Raises:
        Failure: It cannot be opened.
    """
    if path is None:
        yield lambda _event, _connection: None
        return
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Failure(f"cannot write {path}: {error.strerror}") from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        yield _Recorder(file)


class _Recorder:
    """Writes what happens, line by line."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def __call__(self, event: Event, connection: Connection) -> None:
        content = _content(event, connection)
        if content is not None:
            time = datetime.now(UTC).isoformat(timespec="microseconds")
            line = {"time": time, "identity": connection.identity, **content}
            self._file.write(json.dumps(line) + "\n")
            self._file.flush()


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
