"""The rules of OCPP-J for a session, as tables of cases.

A case is a moment of a conversation: what was before (`given`), what happens then
(`when`), and what a session makes of it: the frames it writes (`goes`), the events it
reports, and what it raises if the fault is its owner's. It holds for every version
named, and on either side of the connection unless it names one.

Clauses: "1.6" is OCPP-J 1.6, which 1.5 follows; "2.x" is part 4 of OCPP 2.0.1 and 2.1,
which 2.0 follows; "P2" is part 2; "T" is a table, "FR" a requirement. "ours" is what
this library does where the specification is silent or contradicts itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, TypeAlias

import ocpp_messages
from ocpp_messages import FIELD, STRICT, Model, Procedure, Tolerance
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    OcppError,
    OcppRpcError,
    QueueFull,
)
from ocpp_rpc.events import (
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
    ResultRefused,
    SendDropped,
    SendReceived,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.frames import Defect, Malformed
from ocpp_rpc.session import Limits, Session
from ocpp_rpc.tolerances import Tolerances

__all__ = ["HOSTILE", "TABLES", "Case", "Code", "Side", "World"]

ALL: Final = ocpp_messages.VERSIONS
ONE: Final = ("1.5", "1.6")
TWO: Final = ("2.0", "2.0.1", "2.1")
BEFORE: Final = ("1.5", "1.6", "2.0", "2.0.1")
SINCE: Final = ("2.1",)
"""All versions; 1.x; 2.x; those before 2.1; those since."""


class Side(Enum):
    """Whose session it is."""

    STATION = "station"
    BACK_OFFICE = "back office"


BOTH: Final = tuple(Side)
STATION: Final = (Side.STATION,)
BACK_OFFICE: Final = (Side.BACK_OFFICE,)


# --- The words of the tables ----------------------------------------------------------


class World:
    """A session, and the time."""

    def __init__(self, version: str, side: Side) -> None:
        package = ocpp_messages.load(version)
        roles = {
            Side.STATION: package.STATION,
            Side.BACK_OFFICE: package.BACK_OFFICE,
        }
        self.messages = vars(package)
        self.session = Session(package, roles[side], supports=self._supports)
        self.unsupported: set[str] = set()
        self.now = 0.0

    def _supports(self, procedure: Procedure) -> bool:
        return procedure.action not in self.unsupported

    def message(self, name: str) -> Model:
        """Make a message of the version."""
        message: Model = self.messages[name](**_FIELDS.get(name, {}))
        return message

    def take(self) -> tuple[list[Any], list[Any]]:
        """Take the frames that the session writes, and its events."""
        frames: list[Any] = []
        while (text := self.session.next_to_send(self.now)) is not None:
            frames.append(json.loads(text))
        return frames, list(self.session.events())


MOMENT: Final = "2026-01-31T12:00:00Z"
NOW: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
_FIELDS: Final[dict[str, dict[str, Any]]] = {
    "DataTransferRequest": {"vendor_id": "Acme"},
    "DataTransferResponse": {"status": "Accepted"},
    "HeartbeatResponse": {"current_time": NOW},
    "ClearCacheResponse": {"status": "Accepted"},
    "NotifyPeriodicEventStream": {
        "id": 1,
        "pending": 0,
        "basetime": NOW,
        "data": [{"t": 1.0, "v": "x"}],
    },
}

Step: TypeAlias = Callable[[World], None]
"""Something that happens."""


def comes(message: Any) -> Step:
    """The peer sends a message: a text or bytes as they are, anything else as JSON."""
    raw = message if isinstance(message, str | bytes) else json.dumps(message)
    return lambda world: world.session.receive(raw, world.now)


def calls(
    message_id: str,
    action: str = "DataTransfer",
    *,
    timeout: float | None = None,
    total_timeout: float | None = None,
    tolerance: Tolerance | None = None,
) -> Step:
    """We call."""

    def step(world: World) -> None:
        world.session.call(
            message_id,
            world.message(f"{action}Request"),
            world.now,
            timeout=timeout,
            total_timeout=total_timeout,
            tolerance=tolerance,
        )

    return step


def sends(message_id: str) -> Step:
    """We send what is not answered."""
    name = "NotifyPeriodicEventStream"
    return lambda world: world.session.send(message_id, world.message(name))


def replies(message_id: str, action: str = "DataTransfer") -> Step:
    """We answer a call."""

    def step(world: World) -> None:
        response = world.message(f"{action}Response")
        world.session.reply(message_id, response, world.now)

    return step


def refuses(
    message_id: str, code: ErrorCode | str, description: str = "", **details: Any
) -> Step:
    """We answer a call with an error."""
    error = OcppError(code, description, details)
    return lambda world: world.session.fail(message_id, error, world.now)


def cancels(message_id: str) -> Step:
    """We give a call up."""
    return lambda world: world.session.cancel(message_id, world.now)


def waits(seconds: float) -> Step:
    """Time passes."""

    def step(world: World) -> None:
        world.now += seconds
        world.session.expire(world.now)

    return step


def drains(world: World) -> None:
    """We close in an orderly way."""
    world.session.drain()


def loses(code: int, reason: str = "") -> Step:
    """The connection is lost."""
    return lambda world: world.session.connection_lost(code, reason, world.now)


def limits(**values: int) -> Step:
    """The limits change."""

    def step(world: World) -> None:
        world.session.limits = Limits(**values)

    return step


def tolerates(tolerance: Tolerance) -> Step:
    """The tolerance of what comes in changes."""

    def step(world: World) -> None:
        world.session.tolerances = Tolerances(tolerance)

    return step


def at_once(*steps: Step) -> Step:
    """Several things happen before anything is written."""

    def step(world: World) -> None:
        for each in steps:
            each(world)

    return step


def without(action: str) -> Step:
    """There is no handler for an action."""
    return lambda world: world.unsupported.add(action)


@dataclass(frozen=True, slots=True)
class Code:
    """An error code, as versions 1.x and 2.x write it."""

    one: str
    two: str

    def of(self, version: str) -> str:
        return self.one if version in ONE else self.two


FORMAT: Final = Code("FormationViolation", "FormatViolation")
OCCURRENCE: Final = Code(
    "OccurenceConstraintViolation", "OccurrenceConstraintViolation"
)
MALFORMED: Final = Code("FormationViolation", "RpcFrameworkError")
IN_USE: Final = Code("ProtocolError", "RpcFrameworkError")
SINCE_2: Final = Code("GenericError", "RpcFrameworkError")


class _Why:
    """Any description of an error, which is not empty and keeps to the limit."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and 0 < len(other) <= 255

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "WHY"


