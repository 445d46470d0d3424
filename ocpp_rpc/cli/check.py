"""The check of a sequence of frames: their faults, and the calls of replies.

`Checker` checks the payloads against the schemas, and the frames against the rules of
OCPP-J, whose clauses are named at each rule. It reports an uncertain fault as a note,
such as a call before the boot, which may have been on another connection.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, TypeAlias

import ocpp_messages
from ocpp_messages import (
    DecodeError,
    Model,
    Procedure,
    ProcedureKind,
    Role,
    VersionPackage,
)
from ocpp_rpc import ErrorCode
from ocpp_rpc.protocol.dialect import DIALECTS, Dialect
from ocpp_rpc.protocol.error_codes import read_code
from ocpp_rpc.protocol.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    Malformed,
    MessageType,
    Send,
)
from ocpp_rpc.protocol.jws import Jws, decoded, header_faults, open_frame
from ocpp_rpc.protocol.parsing import parse
from ocpp_rpc.protocol.seals import SUFFIX
from ocpp_rpc.simulator.outcomes import ACCEPTED

from .lines import Recorded

__all__ = ["Checked", "Checker", "Made"]

GIVEN_UP: Final = 30.0
"""After how many seconds without a reply a caller may have given a call up."""

_BOOT: Final = "BootNotification"

_TYPES: Final = {
    Call: MessageType.CALL,
    CallResult: MessageType.CALL_RESULT,
    CallError: MessageType.CALL_ERROR,
    CallResultError: MessageType.CALL_RESULT_ERROR,
    Send: MessageType.SEND,
}

_Key: TypeAlias = tuple[str, bool | None, str]


@dataclass(frozen=True)
class Made:
    """A call in the frames.

    Attributes:
        action: The action.
        id: The message id.
        procedure: The procedure; None if the version lacks the action.
        from_station: Whether the station made the call; None if unknown.
        time: The time of the call, if known.
    """

    action: str
    id: str
    procedure: Procedure | None
    from_station: bool | None
    time: datetime | None


@dataclass
class Checked:
    """The result of the check of a frame.

    Attributes:
        problems: The faults of the frame.
        notes: The possible faults of the frame.
        call: The call, if the frame is a reply and the call is known.
        from_station: Whether the station sent the frame; None if unknown.
        seconds: The time until the reply; None if unknown.
    """

    problems: list[str] = field(default_factory=list[str])
    notes: list[str] = field(default_factory=list[str])
    call: Made | None = None
    from_station: bool | None = None
    seconds: float | None = None


class Checker:
    """Checks frames in the order in which they were sent.

    Attributes:
        pending: The calls that are not answered.
    """

    def __init__(self) -> None:
        self.pending: dict[_Key, Made] = {}
        self._connections: Counter[str] = Counter()
        self._latest: dict[tuple[str, bool], Made] = {}
        self._boots: dict[str, str] = {}

    def begin(self, identity: str) -> list[Made]:
        """Note that a station connects; return the calls that this leaves unanswered.

        A station that connects while it is connected has lost its old connection.
        """
        self._boots.setdefault(identity, "")
        self._connections[identity] += 1
        return self._abandon(identity) if self._connections[identity] > 1 else []

    def end(self, identity: str) -> list[Made]:
        """Note that a connection of a station is closed; return its unanswered calls.

        The end of a connection that a newer one has replaced leaves the calls on that
        one as they are.
        """
        self._connections[identity] -= 1
        return self._abandon(identity) if self._connections[identity] < 1 else []

    def _abandon(self, identity: str) -> list[Made]:
        """Return the unanswered calls with a station, and forget them."""
        for is_station in (False, True):
            self._latest.pop((identity, is_station), None)
        keys = [key for key in self.pending if key[0] == identity]
        return [self.pending.pop(key) for key in keys]

    def check(self, recorded: Recorded, version: str) -> Checked:
        """Check a frame of a version."""
        checked = Checked(from_station=recorded.from_station)
        if isinstance(recorded.text, bytes):
            checked.problems.append("a frame is a text")
            return checked
        frame, jws = open_frame(parse(recorded.text))
        if isinstance(frame, Malformed):
            checked.problems.append(frame.detail)
            return checked
        package = ocpp_messages.load(version)
        if _TYPES[type(frame)] not in DIALECTS[version].message_types:
            checked.problems.append(f"OCPP {version} has no {_TYPES[type(frame)].name}")
        if isinstance(frame, Call | Send):
            self._message(recorded, frame, package, checked)
        else:
            self._reply(recorded, frame, package, checked)
        if jws is not None:
            checked.problems += _signature_faults(jws, frame, checked)
        return checked

    def _message(
        self,
        recorded: Recorded,
        frame: Call | Send,
        package: VersionPackage,
        checked: Checked,
    ) -> None:
        procedure = package.PROCEDURES.get(frame.action)
        sender = recorded.from_station
        if procedure is None and frame.action.endswith(SUFFIX):
            checked.problems.append("the payload is not a JWS of three texts")
        elif procedure is None:
            checked.problems.append(f"OCPP {package.VERSION} has no {frame.action}")
        else:
            if sender is None and len(procedure.senders) == 1:
                sender = package.STATION in procedure.senders
            checked.problems += _faults(procedure, frame, package, sender)
            checked.problems += _violations(package, procedure.request, frame.payload)
        checked.from_station = sender
        if isinstance(frame, Call):
            made = Made(frame.action, frame.id, procedure, sender, recorded.time)
            self._call(recorded, made, checked)

    def _call(self, recorded: Recorded, made: Made, checked: Checked) -> None:
        """Check when a call is made, and note it."""
        key = recorded.identity, recorded.from_station, made.id
        is_reused = key in self.pending
        self.pending[key] = made
        if is_reused:
            checked.problems.append("another call with this id is not answered yet")
        if made.from_station is not None:
            side = recorded.identity, made.from_station
            if not is_reused:  # which says as much
                self._overlap(self._latest.get(side), made, checked)
            self._latest[side] = made
        if made.from_station and made.action != _BOOT:
            checked.notes += self._unbooted(recorded.identity)

    def _overlap(self, open_: Made | None, made: Made, checked: Checked) -> None:
        """Check that a side has no other call open.

        OCPP-J 1.6 §4.1.1 (SHOULD NOT), 2.0.1 and 2.1 part 4 §4.1.1 (SHALL NOT).
        """
        if open_ is None:
            return
        seconds = _between(open_.time, made.time)
        what = f"{open_.action} {open_.id} of the same side is not answered yet"
        if seconds is not None and seconds >= GIVEN_UP:
            checked.notes.append(f"{what}, after {seconds:.0f} s")
        else:
            checked.problems.append(f"one call at a time: {what}")

    def _unbooted(self, identity: str) -> Iterator[str]:
        """Iterate over the notes on a call of a station before its boot.

        OCPP-J 1.6 §5.6 (errata 3.8), 2.0.1 part 2, B02.FR.09 and B03.FR.08.
        """
        status = self._boots.get(identity, ACCEPTED)
        if not status:
            self._boots[identity] = ACCEPTED  # this is said once
            yield f"no {_BOOT} was accepted yet, unless on an earlier connection"
        elif status != ACCEPTED:
            yield f"the last {_BOOT} was answered {status}"

    def _reply(
        self,
        recorded: Recorded,
        frame: CallResult | CallError | CallResultError,
        package: VersionPackage,
        checked: Checked,
    ) -> None:
        if isinstance(frame, CallError | CallResultError):
            checked.problems += _error_faults(frame, DIALECTS[package.VERSION])
        if isinstance(frame, CallResultError):  # the call has its reply already
            return
        sender = recorded.from_station
        caller = None if sender is None else not sender
        call = self.pending.pop((recorded.identity, caller, frame.id), None)
        if call is None:
            checked.problems.append("there is no unanswered call with this id")
            return
        if call.from_station is not None:
            side = recorded.identity, call.from_station
            if self._latest.get(side) is call:
                del self._latest[side]
            checked.from_station = not call.from_station
        checked.call = call
        checked.seconds = _between(call.time, recorded.time)
        if isinstance(frame, CallResult):
            self._result(recorded.identity, call, frame, package, checked)

    def _result(
        self,
        identity: str,
        call: Made,
        frame: CallResult,
        package: VersionPackage,
        checked: Checked,
    ) -> None:
        """Check the payload of a reply, and note whether a station may begin."""
        response = None if call.procedure is None else call.procedure.response
        if response is None:
            return
        problems = _violations(package, response, frame.payload)
        checked.problems += problems
        if call.action == _BOOT and not problems:
            boot: Any = package.loads(response, frame.payload)
            self._boots[identity] = str(boot.status)


def _between(first: datetime | None, last: datetime | None) -> float | None:
    """Return the seconds between two times, if both are known."""
    if first is None or last is None:
        return None
    return (last - first).total_seconds()


def _faults(
    procedure: Procedure,
    frame: Call | Send,
    package: VersionPackage,
    from_station: bool | None,
) -> Iterator[str]:
    """Iterate over the faults of the way in which a message is sent."""
    kind = ProcedureKind.CALL if isinstance(frame, Call) else ProcedureKind.SEND
    if procedure.kind is not kind:
        yield f"{procedure.action} is a {procedure.kind}"
    if from_station is not None:
        sender: Role = package.STATION if from_station else package.BACK_OFFICE
        if sender not in procedure.senders:
            yield f"a {sender} does not send {procedure.action}"


def _error_faults(
    frame: CallError | CallResultError, dialect: Dialect
) -> Iterator[str]:
    """Iterate over the faults of a CALLERROR.

    The codes: OCPP-J 1.6 table 7, 2.0.1 part 4 table 8; the length of the description:
    2.0.1 part 4 table 7, as 1.6 sets none.
    """
    codes = {dialect.spell(code) for code in ErrorCode}
    if frame.code not in codes:
        spelled = dialect.spell(read_code(frame.code))
        instead = f", it says {spelled}" if spelled in codes else ""
        yield f"OCPP {dialect.version} has no error code {frame.code}{instead}"
    length, limit = len(frame.description), dialect.description_limit
    if length > limit and not dialect.version.startswith("1"):
        yield f"the description has {length} characters, of at most {limit}"


def _signature_faults(jws: Jws, frame: Frame, checked: Checked) -> Iterator[str]:
    """Iterate over the faults of a signature that are visible without its key.

    2.0.1 and 2.1 part 4 §7.2 to §7.4.
    """
    try:
        header = jws.header()
        decoded(jws.signature)
    except ValueError as error:
        yield f"the JWS cannot be read: {error}"
        return
    signed = frame if isinstance(frame, Call | Send) else checked.call
    if signed is not None:
        yield from header_faults(header, _TYPES[type(frame)], signed.action)


def _violations(package: VersionPackage, cls: type[Model], payload: str) -> list[str]:
    try:
        package.loads(cls, payload)
    except DecodeError as error:
        return [str(violation) for violation in error.violations]
    return []
