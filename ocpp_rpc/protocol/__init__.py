"""The protocol without I/O: frames, sessions, and their events.

Nothing in this folder reads a socket or a clock: time and message ids are arguments.

* `frames` has the frames of OCPP-J; `parsing` reads them from text, and `diagnosis`
  finds the fault of a text that is not a valid frame.
* `dialect` has the rules of each version as data, `error_codes` the meaning of error
  codes, `identities` the rules for identities of stations.
* `session` is one side of a conversation. `outgoing` and `replies` are its half for the
  calls of this side, `incoming` is the half for the messages of the peer, `sending`
  checks messages before they are sent; all share a `conversation`.
* `seals` is the interface between a session and signed messages, and `jws` reads the
  form of their payloads; neither does any cryptography.
* `mending` corrects the frames of peers that break them, if a program asks for it, and
  `mending_session` is the session that uses it.
* `events` has the events; `limits`, `tolerances` and `versions` have the settings that
  a program may choose.

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