WHY: Final = _Why()


class Like:
    """Any object of exactly that class that has these attributes."""

    def __init__(self, kind: type, /, **attributes: object) -> None:
        self.type = kind
        self.attributes = attributes

    def __eq__(self, other: object) -> bool:
        return type(other) is self.type and all(
            getattr(other, name) == value for name, value in self.attributes.items()
        )

    def __hash__(self) -> int:
        return hash(self.type)

    def __repr__(self) -> str:
        given = ", ".join(
            f"{name}={value!r}" for name, value in self.attributes.items()
        )
        return f"{self.type.__name__}({given}, ...)"


@dataclass(frozen=True, slots=True)
class Case:
    """One rule at work; see the module."""

    name: str
    clause: str
    _: KW_ONLY
    versions: Sequence[str] = ALL
    sides: Sequence[Side] = BOTH
    given: Sequence[Step] = ()
    when: Step
    goes: Sequence[Any] = ()
    events: Sequence[Like] = ()
    raises: type[OcppRpcError] | None = None


# --- What the tables speak of ---------------------------------------------------------

# The peer calls, with the id "1"; every version has this action in both directions.
ASK: Final[list[Any]] = [2, "1", "DataTransfer", {"vendorId": "Acme"}]
ASKED: Final = Like(CallReceived, id="1")
ANSWERED: Final = Like(CallAnswered, id="1")

# We call, with the id "a".
OURS: Final[list[Any]] = [2, "a", "DataTransfer", {"vendorId": "Acme"}]
DONE: Final = {"status": "Accepted"}
QUEUED: Final = Like(CallQueued, id="a")
STARTED: Final = Like(CallStarted, id="a")
SUCCEEDED: Final = Like(CallSucceeded, id="a")
INVALID: Final = Like(CallFailed, id="a", error=Like(InvalidResponse))

STREAM: Final[list[Any]] = [
    6,
    "s",
    "NotifyPeriodicEventStream",
    {"id": 1, "pending": 0, "basetime": MOMENT, "data": [{"t": 1.0, "v": "x"}]},
]


def refused(
    code: ErrorCode, action: str = "DataTransfer", message_id: str = "1"
) -> Like:
    """A call that no handler sees."""
    error = Like(OcppError, code=code)
    return Like(CallRefused, id=message_id, action=action, error=error)


def failed(error: Like, message_id: str = "a") -> Like:
    """A call of ours that got no response."""
    return Like(CallFailed, id=message_id, error=error)


def bad(defect: Defect, answered: bool = False) -> Like:
    """A message that is none."""
    answer = Like(OcppError) if answered else None
    return Like(BadMessage, problem=Like(Malformed, defect=defect), answered=answer)


# --- Frames ---------------------------------------------------------------------------

READ: Final = [
    Case(
        "a CALL",
        "1.6 §4.2.1; 2.x §4.2.1",
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a CALLRESULT",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[calls("a")],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "a CALLERROR",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "why", {"a": 1}]),
        events=[
            failed(
                Like(
                    OcppError,
                    code=ErrorCode.GENERIC_ERROR,
                    description="why",
                    details={"a": 1},
                )
            )
        ],
    ),
    Case(
        "a CALLERROR with nothing to say",
        "1.6 T6; 2.x T7",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "", {}]),
        events=[failed(Like(OcppError, description="", details={}))],
    ),
    Case(
        "a CALLERROR whose details are null",
        "ours",
        given=[calls("a")],
        when=comes([4, "a", "GenericError", "", None]),
        events=[failed(Like(OcppError, details={}))],
    ),
    Case(
        "a CALLRESULTERROR",
        "2.1 §4.2.3",
        versions=SINCE,
        when=comes([5, "1", "FormatViolation", "why", {"a": 1}]),
        events=[
            Like(
                ResultRefused,
                id="1",
                error=Like(
                    OcppError,
                    code=ErrorCode.FORMAT_VIOLATION,
                    description="why",
                    details={"a": 1},
                ),
            )
        ],
    ),
    Case(
        "a SEND",
        "2.1 §4.2.4, P2 FR.07",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=comes(STREAM),
        events=[Like(SendReceived, id="s")],
    ),
    Case(
        "white space between the elements",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259)",
        when=comes(' [ 2 ,\t"1" ,\r\n"DataTransfer" , { "vendorId" : "Acme" } ] '),
        events=[ASKED],
    ),
    Case(
        "escapes in the id and the action",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259)",
        when=comes('[2,"\\u0031","Data\\u0054ransfer",{"vendorId":"Acme"}]'),
        events=[ASKED],
    ),
    Case(
        "an empty payload that is null: a CALL",
        "1.6 §4.2.1; 2.x §4.1.5",
        sides=BACK_OFFICE,
        when=comes([2, "1", "Heartbeat", None]),
        events=[ASKED],
    ),
    Case(
        "an empty payload that is null: a CALL that needs a field",
        "1.6 §4.2.1; 2.x §4.1.5",
        when=comes([2, "1", "DataTransfer", None]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "an id of 36 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=comes([2, "x" * 36, *ASK[2:]]),
        events=[Like(CallReceived, id="x" * 36)],
    ),
    Case(
        "an empty message",
        "ours",
        when=comes(""),
    ),
    Case(
        "a message of white space",
        "ours",
        when=comes(" \r\n\t"),
    ),
]

