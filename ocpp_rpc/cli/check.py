"""What is wrong with frames, one after the other, and which reply is of which call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final, TypeAlias

import ocpp_messages
from ocpp_messages import (
    DecodeError,
    Model,
    Procedure,
    ProcedureKind,
    Role,
    VersionPackage,
)
from ocpp_rpc.dialect import DIALECTS
from ocpp_rpc.frames import (
    Call,
    CallError,
    CallResult,
    CallResultError,
    Frame,
    Malformed,
    MessageType,
    Send,
    parse,
)

from .lines import Recorded

__all__ = ["Checked", "Checker", "Made"]

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
    """A call that was made.

    Attributes:
        action: Its action.
        id: Its id.
        procedure: What the version says of it; None if that does not have it.
        from_station: Whether the station made it; None if that is not known.
        time: When, if that is known.
    """

    action: str
    id: str
    procedure: Procedure | None
    from_station: bool | None
    time: datetime | None


@dataclass(frozen=True)
class Checked:
    """What is known of a frame.

    Attributes:
        problems: What is wrong with it.
        call: The call that it replies to, if it is a reply and there is one.
        from_station: Whether the station sent it; None if that is not known.
        seconds: How long the reply took; None if that is not known.
    """

    problems: list[str]
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

    def abandon(self, identity: str) -> list[Made]:
        """Return the unanswered calls of a connection that is closed, and forget them.

        Args:
            identity: The identity of the station.
        """
        keys = [key for key in self.pending if key[0] == identity]
        return [self.pending.pop(key) for key in keys]

    def check(self, recorded: Recorded, version: str) -> Checked:
        """Check a frame of a version."""
        if isinstance(recorded.text, bytes):
            return Checked(["a frame is a text"], from_station=recorded.from_station)
        frame = parse(recorded.text)
        if isinstance(frame, Malformed):
            return Checked([frame.detail], from_station=recorded.from_station)
        package = ocpp_messages.load(version)
        problems: list[str] = []
        if _TYPES[type(frame)] not in DIALECTS[version].message_types:
            problems.append(f"OCPP {version} has no {_TYPES[type(frame)].name}")
        if isinstance(frame, Call | Send):
            return self._message(recorded, frame, package, problems)
        return self._reply(recorded, frame, package, problems)

    def _message(
        self,
        recorded: Recorded,
        frame: Call | Send,
        package: VersionPackage,
        problems: list[str],
    ) -> Checked:
        procedure = package.PROCEDURES.get(frame.action)
        sender = recorded.from_station
        if procedure is None:
            problems.append(f"OCPP {package.VERSION} has no {frame.action}")
        else:
            if sender is None and len(procedure.senders) == 1:
                sender = package.STATION in procedure.senders
            problems += _faults(procedure, frame, package, sender)
            problems += _violations(package, procedure.request, frame.payload)
        if isinstance(frame, Call):
            key = recorded.identity, recorded.from_station, frame.id
            if key in self.pending:
                problems.append("another call with this id is not answered yet")
            self.pending[key] = Made(
                frame.action, frame.id, procedure, sender, recorded.time
            )
        return Checked(problems, from_station=sender)

    def _reply(
        self,
        recorded: Recorded,
        frame: Frame,
        package: VersionPackage,
        problems: list[str],
    ) -> Checked:
        sender = recorded.from_station
        if isinstance(frame, CallResultError):  # the call has its reply already
            return Checked(problems, from_station=sender)
        caller = None if sender is None else not sender
        call = self.pending.pop((recorded.identity, caller, frame.id), None)
        if call is None:
            problems.append("there is no unanswered call with this id")
            return Checked(problems, from_station=sender)
        if isinstance(frame, CallResult) and call.procedure is not None:
            response = call.procedure.response
            if response is not None:
                problems += _violations(package, response, frame.payload)
        if sender is None and call.from_station is not None:
            sender = not call.from_station
        seconds = None
        if recorded.time is not None and call.time is not None:
            seconds = (recorded.time - call.time).total_seconds()
        return Checked(problems, call, sender, seconds)


def _faults(
    procedure: Procedure,
    frame: Call | Send,
    package: VersionPackage,
    from_station: bool | None,
) -> Iterator[str]:
    """Iterate over what is wrong with how a message is sent."""
    kind = ProcedureKind.CALL if isinstance(frame, Call) else ProcedureKind.SEND
    if procedure.kind is not kind:
        yield f"{procedure.action} is a {procedure.kind}"
    if from_station is not None:
        sender: Role = package.STATION if from_station else package.BACK_OFFICE
        if sender not in procedure.senders:
            yield f"a {sender} does not send {procedure.action}"


def _violations(package: VersionPackage, cls: type[Model], payload: str) -> list[str]:
    try:
        package.loads(cls, payload)
    except DecodeError as error:
        return [str(violation) for violation in error.violations]
    return []
