"""Reads the beginning of a frame, as much of it as a relay has to know.

A relay also passes on messages that it cannot read, so nothing is validated here. An id
may be a number, because some chargers send one, and anything may follow the id.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from ocpp_rpc.protocol.frames import MessageType

__all__ = ["Head", "head_of", "with_id"]

_BLANKS: Final = r"[ \t\n\r]*"
_TEXT: Final = r'"[^"\\]*(?:\\.[^"\\]*)*"'

# Each part begins with a character that the part before it cannot hold, so the time is
# linear in what is looked at.
_match_head = re.compile(
    rf"{_BLANKS}\[{_BLANKS}([2-6]){_BLANKS},{_BLANKS}({_TEXT}|-?[0-9]+)"
    rf"(?:{_BLANKS},{_BLANKS}({_TEXT}))?",
    re.DOTALL,
).match

_LONGEST_ID: Final = 1024
"""The longest text of an id, in characters; a frame with a longer one has no head."""

_MOST: Final = 4096
"""The number of characters to look at: a hostile megabyte would take a second."""


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a frame.

    Attributes:
        type: The message type.
        id: The id as the text of a JSON value: in quotes, unless it is a number.
        start: The index of the first character of the id in the frame.
        end: The index after the last character of the id.
        action: The action; empty if the type has none, or it is not found within the
            first characters.
    """

    type: MessageType
    id: str
    start: int
    end: int
    action: str = ""

    @property
    def is_call(self) -> bool:
        """Whether the frame is a CALL."""
        return self.type is MessageType.CALL

    @property
    def is_reply(self) -> bool:
        """Whether the frame is a CALLRESULT or CALLERROR."""
        return self.type in _REPLIES


_REPLIES: Final = frozenset({MessageType.CALL_RESULT, MessageType.CALL_ERROR})
_WITH_ACTION: Final = frozenset({MessageType.CALL, MessageType.SEND})


def head_of(message: str | bytes) -> Head | None:
    """Return the beginning of a frame; None if the message is not a frame."""
    found = None if isinstance(message, bytes) else _match_head(message, 0, _MOST)
    if found is None:
        return None
    start, end = found.span(2)
    if end - start > _LONGEST_ID:
        return None
    kind, action = MessageType(int(found[1])), found[3]
    if action is None or kind not in _WITH_ACTION:
        return Head(kind, _plain(found[2]), start, end)
    return Head(kind, _plain(found[2]), start, end, _read(action))


def with_id(text: str, head: Head, message_id: str) -> str:
    """Return a frame with its id replaced, and nothing else changed.

    Args:
        text: The frame.
        head: The beginning of this frame.
        message_id: The new id, as the text of a JSON value.
    """
    return f"{text[: head.start]}{message_id}{text[head.end :]}"


def _plain(token: str) -> str:
    """Return the text of an id in one form, however it was escaped."""
    is_plain = token.isascii() and "\\" not in token
    return token if is_plain else json.dumps(_read(token))


def _read(token: str) -> str:
    """Return the value of a JSON string; the token itself if it is invalid."""
    try:
        value = json.loads(token, strict=False)
    except ValueError:  # an escape that JSON does not have
        return token
    return str(value)