WRITTEN: Final = [
    Case(
        "a CALL, without the optional fields that are not set",
        "1.6 §4.2.1; 2.x §4.1.5, §4.2.1",
        when=calls("a"),
        goes=[OURS],
        events=[QUEUED, STARTED],
    ),
    Case(
        "an empty payload",
        "1.6 §4.2.1; 2.x §4.1.5",
        sides=STATION,
        when=calls("a", "Heartbeat"),
        goes=[[2, "a", "Heartbeat", {}]],
        events=[QUEUED, STARTED],
    ),
    Case(
        "a CALLRESULT",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "a CALLERROR",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "why", a=1),
        goes=[[4, "1", "GenericError", "why", {"a": 1}]],
        events=[ANSWERED],
    ),
    Case(
        "a CALLERROR with nothing to say",
        "1.6 T6; 2.x T7",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.INTERNAL_ERROR),
        goes=[[4, "1", "InternalError", "", {}]],
        events=[ANSWERED],
    ),
    Case(
        "the longest description",
        "2.x T7; ours in 1.x",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "x" * 255),
        goes=[[4, "1", "GenericError", "x" * 255, {}]],
        events=[ANSWERED],
    ),
    Case(
        "a longer description is cut",
        "2.x T7; ours in 1.x",
        given=[comes(ASK)],
        when=refuses("1", ErrorCode.GENERIC_ERROR, "x" * 256),
        goes=[[4, "1", "GenericError", "x" * 255, {}]],
        events=[ANSWERED],
    ),
    Case(
        "a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=STATION,
        when=sends("s"),
        goes=[STREAM],
    ),
    Case(
        "a SEND while a CALL is unanswered",
        "2.1 §4.1.1, P2 FR.07",
        versions=SINCE,
        sides=STATION,
        given=[calls("a")],
        when=sends("s"),
        goes=[STREAM],
    ),
    Case(
        "an id of 36 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=calls("x" * 36),
        goes=[[2, "x" * 36, *OURS[2:]]],
        events=[Like(CallQueued, id="x" * 36), Like(CallStarted, id="x" * 36)],
    ),
    Case(
        "no id of 37 characters",
        "1.6 T3; 2.0.1 T3, 2.1 T4",
        when=calls("x" * 37),
        raises=CannotSend,
    ),
    Case(
        "no empty id",
        "ours",
        when=calls(""),
        raises=CannotSend,
    ),
    Case(
        "no CALL that goes the other way",
        "P2 use cases",
        sides=BACK_OFFICE,
        when=calls("a", "Heartbeat"),
        raises=CannotSend,
    ),
    Case(
        "no SEND that goes the other way",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=sends("s"),
        raises=CannotSend,
    ),
]


# --- Error codes ----------------------------------------------------------------------


def _spelling(code: ErrorCode | str, wire: Code | str) -> Case:
    return Case(
        f"{code} is written",
        "1.6 T7, errata 5.1 and 5.2; 2.0.1 T8, 2.1 T9",
        given=[comes(ASK)],
        when=refuses("1", code),
        goes=[[4, "1", wire, "", {}]],
        events=[ANSWERED],
    )


def _reading(wire: str, code: ErrorCode | str) -> Case:
    return Case(
        f"{wire} is understood",
        "1.6 T7; 2.0.1 T8, 2.1 T9; ours: either spelling in every version",
        given=[calls("a")],
        when=comes([4, "a", wire, "", {}]),
        events=[failed(Like(OcppError, code=code))],
    )


