"""The last frames of a charger, in a bounded amount of memory."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

import ocpp_messages
from ocpp_rpc.observing import redacted
from ocpp_rpc.observing.record import line_at
from ocpp_rpc.protocol.events import Event, FrameReceived, FrameSent, Opened

__all__ = ["Frame", "Frames"]

# The part before the payload: the type, the id, and for a CALL the action.
_HEAD: Final = re.compile(
    r'\s*\[\s*\d\s*,\s*"[^"\\]{1,36}"\s*(?:,\s*"\w{1,50}"\s*)?(?=[,\]])'
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame.

    Attributes:
        number: Its number among the frames of the charger, counted from 1.
        time: The time at which it passed, in seconds since 1970.
        sent: Whether the server has sent it; if False, the charger has.
        version: The version of OCPP of its connection.
        text: The frame as it passed, including credentials.
    """

    number: int
    time: float
    sent: bool
    version: str
    text: str | bytes

    def shown(self) -> dict[str, Any]:
        """Return the frame for a browser, without credentials.

        Credentials are removed only here, because most frames are never shown.
        """
        return {
            "number": self.number,
            "time": self.time,
            "sent": self.sent,
            "text": redacted(self.text),
        }

    def event(self) -> FrameSent | FrameReceived:
        """Return the event of the frame, without credentials."""
        masked = redacted(self.text)
        if self.sent:
            return FrameSent(masked)
        if isinstance(self.text, str):
            return FrameReceived(masked)
        # A frame that is not UTF-8 stays unchanged, unless it contains a credential.
        is_same = masked == self.text.decode("utf-8", "backslashreplace")
        binary = self.text if is_same else masked.encode("utf-8", "backslashreplace")
        return FrameReceived(binary)


class Frames:
    """The last frames of a charger, the oldest first.

    Args:
        most: The greatest number of frames.
        most_characters: The greatest number of characters of all frames together.
    """

    def __init__(self, most: int, most_characters: int) -> None:
        self._most = most
        self._most_characters = most_characters
        self._kept: deque[Frame] = deque()
        self._characters = 0
        self._total = 0

    def __iter__(self) -> Iterator[Frame]:
        return iter(tuple(self._kept))

    @property
    def total(self) -> int:
        """The number of frames so far, including those no longer kept."""
        return self._total

    def recording(self, identity: str) -> Iterator[str]:
        """Iterate over the lines of a recording, without credentials.

        The lines have the format of `ocpp_rpc.observing.recording`, which
        `ocpp-rpc decode` reads.
        """
        version, role = None, ""
        for frame in self:
            time = datetime.fromtimestamp(frame.time, UTC)
            events: list[Event] = [frame.event()]
            if frame.version != version:
                version = frame.version
                role = ocpp_messages.load(version).BACK_OFFICE
                events.insert(0, Opened(version))
            lines = (line_at(time, event, identity, role) for event in events)
            yield from filter(None, lines)

    def add(self, time: float, text: str | bytes, *, sent: bool, version: str) -> Frame:
        """Keep a frame, and forget the oldest frames if there is no room for all."""
        if len(text) > self._most_characters:
            text = _without_payload(text)
        self._total += 1
        frame = Frame(self._total, time, sent, version, text)
        self._kept.append(frame)
        self._characters += len(text)
        while (
            len(self._kept) > self._most or self._characters > self._most_characters
        ) and len(self._kept) > 1:
            self._characters -= len(self._kept.popleft().text)
        return frame


def _without_payload(text: str | bytes) -> str:
    """Return the beginning of a frame that is too long to keep, and its length.

    The whole payload is left out, because credentials cannot be found in a part of it.
    """
    unit = "characters" if isinstance(text, str) else "bytes"
    start = text[:200] if isinstance(text, str) else ""
    head = _HEAD.match(start)
    shown = "[" if head is None else head[0]
    return f"{shown} … ({len(text)} {unit}, too long to keep)"
