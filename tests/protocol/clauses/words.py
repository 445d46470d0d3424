"""The words that the tables are written in."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import KW_ONLY, dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Any, Final, TypeAlias

import ocpp_messages
from ocpp_messages import LENIENT, Model, Procedure, Tolerance
from ocpp_rpc.errors import ErrorCode, InvalidResponse, OcppError, OcppRpcError
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallFailed,
    CallQueued,
    CallReceived,
    CallRefused,
    CallStarted,
    CallSucceeded,
)
from ocpp_rpc.protocol.frames import Defect, Malformed
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.protocol.tolerances import Tolerances

__all__ = [
    "ALL",
    "ANSWERED",
    "ASK",
    "ASKED",
    "BACK_OFFICE",
    "BEFORE",
    "BOTH",
    "DONE",
    "FORMAT",
    "INVALID",
    "IN_USE",
    "MALFORMED",
    "MOMENT",
    "OCCURRENCE",
    "ONE",
    "OURS",
    "QUEUED",
    "SINCE",
    "SINCE_2",
    "STARTED",
    "STATION",
    "STREAM",
    "SUCCEEDED",
    "TWO",
    "WHY",
    "Case",
    "Code",
    "Like",
    "Side",
    "Step",
    "World",
    "at_once",
    "bad",
    "calls",
    "calls_oddly",
    "cancels",
    "comes",
    "drains",
    "failed",
    "limits",
    "loses",
    "refused",
    "refuses",
    "replies",
    "replies_oddly",
    "sends",
    "tolerates",
    "waits",
    "without",
]

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
_NOW: Final = datetime(2026, 1, 31, 12, tzinfo=UTC)
_FIELDS: Final[dict[str, dict[str, Any]]] = {
    "DataTransferRequest": {"vendor_id": "Acme"},
    "DataTransferResponse": {"status": "Accepted"},
    "HeartbeatResponse": {"current_time": _NOW},
    "ClearCacheResponse": {"status": "Accepted"},
    "NotifyPeriodicEventStream": {
        "id": 1,
        "pending": 0,
        "basetime": _NOW,
        "data": [{"t": 1.0, "v": "x"}],
    },
}

Step: TypeAlias = Callable[[World], object]
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


def calls_oddly(message_id: str, *, tolerance: Tolerance | None = None) -> Step:
    """We call with a message that deviates."""

    def step(world: World) -> None:
        kind = world.messages["DataTransferRequest"]
        odd, _ = LENIENT.from_jsonable(kind, {"vendorId": "Acme", "colour": "red"})
        world.session.call(message_id, odd, world.now, tolerance=tolerance)

    return step


def replies_oddly(message_id: str) -> Step:
    """We answer with a response that deviates."""

    def step(world: World) -> None:
        kind = world.messages["DataTransferResponse"]
        odd, _ = LENIENT.from_jsonable(kind, {"status": "Maybe"})
        world.session.reply(message_id, odd, world.now)

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


def limits(**values: Any) -> Step:
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
