"""The frames of OCPP-J, as values that can be serialized.

An OCPP-J message is a JSON array whose first element says what it is::

    [2, id, action, payload]                       Call
    [3, id, payload]                               CallResult
    [4, id, code, description, details]            CallError
    [5, id, code, description, details]            CallResultError, from OCPP 2.1 on
    [6, id, action, payload]                       Send, from OCPP 2.1 on

(OCPP-J 1.6 §4.2, 2.0.1 and 2.1 part 4 §4.2). `payload` is JSON text in both directions,
because the serializer of a message reads or writes it in one pass, and joining the
envelope with text is faster than with an object. `parsing` reads frames.

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
"""Maximum length of a message id (OCPP-J 1.6 table 3, 2.0.1 part 4 table 3)."""


class MessageType(IntEnum):
    """The message type: the first element of a frame."""

    CALL = 2
    CALL_RESULT = 3
    CALL_ERROR = 4
    CALL_RESULT_ERROR = 5
    SEND = 6


class Defect(StrEnum):
    """The kinds of faults of a malformed frame."""

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
    """A request, which is answered with a CallResult or a CallError."""

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
    """The error that answers a Call. The code is spelled as the version spells it."""

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
    """The error that answers a CallResult. The code is spelled as for CallError."""

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
    """A message that has no response."""

    id: str
    action: str
    payload: str

    def serialize(self) -> str:
        """Return the text of this frame."""
        return f"[6,{_quote(self.id)},{_quote(self.action)},{self.payload}]"


Frame: TypeAlias = Call | CallResult | CallError | CallResultError | Send
"""Any frame: the result of parsing a text that is not malformed."""


@dataclass(frozen=True, slots=True)
class Malformed:
    """A text that is not a valid frame.

    Attributes:
        defect: The kind of the fault.
        detail: A sentence that describes the fault.
        type: The message type; None if it cannot be read.
        id: The message id; None if it cannot be read. Empty or longer than 36
            characters if that is the fault, never longer than 255.
        error: The readable parts of a CALLERROR or CALLRESULTERROR with a readable id.
            The code and the description are empty if they are not strings, and the
            details are empty if they are not an object. None for other messages.
    """

    defect: Defect
    detail: str
    type: MessageType | None = None
    id: str | None = None
    error: CallError | CallResultError | None = None


def is_text(text: str) -> bool:
    """Tell whether a string can be sent, that is, has no lone surrogate."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
