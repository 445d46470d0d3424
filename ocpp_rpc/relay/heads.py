"""The beginning of a frame: as much of it as a relay has to know.

A relay passes on what it cannot read, so nothing is checked here. A number may be the
id of a message, since there are chargers that send one, and whatever follows the id may
be anything.
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
"""How long the text of an id may be; a frame with a longer one has no head."""

_MOST: Final = 4096
"""How many characters are looked at: a hostile megabyte would take a second."""


@dataclass(frozen=True, slots=True)
class Head:
    """How a frame begins.

    Attributes:
        type: What it is.
        id: Its id, as the text of a JSON value: in quotes, unless it is a number.
        start: Where the id begins in the text of the frame.
        end: Where the id ends.
        action: Its action; empty if it is one that has none, or none that is near.
    """

    type: MessageType
    id: str
    start: int
    end: int
    action: str = ""

    @property
    def is_call(self) -> bool:
        """Whether it wants an answer."""
        return self.type is MessageType.CALL

    @property
    def is_reply(self) -> bool:
        """Whether it is an answer to a call."""
        return self.type in _REPLIES


_REPLIES: Final = frozenset({MessageType.CALL_RESULT, MessageType.CALL_ERROR})
_WITH_ACTION: Final = frozenset({MessageType.CALL, MessageType.SEND})


def head_of(message: str | bytes) -> Head | None:
    """Return how a frame begins; None if it does not begin like one."""
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
    """Return a frame with another id, and nothing else changed.

    Args:
        text: The frame.
        head: How it begins.
        message_id: The id, as the text of a JSON value.
    """
    return f"{text[: head.start]}{message_id}{text[head.end :]}"


def _plain(token: str) -> str:
    """Return the one text of an id, however it is escaped."""
    is_plain = token.isascii() and "\\" not in token
    return token if is_plain else json.dumps(_read(token))


def _read(token: str) -> str:
    """Return the text that a JSON string stands for; itself if it is none."""
    try:
        value = json.loads(token, strict=False)
    except ValueError:  # an escape that there is not
        return token
    return str(value)
