"""The protocol without I/O: frames, sessions, and the events that they make.

Nothing in this folder reads a socket or a clock: time and message ids are arguments.
`frames` turns text into messages of OCPP-J and back, `dialect` has the rules of each
version as data, and a `Session` is one side of a conversation, made from these.
"""

from .dialect import DIALECTS, Dialect, IdScope
from .events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
    Closed,
    Deviated,
    Event,
    FrameReceived,
    FrameSent,
    Opened,
    ResultRefused,
    SendDropped,
    SendReceived,
    StrayKind,
    StrayReply,
)
from .frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Defect,
    Frame,
    Malformed,
    MessageType,
    Send,
    diagnose,
    is_text,
    parse,
)
from .pending import Incoming
from .session import Limits, Session
from .tolerances import Tolerances
from .versions import Version

__all__ = [
    "DIALECTS",
    "BadMessage",
    "Call",
    "CallAnswered",
    "CallCancelled",
    "CallError",
    "CallFailed",
    "CallQueued",
    "CallReceived",
    "CallRefused",
    "CallResult",
    "CallResultError",
    "CallStarted",
    "CallSucceeded",
    "Closed",
    "Defect",
    "Deviated",
    "Dialect",
    "Event",
    "Frame",
    "FrameReceived",
    "FrameSent",
    "IdScope",
    "Incoming",
    "Limits",
    "Malformed",
    "MessageType",
    "Opened",
    "ResultRefused",
    "Send",
    "SendDropped",
    "SendReceived",
    "Session",
    "StrayKind",
    "StrayReply",
    "Tolerances",
    "Version",
    "diagnose",
    "is_text",
    "parse",
]