CODES: Final = [
    _spelling(ErrorCode.NOT_IMPLEMENTED, "NotImplemented"),
    _spelling(ErrorCode.NOT_SUPPORTED, "NotSupported"),
    _spelling(ErrorCode.INTERNAL_ERROR, "InternalError"),
    _spelling(ErrorCode.PROTOCOL_ERROR, "ProtocolError"),
    _spelling(ErrorCode.SECURITY_ERROR, "SecurityError"),
    _spelling(ErrorCode.FORMAT_VIOLATION, FORMAT),
    _spelling(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "PropertyConstraintViolation"),
    _spelling(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, OCCURRENCE),
    _spelling(ErrorCode.TYPE_CONSTRAINT_VIOLATION, "TypeConstraintViolation"),
    _spelling(ErrorCode.GENERIC_ERROR, "GenericError"),
    _spelling(
        ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED,
        Code("GenericError", "MessageTypeNotSupported"),
    ),
    _spelling(ErrorCode.RPC_FRAMEWORK_ERROR, SINCE_2),
    _spelling("AcmeError", "AcmeError"),
    *(_reading(code.value, code) for code in ErrorCode),
    _reading("FormationViolation", ErrorCode.FORMAT_VIOLATION),
    _reading("OccurenceConstraintViolation", ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
    _reading("AcmeError", "AcmeError"),
    _reading("genericerror", "genericerror"),
]


# --- Calls that are refused -----------------------------------------------------------

REFUSALS: Final = [
    Case(
        "an action that the version does not have",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "Nonsense", {}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "Nonsense")],
    ),
    Case(
        "an action of a newer version",
        "1.6 T7",
        versions=ONE,
        when=comes([2, "1", "GetVariables", {}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "GetVariables")],
    ),
    Case(
        "an action in small letters",
        "1.6 T4; 2.x §4.1.6",
        when=comes([2, "1", "datatransfer", {"vendorId": "Acme"}]),
        goes=[[4, "1", "NotImplemented", WHY, {}]],
        events=[refused(ErrorCode.NOT_IMPLEMENTED, "datatransfer")],
    ),
    *(
        Case(
            f"an action that ends with {suffix}",
            "1.6 T4; 2.x §4.1.6",
            when=comes([2, "1", f"DataTransfer{suffix}", {"vendorId": "Acme"}]),
            goes=[[4, "1", "NotImplemented", WHY, {}]],
            events=[refused(ErrorCode.NOT_IMPLEMENTED, f"DataTransfer{suffix}")],
        )
        for suffix in (".req", "Request")
    ),
    Case(
        "an action without a handler, whatever its payload",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        given=[without("DataTransfer")],
        when=comes([2, "1", "DataTransfer", {"vendorId": 5}]),
        goes=[[4, "1", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED)],
    ),
    Case(
        "an action that stations do not receive",
        "1.6 T7, errata 3.7; 2.0.1 T8, 2.1 T9",
        sides=STATION,
        when=comes([2, "1", "Heartbeat", {}]),
        goes=[[4, "1", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, "Heartbeat")],
    ),
    Case(
        "an action that back offices do not receive",
        "1.6 T7, errata 3.7; 2.0.1 T8, 2.1 T9",
        sides=BACK_OFFICE,
        when=comes([2, "1", "ClearCache", {}]),
        goes=[[4, "1", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, "ClearCache")],
    ),
    Case(
        "a CALL of what is a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([2, *STREAM[1:]]),
        goes=[[4, "s", "NotSupported", WHY, {}]],
        events=[refused(ErrorCode.NOT_SUPPORTED, STREAM[2], "s")],
    ),
    Case(
        "a field too many",
        "1.6 T7, errata 3.1; 2.0.1 T8, 2.1 T9",
        versions=("1.5", "1.6", "2.0.1", "2.1"),
        when=comes([2, "1", "DataTransfer", {"vendorId": "Acme", "colour": "red"}]),
        goes=[[4, "1", FORMAT, WHY, {}]],
        events=[refused(ErrorCode.FORMAT_VIOLATION)],
    ),
    Case(
        "a required field that is missing",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "DataTransfer", {}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "an optional field that is null",
        "2.x §4.1.5; ours in 1.x",
        when=comes([2, "1", "DataTransfer", {"vendorId": "Acme", "messageId": None}]),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value of another JSON type",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        when=comes([2, "1", "DataTransfer", {"vendorId": 12}]),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value that is too long",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        versions=("1.6", *TWO),
        when=comes([2, "1", "DataTransfer", {"vendorId": "x" * 256}]),
        goes=[[4, "1", "PropertyConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a value that is not of the enumeration",
        "1.6 T7",
        versions=ONE,
        sides=STATION,
        when=comes([2, "1", "Reset", {"type": "Warm"}]),
        goes=[[4, "1", "PropertyConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.PROPERTY_CONSTRAINT_VIOLATION, "Reset")],
    ),
    Case(
        "an empty list where there must be an element",
        "1.6 T7; 2.0.1 T8, 2.1 T9",
        versions=("2.0.1", "2.1"),
        sides=STATION,
        when=comes([2, "1", "GetVariables", {"getVariableData": []}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION, "GetVariables")],
    ),
    *(
        Case(
            f"a payload that is {payload}",
            "1.6 T7; 2.0.1 T8, 2.1 T9",
            when=comes(f'[2,"1","DataTransfer",{payload}]'),
            goes=[[4, "1", FORMAT, WHY, {}]],
            events=[bad(Defect.PAYLOAD, answered=True)],
        )
        for payload in ("[]", '"{}"', "0", "false")
    ),
    Case(
        "the id of a CALL that is being handled",
        "1.6 §4.1.4, §4.2.3; 2.x §4.1.4, §4.2.3; the code is ours",
        given=[comes(ASK)],
        when=comes(ASK),
        goes=[[4, "1", IN_USE, WHY, {}]],
        events=[
            Like(CallRefused, id="1", error=Like(OcppError)),
        ],
    ),
    Case(
        "more CALLs than are handled at once",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[limits(max_unanswered=1), comes(ASK)],
        when=comes([2, "2", *ASK[2:]]),
        goes=[[4, "2", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR, message_id="2")],
    ),
    Case(
        "more CALLs than are handled at once from now on",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[comes(ASK), limits(max_unanswered=1)],
        when=comes([2, "2", *ASK[2:]]),
        goes=[[4, "2", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR, message_id="2")],
    ),
    Case(
        "a CALL when one of those is answered",
        "ours",
        given=[limits(max_unanswered=1), comes(ASK), replies("1")],
        when=comes([2, "2", *ASK[2:]]),
        events=[Like(CallReceived, id="2")],
    ),
    Case(
        "a CALL while the connection is being closed",
        "1.6 T7; 2.x §4.2.3; the code is ours",
        given=[drains],
        when=comes(ASK),
        goes=[[4, "1", "GenericError", WHY, {}]],
        events=[refused(ErrorCode.GENERIC_ERROR)],
    ),
    Case(
        "an accepted CALL while the connection is being closed",
        "ours",
        given=[comes(ASK), drains],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
]


# --- Messages that are none -----------------------------------------------------------

_UNREADABLE: Final[dict[str, tuple[str, Defect]]] = {
    "no JSON": ("nonsense", Defect.NOT_JSON),
    "half a frame": ("[2", Defect.NOT_JSON),
    "half an id": ('[2,"1', Defect.NOT_JSON),
    "an object": ("{}", Defect.NOT_ARRAY),
    "a string": ('"[2]"', Defect.NOT_ARRAY),
    "null": ("null", Defect.NOT_ARRAY),
    "an empty array": ("[]", Defect.COUNT),
    "a CALL without an id": ("[2]", Defect.COUNT),
    "a CALL whose id is a number": ('[2,1,"DataTransfer",{}]', Defect.ID),
    "a CALL whose id is null": ('[2,null,"DataTransfer",{}]', Defect.ID),
    "a CALL whose id is of 256 characters": (
        f'[2,"{"x" * 256}","DataTransfer",{{}}]',
        Defect.ID,
    ),
}

_READABLE: Final[dict[str, tuple[str, Defect, str]]] = {
    "a CALL of two elements": ('[2,"1"]', Defect.COUNT, "1"),
    "a CALL of three": ('[2,"1","DataTransfer"]', Defect.COUNT, "1"),
    "a CALL of five": ('[2,"1","DataTransfer",{},{}]', Defect.COUNT, "1"),
    "a CALL whose action is a list": ('[2,"1",["x"],{}]', Defect.ACTION, "1"),
    "a CALL whose action is null": ('[2,"1",null,{}]', Defect.ACTION, "1"),
    "a CALL whose action is empty": ('[2,"1","",{}]', Defect.ACTION, "1"),
    "a CALL that is cut off": ('[2,"1","DataTransfer",{}', Defect.NOT_JSON, "1"),
    "a CALL whose payload is no JSON": (
        '[2,"1","DataTransfer",{"vendorId":}]',
        Defect.NOT_JSON,
        "1",
    ),
    "a CALL with something after it": (
        '[2,"1","DataTransfer",{"vendorId":"x"}] x',
        Defect.NOT_JSON,
        "1",
    ),
    "a CALL whose id is empty": ('[2,"","DataTransfer",{}]', Defect.ID, ""),
    "a CALL whose id is of 37 characters": (
        f'[2,"{"x" * 37}","DataTransfer",{{}}]',
        Defect.ID,
        "x" * 37,
    ),
    "a CALL whose id is of 255 characters": (
        f'[2,"{"x" * 255}","DataTransfer",{{}}]',
        Defect.ID,
        "x" * 255,
    ),
}

MALFORMED_CALLS: Final = [
    *(
        Case(
            name,
            "no rule in 1.6; ours: no answer",
            versions=ONE,
            when=comes(text),
            events=[bad(defect)],
        )
        for name, (text, defect) in _UNREADABLE.items()
    ),
    *(
        Case(
            name,
            "2.x §4.2.3; 2.0.1 T8, 2.1 T9",
            versions=TWO,
            when=comes(text),
            goes=[[4, "-1", "RpcFrameworkError", WHY, {}]],
            events=[bad(defect, answered=True)],
        )
        for name, (text, defect) in _UNREADABLE.items()
    ),
    *(
        Case(
            name,
            "1.6 §4.2.1, §4.2.3; 2.x §4.2.1, §4.2.3",
            when=comes(text),
            goes=[[4, message_id, MALFORMED, WHY, {}]],
            events=[bad(defect, answered=True)],
        )
        for name, (text, defect, message_id) in _READABLE.items()
    ),
]

_NOT_ANSWERED: Final[dict[str, tuple[str, Defect]]] = {
    "a CALLRESULT of two elements": ('[3,"1"]', Defect.COUNT),
    "a CALLRESULT whose id is a number": ("[3,1,{}]", Defect.ID),
    "a CALLRESULT whose payload is a list": ('[3,"1",[]]', Defect.PAYLOAD),
    "a CALLRESULT that is cut off": ('[3,"1",{}', Defect.NOT_JSON),
    "a CALLERROR of four elements": ('[4,"1","GenericError",""]', Defect.COUNT),
    "a CALLERROR of six": ('[4,"1","GenericError","",{},{}]', Defect.COUNT),
    "a CALLERROR whose code is a number": ('[4,"1",404,"",{}]', Defect.ERROR),
    "a CALLERROR whose code is empty": ('[4,"1","","",{}]', Defect.ERROR),
    "a CALLERROR whose description is null": ('[4,"1","X",null,{}]', Defect.ERROR),
    "a CALLERROR whose details are a list": ('[4,"1","X","",[]]', Defect.ERROR),
    "a CALLERROR that is cut off": ('[4,"1","X"', Defect.NOT_JSON),
    "a CALLERROR after a byte order mark": (
        '\ufeff[4,"1","GenericError","",{}]',
        Defect.NOT_JSON,
    ),
    "a type of a CALLERROR and nothing else": ("[4", Defect.NOT_JSON),
    "a CALLRESULTERROR of four elements": ('[5,"1","X",""]', Defect.COUNT),
    "a CALLRESULTERROR that is cut off": ('[5,"1",', Defect.NOT_JSON),
    "a SEND of three elements": ('[6,"1","NotifyPeriodicEventStream"]', Defect.COUNT),
    "a SEND whose payload is a list": ('[6,"1","Notify",[]]', Defect.PAYLOAD),
    "a SEND that is cut off": ('[6,"1","Notify"', Defect.NOT_JSON),
}

_UNKNOWN: Final[dict[str, str]] = {
    "type 1": '[1,"1","DataTransfer",{}]',
    "type 7": '[7,"1","DataTransfer",{}]',
    "type -1": '[-1,"1","DataTransfer",{}]',
    "a type that is a string": '["2","1","DataTransfer",{}]',
    "a type that is 2.0": '[2.0,"1","DataTransfer",{}]',
    "a type that is true": '[true,"1","DataTransfer",{}]',
    "a type and nothing else": "[9]",
}

UNANSWERED: Final = [
    *(
        Case(
            name,
            "1.6 §4.2.3; 2.x §4.2.3: CALLERROR answers a CALL",
            when=comes(text),
            events=[bad(defect)],
        )
        for name, (text, defect) in _NOT_ANSWERED.items()
    ),
    *(
        Case(
            name,
            "1.6 §4.1.3; 2.x §4.1.3, 2.0.1 errata 2026-06 4",
            when=comes(text),
            events=[bad(Defect.UNKNOWN_TYPE)],
        )
        for name, text in _UNKNOWN.items()
    ),
    Case(
        "a CALLRESULTERROR before 2.1",
        "1.6 §4.1.3; 2.0.1 §4.1.3",
        versions=BEFORE,
        when=comes([5, "1", "GenericError", "", {}]),
        events=[bad(Defect.UNKNOWN_TYPE)],
    ),
    Case(
        "a SEND before 2.1",
        "1.6 §4.1.3; 2.0.1 §4.1.3",
        versions=BEFORE,
        sides=BACK_OFFICE,
        when=comes(STREAM),
        events=[bad(Defect.UNKNOWN_TYPE)],
    ),
    Case(
        "a SEND of what is a CALL",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([6, *ASK[1:]]),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND of an unknown action",
        "2.1 §4.2.4",
        versions=SINCE,
        when=comes([6, "1", "Nonsense", {}]),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND that goes the other way",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=STATION,
        when=comes(STREAM),
        events=[bad(Defect.ACTION)],
    ),
    Case(
        "a SEND while as much is handled as may be",
        "2.1 §4.2.4; ours",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[limits(max_unanswered=1), comes(ASK)],
        when=comes(STREAM),
        events=[Like(SendDropped, id="s")],
    ),
    Case(
        "a SEND whose payload is invalid",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        when=comes([*STREAM[:3], {}]),
        events=[bad(Defect.PAYLOAD)],
    ),
]


# --- Hostile messages -----------------------------------------------------------------

_DEEP: Final = 100_000

HOSTILE: Final[dict[str, tuple[str | bytes, Code | str | None, Like]]] = {
    "a binary message": (b'[2,"1","DataTransfer",{}]', None, bad(Defect.BINARY)),
    "bytes that are no UTF-8": (b"\xff\x00", None, bad(Defect.BINARY)),
    "NaN": (
        '[2,"1","DataTransfer",{"vendorId":"x","data":NaN}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "Infinity": (
        '[2,"1","DataTransfer",{"vendorId":"x","data":-Infinity}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "a byte order mark": (
        f"\ufeff{json.dumps(ASK)}",
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "half an emoji, escaped": (
        '[2,"1","DataTransfer",{"vendorId":"\\ud83d"}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "100,000 brackets around a value": (
        f'[2,"1","DataTransfer",{{"vendorId":{"[" * _DEEP}1{"]" * _DEEP}}}]',
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "100,000 objects without an end": (
        '[2,"1","DataTransfer",' + '{"a":' * _DEEP,
        MALFORMED,
        bad(Defect.NOT_JSON, answered=True),
    ),
    "500 brackets around a value": (
        f'[2,"1","DataTransfer",{{"vendorId":{"[" * 500}1{"]" * 500}}}]',
        FORMAT,
        refused(ErrorCode.FORMAT_VIOLATION),
    ),
    "an integer of 5,000 digits": (
        f'[2,"1","DataTransfer",{{"vendorId":{"9" * 5000}}}]',
        FORMAT,
        refused(ErrorCode.FORMAT_VIOLATION),
    ),
    "an integer of 5,000 digits as the type": (
        f'[{"9" * 5000},"1","DataTransfer",{{}}]',
        None,
        bad(Defect.UNKNOWN_TYPE),
    ),
    "a number that is too large": (
        '[2,"1","DataTransfer",{"vendorId":1e999}]',
        "TypeConstraintViolation",
        refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION),
    ),
    "a quarter of a million elements": (
        '[2,"1","DataTransfer",{}' + ",0" * 250_000 + "]",
        MALFORMED,
        bad(Defect.COUNT, answered=True),
    ),
    "an action of 100,000 characters": (
        f'[2,"1","{"x" * _DEEP}",{{}}]',
        "NotImplemented",
        refused(ErrorCode.NOT_IMPLEMENTED, "x" * _DEEP),
    ),
    "a field name of 100,000 characters": (
        f'[2,"1","DataTransfer",{{"{"x" * _DEEP}":1}}]',
        OCCURRENCE,
        refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION),
    ),
}
"""What one message may do, by name: the message, the code that answers it under its id
"1", if it is answered, and the event."""

_WITHOUT_ID: Final[dict[str, str]] = {
    "half an emoji as the id": '[2,"\\ud83d","DataTransfer",{}]',
    "half an emoji, not escaped": '[2,"\ud83d","DataTransfer",{}]',
    "100,000 brackets": "[" * _DEEP,
    "100,000 brackets and their ends": "[" * _DEEP + "]" * _DEEP,
}

HOSTILITY: Final = [
    *(
        Case(
            name,
            "1.6 §4.1.2, T7; 2.x §4.1.2, 2.0.1 T8, 2.1 T9",
            when=comes(message),
            goes=[] if code is None else [[4, "1", code, WHY, {}]],
            events=[event],
        )
        for name, (message, code, event) in HOSTILE.items()
    ),
    *(
        Case(
            name,
            "no rule in 1.6; ours: no answer",
            versions=ONE,
            when=comes(text),
            events=[bad(Defect.NOT_JSON)],
        )
        for name, text in _WITHOUT_ID.items()
    ),
    *(
        Case(
            name,
            "2.x §4.2.3; 2.0.1 T8, 2.1 T9",
            versions=TWO,
            when=comes(text),
            goes=[[4, "-1", "RpcFrameworkError", WHY, {}]],
            events=[bad(Defect.NOT_JSON, answered=True)],
        )
        for name, text in _WITHOUT_ID.items()
    ),
    Case(
        "the same field twice: the last one counts",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259 §4 leaves it open)",
        when=comes('[2,"1","DataTransfer",{"vendorId":5,"vendorId":"Acme"}]'),
        events=[ASKED],
    ),
    Case(
        "the same field twice: the first one does not",
        "1.6 §4.1.2; 2.x §4.1.2 (RFC 8259 §4 leaves it open)",
        when=comes('[2,"1","DataTransfer",{"vendorId":"Acme","vendorId":5}]'),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a text that speaks of NaN",
        "1.6 §4.1.2; 2.x §4.1.2",
        when=comes([2, "1", "DataTransfer", {"vendorId": "NaN, Infinity"}]),
        events=[ASKED],
    ),
    Case(
        "a whole emoji",
        "1.6 §4.1.2; 2.x §4.1.2",
        when=comes('[2,"1","DataTransfer",{"vendorId":"\\ud83d\\ude00 \U0001f600"}]'),
        events=[ASKED],
    ),
]


# --- Replies to calls of ours ---------------------------------------------------------


def _invalid(
    name: str, text: str, code: str, *, bad: Sequence[Like] = ()
) -> list[Case]:
    """A CALLRESULT that fails its call, and what 2.1 answers to it."""
    return [
        Case(
            name,
            "1.6 §4.2.3; 2.0.1 §4.2.3: CALLERROR answers a CALL",
            versions=BEFORE,
            given=[calls("a")],
            when=comes(text),
            events=[INVALID, *bad],
        ),
        Case(
            name,
            "2.1 §4.2.3, P2 FR.06",
            versions=SINCE,
            given=[calls("a")],
            when=comes(text),
            goes=[[5, "a", code, WHY, {}]],
            events=[INVALID, *bad],
        ),
    ]


RESULTS: Final = [
    *_invalid(
        "a result that lacks a field",
        '[3,"a",{}]',
        "OccurrenceConstraintViolation",
    ),
    *_invalid(
        "a result that is null and lacks a field",
        '[3,"a",null]',
        "OccurrenceConstraintViolation",
    ),
    *_invalid(
        "a result with a value of another JSON type",
        '[3,"a",{"status":5}]',
        "TypeConstraintViolation",
    ),
    *_invalid(
        "a result with a value that is not of the enumeration",
        '[3,"a",{"status":"Maybe"}]',
        "PropertyConstraintViolation",
    ),
    *_invalid(
        "a result that is too short",
        '[3,"a"]',
        "RpcFrameworkError",
        bad=[bad(Defect.COUNT)],
    ),
    *_invalid(
        "a result that is too long",
        '[3,"a",{"status":"Accepted"},{}]',
        "RpcFrameworkError",
        bad=[bad(Defect.COUNT)],
    ),
    *_invalid(
        "a result that is a list",
        '[3,"a",[]]',
        "FormatViolation",
        bad=[bad(Defect.PAYLOAD)],
    ),
    *_invalid(
        "a result after a byte order mark",
        '\ufeff[3,"a",{"status":"Accepted"}]',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    *_invalid(
        "a result that holds NaN",
        '[3,"a",{"status":NaN}]',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    *_invalid(
        "a result that is cut off",
        '[3,"a",{"status":"Accepted"}',
        "RpcFrameworkError",
        bad=[bad(Defect.NOT_JSON)],
    ),
    Case(
        "an error that is too short",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[calls("a")],
        when=comes([4, "a", "GenericError"]),
        events=[INVALID, bad(Defect.COUNT)],
    ),
    Case(
        "a reply to nothing",
        "ours",
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "an error to nothing",
        "ours",
        when=comes([4, "a", "GenericError", "", {}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "an invalid result to nothing",
        "ours",
        when=comes([3, "a", {"status": 5}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "a result to nothing with one element too many: nobody looks into it",
        "ours",
        when=comes([3, "a", DONE, {}]),
        events=[Like(StrayReply, id="a", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "the error of who could not read our message",
        "2.x §4.2.3",
        given=[calls("a")],
        when=comes([4, "-1", "RpcFrameworkError", "", {}]),
        events=[Like(StrayReply, id="-1", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "a second reply",
        "ours",
        given=[calls("a"), comes([3, "a", DONE])],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.DUPLICATE)],
    ),
    Case(
        "a result after an error",
        "ours",
        given=[calls("a"), comes([4, "a", "GenericError", "", {}])],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.DUPLICATE)],
    ),
    Case(
        "a reply to a call that timed out",
        "ours: normal traffic",
        given=[calls("a", timeout=5), waits(5)],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a reply to a call that was cancelled",
        "ours: normal traffic",
        given=[calls("a"), cancels("a")],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a late reply does not settle the next call",
        "ours",
        given=[calls("a", timeout=5), calls("b"), waits(5)],
        when=comes([3, "a", DONE]),
        events=[Like(StrayReply, id="a", kind=StrayKind.LATE)],
    ),
    Case(
        "a reply to a call that still waits",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[calls("a"), calls("b")],
        when=comes([3, "b", DONE]),
        events=[Like(StrayReply, id="b", kind=StrayKind.UNKNOWN)],
    ),
    Case(
        "replies in another order",
        "ours, with more than one call in flight",
        given=[limits(max_in_flight=2), calls("a"), calls("b")],
        when=comes([3, "b", DONE]),
        events=[Like(CallSucceeded, id="b")],
    ),
]


# --- Turns, time and ids --------------------------------------------------------------

TURNS: Final = [
    Case(
        "a second CALL waits",
        "1.6 §4.1.1, errata 3.4; 2.x §4.1.1, P2 FR.01",
        given=[calls("a")],
        when=calls("b"),
        events=[Like(CallQueued, id="b")],
    ),
    Case(
        "it has its turn after the result",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=comes([3, "a", DONE]),
        goes=[[2, "b", *OURS[2:]]],
        events=[SUCCEEDED, Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the error",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=comes([4, "a", "GenericError", "", {}]),
        goes=[[2, "b", *OURS[2:]]],
        events=[failed(Like(OcppError)), Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the time is up",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a", timeout=5), calls("b")],
        when=waits(5),
        goes=[[2, "b", *OURS[2:]]],
        events=[failed(Like(CallTimeout, sent=True)), Like(CallStarted, id="b")],
    ),
    Case(
        "it has its turn after the first is given up",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=cancels("a"),
        goes=[[2, "b", *OURS[2:]]],
        events=[Like(CallCancelled, id="a"), Like(CallStarted, id="b")],
    ),
    Case(
        "calls of both sides may cross, even with the same id",
        "1.6 §4.1.1; 2.x §4.1.1 (notes)",
        given=[calls("1")],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a reply does not wait for a CALL",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[calls("a"), comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "more calls in flight, if told so",
        "1.6 §4.1.1 (SHOULD NOT); against 2.x §4.1.1",
        given=[calls("a"), calls("b")],
        when=limits(max_in_flight=2),
        goes=[[2, "b", *OURS[2:]]],
        events=[Like(CallStarted, id="b")],
    ),
    Case(
        "fewer calls in flight, if told so",
        "1.6 §4.1.1; 2.x §4.1.1",
        given=[
            limits(max_in_flight=2),
            calls("a"),
            calls("b"),
            calls("c"),
            limits(max_in_flight=1),
        ],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "the queue is bounded",
        "ours",
        given=[limits(max_waiting=1), calls("a"), calls("b")],
        when=calls("c"),
        raises=QueueFull,
    ),
    Case(
        "the queue may become shorter",
        "ours",
        given=[calls("a"), calls("b"), limits(max_waiting=0)],
        when=calls("c"),
        raises=QueueFull,
    ),
    Case(
        "the queue may become longer",
        "ours",
        given=[limits(max_waiting=0), calls("a"), limits(max_waiting=1)],
        when=calls("b"),
        events=[Like(CallQueued, id="b")],
    ),
    Case(
        "the time of a call runs from when it is written",
        "ours",
        given=[calls("a"), calls("b", timeout=5), waits(9), cancels("a"), waits(4)],
        when=waits(1),
        events=[failed(Like(CallTimeout, sent=True), "b")],
    ),
    Case(
        "the total time runs from the start",
        "ours",
        given=[calls("a"), calls("b", total_timeout=5)],
        when=waits(5),
        events=[failed(Like(CallTimeout, sent=False), "b")],
    ),
    Case(
        "a call whose time is up is never written",
        "ours",
        given=[calls("a"), calls("b", total_timeout=5), waits(5)],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
    Case(
        "a call that is given up is never written",
        "ours",
        given=[calls("a"), calls("b"), cancels("b")],
        when=comes([3, "a", DONE]),
        events=[SUCCEEDED],
    ),
]

IDS: Final = [
    Case(
        "the id of an answered CALL may come again",
        "1.6 §4.1.4; 2.0.1 errata 2024-09 4.6, 2.1 §4.1.4: a retry",
        given=[comes(ASK), replies("1")],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "the id of a refused CALL may come again",
        "1.6 §4.1.4; 2.0.1 errata 2024-09 4.6, 2.1 §4.1.4: a retry",
        given=[comes([2, "1", "Nonsense", {}])],
        when=comes(ASK),
        events=[ASKED],
    ),
    Case(
        "a CALL is answered once, however often its id came",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[comes(ASK), comes(ASK), comes(ASK)],
        when=replies("1"),
        goes=[[3, "1", DONE]],
        events=[ANSWERED],
    ),
    Case(
        "a retry of ours may have the id of the first try",
        "2.0.1 errata 2024-09 4.6, 2.1 §4.1.4",
        given=[calls("a", timeout=5), waits(5)],
        when=calls("a"),
        goes=[OURS],
        events=[QUEUED, STARTED],
    ),
    Case(
        "no second CALL with the id of one in flight",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[calls("a")],
        when=calls("a"),
        raises=CannotSend,
    ),
    Case(
        "no second CALL with the id of one that waits",
        "1.6 §4.1.4; 2.x §4.1.4",
        given=[calls("a"), calls("b")],
        when=calls("b"),
        raises=CannotSend,
    ),
    Case(
        "no SEND with the id of a CALL in flight",
        "2.1 §4.1.4: CALL and SEND",
        versions=SINCE,
        sides=STATION,
        given=[calls("a")],
        when=sends("a"),
        raises=CannotSend,
    ),
    Case(
        "no second answer",
        "1.6 §4.2.2; 2.x §4.2.2",
        given=[comes(ASK), replies("1")],
        when=replies("1"),
        raises=CannotSend,
    ),
    Case(
        "no error after an answer",
        "1.6 §4.2.3; 2.x §4.2.3",
        given=[comes(ASK), replies("1")],
        when=refuses("1", ErrorCode.GENERIC_ERROR),
        raises=CannotSend,
    ),
    Case(
        "no answer to a SEND",
        "2.1 §4.2.4",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[comes(STREAM)],
        when=refuses("s", ErrorCode.GENERIC_ERROR),
        raises=CannotSend,
    ),
]


# --- The end --------------------------------------------------------------------------

END: Final = [
    Case(
        "what is in flight fails, and so does what waits",
        "ours",
        given=[calls("a"), calls("b")],
        when=loses(1001, "bye"),
        events=[
            failed(Like(ConnectionClosed, sent=True, code=1001, reason="bye")),
            failed(Like(ConnectionClosed, sent=False, code=1001, reason="bye"), "b"),
            Like(Closed, code=1001, reason="bye"),
        ],
    ),
    Case(
        "what was not written yet is not written",
        "ours",
        given=[comes(ASK)],
        when=at_once(replies("1"), calls("a"), loses(1006)),
        events=[
            ANSWERED,
            QUEUED,
            failed(Like(ConnectionClosed, sent=False, code=1006, reason="")),
            Like(Closed, code=1006),
        ],
    ),
    Case(
        "nothing is answered any more",
        "ours",
        given=[comes(ASK), loses(1006)],
        when=replies("1"),
        raises=CannotSend,
    ),
    Case(
        "nothing is called any more",
        "ours",
        given=[loses(1006)],
        when=calls("a"),
        raises=ConnectionClosed,
    ),
    Case(
        "nothing is sent any more",
        "ours",
        versions=SINCE,
        sides=STATION,
        given=[loses(1006)],
        when=sends("s"),
        raises=ConnectionClosed,
    ),
    Case(
        "nothing is received any more",
        "ours",
        given=[loses(1006)],
        when=comes(ASK),
    ),
    Case(
        "the connection is lost once",
        "ours",
        given=[loses(1001)],
        when=loses(1006),
    ),
]

# --- Tolerance ------------------------------------------------------------------------

ODD_ASK: Final = [2, "1", "DataTransfer", {"vendorId": "Acme", "messageId": None}]
ODD_DONE: Final = [3, "a", {"status": "Maybe"}]
NAIVE_STREAM: Final = [*STREAM[:3], {**STREAM[3], "basetime": MOMENT[:-1]}]

TOLERANCE: Final = [
    Case(
        "a CALL that deviates",
        "ours",
        given=[tolerates(FIELD)],
        when=comes(ODD_ASK),
        events=[Like(Deviated, id="1"), ASKED],
    ),
    Case(
        "a CALL that deviates, unless it may not",
        "1.6 §4.2.3; 2.x §4.1.5, §4.1.7",
        when=comes(ODD_ASK),
        goes=[[4, "1", "TypeConstraintViolation", WHY, {}]],
        events=[refused(ErrorCode.TYPE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a CALL that deviates in what never may",
        "ours",
        given=[tolerates(FIELD)],
        when=comes([2, "1", "DataTransfer", {"messageId": None}]),
        goes=[[4, "1", OCCURRENCE, WHY, {}]],
        events=[refused(ErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION)],
    ),
    Case(
        "a CALLRESULT that deviates",
        "ours",
        given=[tolerates(FIELD), calls("a")],
        when=comes(ODD_DONE),
        events=[Like(Deviated, id="a"), SUCCEEDED],
    ),
    Case(
        "a CALLRESULT that deviates, as the call may",
        "ours",
        given=[calls("a", tolerance=FIELD)],
        when=comes(ODD_DONE),
        events=[Like(Deviated, id="a"), SUCCEEDED],
    ),
    Case(
        "a CALLRESULT that deviates, as the call may not",
        "ours",
        versions=BEFORE,
        given=[tolerates(FIELD), calls("a", tolerance=STRICT)],
        when=comes(ODD_DONE),
        events=[INVALID],
    ),
    Case(
        "a SEND that deviates",
        "ours",
        versions=SINCE,
        sides=BACK_OFFICE,
        given=[tolerates(FIELD)],
        when=comes(NAIVE_STREAM),
        events=[Like(Deviated, id="s"), Like(SendReceived, id="s")],
    ),
]

TABLES: Final = {
    "read": READ,
    "written": WRITTEN,
    "codes": CODES,
    "refusals": REFUSALS,
    "malformed calls": MALFORMED_CALLS,
    "unanswered": UNANSWERED,
    "hostile": HOSTILITY,
    "results": RESULTS,
    "turns": TURNS,
    "ids": IDS,
    "end": END,
    "tolerance": TOLERANCE,
}
