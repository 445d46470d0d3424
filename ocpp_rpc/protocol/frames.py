"""The frames of OCPP-J, as values that write themselves.

An OCPP-J message is a JSON array whose first element says what it is::

    [2, id, action, payload]                       Call
    [3, id, payload]                               CallResult
    [4, id, code, description, details]            CallError
    [5, id, code, description, details]            CallResultError, from OCPP 2.1 on
    [6, id, action, payload]                       Send, from OCPP 2.1 on

(OCPP-J 1.6 §4.2, 2.0.1 and 2.1 part 4 §4.2). `payload` is JSON text on both ways: the
serializer of a message writes and validates it in one pass, and an envelope of two
short strings is put around text faster than around an object. `parsing` reads frames.

This module imports nothing of the folder.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Any, TypeAlias

__all__ = [
    "MAX_ID_LENGTH",
    "Call",
    "CallError",
    "CallResult",
    "CallResultError",
    "Defect",
    "Frame",
    "Malformed",
    "MessageType",
    "Send",
    "is_text",
]

MAX_ID_LENGTH = 36
"""Longest message id (OCPP-J 1.6 table 3, 2.0.1 part 4 table 3)."""


class MessageType(IntEnum):
    """The first element of a frame."""

    CALL = 2
    CALL_RESULT = 3
    CALL_ERROR = 4
    CALL_RESULT_ERROR = 5
    SEND = 6


class Defect(StrEnum):
    """What is wrong with a malformed frame."""

    EMPTY = "empty"
    BINARY = "binary"
    NOT_JSON = "not JSON"
    NOT_ARRAY = "not an array"
    UNKNOWN_TYPE = "unknown message type"
    COUNT = "wrong number of elements"
    ID = "bad message id"
    ACTION = "bad action"
    PAYLOAD = "payload is not an object"
    ERROR = "bad error"
    SIGNATURE = "bad signature"


_dumps = json.JSONEncoder(separators=(",", ":"), allow_nan=False).encode
_quote = json.encoder.encode_basestring_ascii


# The three frames of everyday traffic are not frozen: that would cost more than all
# the rest of making one.


@dataclass(slots=True)
class Call:
    """A request, to be answered with a CallResult or a CallError."""

    id: str
    action: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[2,{_quote(self.id)},{_quote(self.action)},{self.payload}]"


@dataclass(slots=True)
class CallResult:
    """The answer to a Call."""

    id: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[3,{_quote(self.id)},{self.payload}]"


@dataclass(frozen=True, slots=True)
class CallError:
    """The refusal of a Call. The code is in the spelling of the version."""

    id: str
    code: str
    description: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def serialize(self) -> str:
        """Return the text of this frame.

        Raises:
            TypeError, ValueError, RecursionError: The details are not JSON.
        """
        return _dumps([4, self.id, self.code, self.description, self.details])


@dataclass(frozen=True, slots=True)
class CallResultError:
    """The refusal of a CallResult. The code is in the spelling of the version."""

    id: str
    code: str
    description: str = ""
    details: Mapping[str, Any] = field(default_factory=dict[str, Any])

    def serialize(self) -> str:
        """Return the text of this frame.

        Raises:
            TypeError, ValueError, RecursionError: The details are not JSON.
        """
        return _dumps([5, self.id, self.code, self.description, self.details])


@dataclass(slots=True)
class Send:
    """A message without an answer."""

    id: str
    action: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[6,{_quote(self.id)},{_quote(self.action)},{self.payload}]"


Frame: TypeAlias = Call | CallResult | CallError | CallResultError | Send
"""What the text of a message can be, if it is not malformed."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """A text that is no frame.

    Attributes:
        defect: What is wrong.
        detail: The same in a sentence.
        type: The message type, when it can be read.
        id: The message id, when it can be read; empty or over 36 characters if that
            is the defect, never over 255.
        error: What can be read of it if its type is that of an error, and its id can
            be: the code and the description are empty where they are no text, and so
            are the details where they are no object.
    """

    defect: Defect
    detail: str
    type: MessageType | None = None
    id: str | None = None
    error: CallError | CallResultError | None = None


def is_text(text: str) -> bool:
    """Tell whether a string can be sent: it has no surrogate without its pair."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
