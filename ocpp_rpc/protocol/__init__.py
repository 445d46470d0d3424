"""The protocol without I/O: frames, sessions, and the events that they make.

Nothing in this folder reads a socket or a clock: time and message ids are arguments.

* `frames` are the values of OCPP-J; `parsing` cuts them from text, and `diagnosis`
  says what is wrong with a text that is none.
* `dialect` has the rules of each version as data, `error_codes` which code says what,
  `identities` what a station can be called.
* `session` is one side of a conversation. `outgoing` and `replies` are its half for the
  calls of ours, `incoming` is that for the messages of the peer, `sending` what may be
  sent at all; `conversation` is what they share.
* `seals` say what a session has to know of signed messages, and `jws` reads their form;
  neither does any cryptography.
* `mending` mends the frames of peers that break them, if that is wanted, and
  `mending_session` is the session that has it do so.
* `events` tell what happened; `limits`, `tolerances` and `versions` are what a program
  may choose.

Programs import the names below from here: `from ocpp_rpc.protocol import Session`.
"""

from .diagnosis import diagnose
from .dialect import DIALECTS, Dialect, IdScope
from .error_codes import read_code
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
    FrameMended,
    FrameReceived,
    FrameSent,
    Opened,
    ResultRefused,
    SendDropped,
    SendReceived,
    SignatureRefused,
    Signed,
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
)
from .incoming import Incoming
from .limits import Limits
from .mending import FrameTolerance
from .mending_session import MendingSession
from .parsing import parse
from .seals import Seal, SealMaker, Signature
from .session import Session
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
    "FrameMended",
    "FrameReceived",
    "FrameSent",
    "FrameTolerance",
    "IdScope",
    "Incoming",
    "Limits",
    "Malformed",
    "MendingSession",
    "MessageType",
    "Opened",
    "ResultRefused",
    "Seal",
    "SealMaker",
    "Send",
    "SendDropped",
    "SendReceived",
    "Session",
    "Signature",
    "SignatureRefused",
    "Signed",
    "StrayKind",
    "StrayReply",
    "Tolerances",
    "Version",
    "diagnose",
    "parse",
    "read_code",
]
