"""The rules of OCPP-J for one message that comes in, written down a second time.

`check` hands a message to a session that has a call of each kind, and compares what
the session makes of it with what `expect` says. Where `ocpp_rpc` cuts text, these rules
look at decoded JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Final, TypeAlias, cast

import ocpp_messages
from ocpp_messages import DecodeError, Model, Procedure, ProcedureKind, Role
from ocpp_rpc.errors import ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.error_codes import read_code, violation_code
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallReceived,
    CallRefused,
    CallSucceeded,
    Event,
    ResultRefused,
    SendReceived,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.frames import CallError, CallResultError, Defect, Malformed
from ocpp_rpc.protocol.parsing import parse
from ocpp_rpc.protocol.session import Session

__all__ = ["IDS", "MOMENT", "PLAIN", "Broken", "Case", "check"]


@dataclass(frozen=True, slots=True)
class Case:
    """A message, and who receives it."""

    version: str
    receiver: Role
    text: str


class Broken(AssertionError):
    """A law does not hold.

    Attributes:
        law: Which one.
    """

    def __init__(self, law: str, case: Case, found: object) -> None:
        super().__init__(law, case, found)
        self.law = law


# --- What a message is, by the letter -------------------------------------------------


class Kind(Enum):
    """How far a text can be understood."""

    BLANK = auto()
    BROKEN = auto()  # not JSON
    BEYOND = auto()  # JSON perhaps, but larger than what anybody has to read
    ODD = auto()  # JSON, but no frame
    UNKNOWN = auto()  # of no message type that the version has
    FRAME = auto()


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, understood as far as possible."""

    kind: Kind
    type: int | None = None
    id: str | None = None
    parts: Sequence[Any] = ()


class _BeyondError(Exception):
    """A number has too many digits."""


def _digits(text: str) -> int:
    if len(text) > 4000:
        raise _BeyondError
    return int(text)


def _refuse(name: str) -> None:
    raise ValueError(name)


def _decode(text: str) -> Any:
    value = json.loads(text, parse_int=_digits, parse_constant=_refuse)
    json.dumps(value, ensure_ascii=False).encode()
    return value


def _is_id(part: Any) -> bool:
    return isinstance(part, str) and 0 < len(part) <= 36


def _is_name(part: Any) -> bool:
    return isinstance(part, str) and part != ""


def _is_text(part: Any) -> bool:
    return isinstance(part, str)


def _is_object(part: Any) -> bool:
    return part is None or isinstance(part, dict)


_REQUEST = (_is_id, _is_name, _is_object)
_ERROR = (_is_id, _is_name, _is_text, _is_object)
_SHAPES: Final[Mapping[int, Sequence[Callable[[Any], bool]]]] = {
    2: _REQUEST,
    3: (_is_id, _is_object),
    4: _ERROR,
    5: _ERROR,
    6: _REQUEST,
}
_W = r"[ \t\r\n]*"
_begin = re.compile(
    rf'\ufeff?{_W}\[{_W}([2-6]){_W}(?:,(?:{_W}"([^"\\\x00-\x1f]{{1,36}})")?|\Z)'
).match


def read(text: str, version: str) -> Reading:
    """Understand a text."""
    if not text.strip(" \t\r\n"):
        return Reading(Kind.BLANK)
    try:
        value = _decode(text)
    except (RecursionError, _BeyondError):
        return Reading(Kind.BEYOND)
    except ValueError:
        return _read_beginning(text)
    if not isinstance(value, list) or not value:
        return Reading(Kind.ODD)
    return _read_parts(cast(Sequence[Any], value), version)


def _read_beginning(text: str) -> Reading:
    found = _begin(text)
    if found is None:
        return Reading(Kind.BROKEN)
    message_id: str | None = found[2]
    if message_id is not None and re.search("[\ud800-\udfff]", message_id):
        message_id = None
    return Reading(Kind.BROKEN, int(found[1]), message_id)


def _read_parts(parts: Sequence[Any], version: str) -> Reading:
    number, *rest = parts
    message_id = rest[0] if rest and _is_text(rest[0]) and len(rest[0]) < 256 else None
    if type(number) is not int or number not in _SHAPES:
        return Reading(Kind.UNKNOWN, None, message_id, parts)
    shape = _SHAPES[number]
    kind = Kind.ODD
    if len(rest) == len(shape) and all(map(lambda is_, part: is_(part), shape, rest)):
        known = number in DIALECTS[version].message_types
        kind = Kind.FRAME if known else Kind.UNKNOWN
    return Reading(kind, number, message_id, parts)


# --- What has to happen ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Answer:
    """What is written because of a message, with any one of some codes."""

    type: int
    id: str
    codes: Collection[str]


@dataclass(frozen=True, slots=True)
class Expected:
    """The events that a message causes, or else may cause, and its answer."""

    events: Sequence[type[Event]]
    answer: Answer | None = None
    or_else: Sequence[type[Event]] | None = None


def expect(case: Case, reading: Reading) -> Expected:
    """Say what the rules want for a message to the session that `prepare` makes."""
    if reading.kind is Kind.BLANK:
        return Expected(())
    if reading.kind is Kind.UNKNOWN:
        return Expected((BadMessage,))
    if reading.kind is Kind.FRAME:
        assert reading.type is not None
        return _FRAMES[reading.type](case, reading)
    answer = _answer_to_malformed(case, reading)
    if reading.type in (3, 4) and reading.id == IN_FLIGHT:
        return Expected((CallFailed, BadMessage), answer)
    if reading.type == 5 and _is_id(reading.id) and case.version == "2.1":
        return Expected((ResultRefused, BadMessage))
    # The payload of a result that nobody waits for need not be looked into.
    stray = reading.type == 3 and reading.id is not None
    return Expected((BadMessage,), answer, (StrayReply,) if stray else None)


def _answer_to_malformed(case: Case, reading: Reading) -> Answer | None:
    dialect = DIALECTS[case.version]
    malformed = dialect.spell(dialect.malformed_call)
    codes = {malformed, dialect.spell(ErrorCode.FORMAT_VIOLATION)}
    if reading.type in (2, None):
        message_id = dialect.unreadable_id if reading.id is None else reading.id
        return None if message_id is None else Answer(4, message_id, codes)
    if reading.type == 3 and reading.id == IN_FLIGHT and case.version == "2.1":
        return Answer(5, IN_FLIGHT, codes)
    return None


def _expect_call(case: Case, reading: Reading) -> Expected:
    codes = _refusal(case, *reading.parts[1:])
    if not codes:
        return Expected((CallReceived,))
    return Expected((CallRefused,), Answer(4, reading.parts[1], codes))


def _refusal(case: Case, message_id: str, action: str, payload: Any) -> Collection[str]:
    """The codes with which a call may be refused; none if it is to be accepted."""
    dialect, package = DIALECTS[case.version], ocpp_messages.load(case.version)
    if message_id == UNANSWERED:
        return {dialect.spell(dialect.id_in_use)}
    procedure = package.PROCEDURES.get(action)
    if procedure is None:
        return {"NotImplemented"}
    if procedure.kind is ProcedureKind.SEND or not _is_for(case.receiver, procedure):
        return {"NotSupported"}
    return _codes(case, procedure.request, payload)


def _is_for(receiver: Role, procedure: Procedure) -> bool:
    return any(sender is not receiver for sender in procedure.senders)


def _codes(case: Case, expected: type[Model], payload: Any) -> Collection[str]:
    """The codes of what is wrong with a payload."""
    try:
        _load(case, expected, payload)
    except DecodeError as error:
        spell = DIALECTS[case.version].spell
        return {spell(violation_code(violation)) for violation in error.violations}
    return ()


def _load(case: Case, expected: type[Model], payload: Any) -> Model:
    text = json.dumps(payload or {})
    message: Model = ocpp_messages.load(case.version).loads(expected, text)
    return message


def _expect_result(case: Case, reading: Reading) -> Expected:
    _, message_id, payload = reading.parts
    if message_id != IN_FLIGHT:
        return Expected((StrayReply,))
    procedure = _own_procedure(case)
    assert procedure.response is not None
    codes = _codes(case, procedure.response, payload)
    if not codes:
        return Expected((CallSucceeded,))
    refusal = Answer(5, IN_FLIGHT, codes) if case.version == "2.1" else None
    return Expected((CallFailed,), refusal)


def _expect_error(case: Case, reading: Reading) -> Expected:
    return Expected((CallFailed if reading.id == IN_FLIGHT else StrayReply,))


def _expect_result_error(case: Case, reading: Reading) -> Expected:
    return Expected((ResultRefused,))


def _expect_send(case: Case, reading: Reading) -> Expected:
    _, _, action, payload = reading.parts
    procedure = ocpp_messages.load(case.version).PROCEDURES.get(action)
    accepted = (
        procedure is not None
        and procedure.kind is ProcedureKind.SEND
        and _is_for(case.receiver, procedure)
        and not _codes(case, procedure.request, payload)
    )
    return Expected((SendReceived if accepted else BadMessage,))


_FRAMES: Final[Mapping[int, Callable[[Case, Reading], Expected]]] = {
    2: _expect_call,
    3: _expect_result,
    4: _expect_error,
    5: _expect_result_error,
    6: _expect_send,
}


# --- The session ----------------------------------------------------------------------

IN_FLIGHT: Final = "a"
WAITING: Final = "b"
LATE: Final = "c"
DUPLICATE: Final = "d"
UNANSWERED: Final = "u"
IDS: Final = (IN_FLIGHT, WAITING, LATE, DUPLICATE, UNANSWERED)
"""The ids of the calls there are, of ours and (the last) of the peer."""

MOMENT: Final = "2026-01-31T12:00:00Z"
PLAIN: Final[Mapping[str, tuple[str, str]]] = {
    "Heartbeat": ("{}", f'{{"currentTime":"{MOMENT}"}}'),
    "ClearCache": ("{}", '{"status":"Accepted"}'),
}
"""A call in each direction that every version has, and its response."""


def _own_procedure(case: Case) -> Procedure:
    """The procedure of the calls that the receiver made."""
    procedures = ocpp_messages.load(case.version).PROCEDURES
    found = (procedures[action] for action in PLAIN)
    return next(procedure for procedure in found if case.receiver in procedure.senders)


def _peer_procedure(case: Case) -> Procedure:
    procedures = ocpp_messages.load(case.version).PROCEDURES
    found = (procedures[action] for action in PLAIN)
    return next(procedure for procedure in found if _is_for(case.receiver, procedure))


def prepare(case: Case) -> Session:
    """Make a session with a call of each kind."""
    session = Session(ocpp_messages.load(case.version), case.receiver)
    own, peer = _own_procedure(case), _peer_procedure(case)
    session.call(LATE, own.request(), 0.0, timeout=1.0)
    written(session, 0.0)
    session.expire(1.0)
    session.call(DUPLICATE, own.request(), 1.0)
    written(session, 1.0)
    session.receive(_result(DUPLICATE, own), 1.0)
    session.call(IN_FLIGHT, own.request(), 1.0)
    session.call(WAITING, own.request(), 1.0)
    written(session, 1.0)
    session.receive(f'[2,"{UNANSWERED}","{peer.action}",{{}}]', 1.0)
    session.events()
    return session


def _result(message_id: str, procedure: Procedure) -> str:
    return f'[3,"{message_id}",{PLAIN[procedure.action][1]}]'


def written(session: Session, now: float) -> list[str]:
    """Take what the session writes."""
    return list(iter(lambda: session.next_to_send(now), None))


# --- The laws -------------------------------------------------------------------------


def check(case: Case) -> list[Event]:
    """Hand a session the message, and return what happened.

    Raises:
        Broken: That is not what the rules want.
    """

    def require(law: str, holds: bool, found: object) -> None:
        if not holds:
            raise Broken(law, case, found)

    reading = read(case.text, case.version)
    session = prepare(case)
    session.receive(case.text, 2.0)
    events, frames = session.events(), written(session, 2.0)

    calls = [text for text in frames if text.startswith("[2,")]
    answers = [text for text in frames if text not in calls]
    settled = [e for e in events if isinstance(e, CallSucceeded | CallFailed)]
    accepted = [e for e in events if isinstance(e, CallReceived)]
    require("at most one answer", len(answers) <= 1, answers)
    require("one call is settled at most", len(settled) <= 1, events)
    require("the next call has its turn", len(calls) == len(settled), frames)
    require("who is owed", session.unanswered == 1 + len(accepted), session.unanswered)
    for text in answers:
        _check_answer(case, text, require)
    if reading.kind is Kind.BEYOND:
        require("something happens", bool(events), events)
    else:
        expected = expect(case, reading)
        _check_outcome(case, expected, events, answers, require)
        for event in events:
            _check_event(case, reading, event, require)
    _check_recovery(case, session, events, require)
    return events


Require: TypeAlias = Callable[[str, bool, object], None]


def _check_answer(case: Case, text: str, require: Require) -> None:
    """An answer is a frame, and keeps to the limits."""
    dialect = DIALECTS[case.version]
    number, message_id, code, description, details = _decode(text)
    spelled = {dialect.spell(known) for known in ErrorCode}
    require("the code is one of the version", code in spelled, text)
    require("the description", len(description) <= dialect.description_limit, text)
    require("the details", details == {}, text)
    frame = parse(text)
    if isinstance(frame, Malformed):  # it repeats a bad id
        require("the answer is a frame", frame.defect is Defect.ID, text)
        require("a bad id of a call", number == 4 and frame.id == message_id, text)
    else:
        types = CallError if number == 4 else CallResultError
        require("the answer is an error", isinstance(frame, types), text)


def _check_outcome(
    case: Case,
    expected: Expected,
    events: Sequence[Event],
    answers: Sequence[str],
    require: Require,
) -> None:
    """The events and the answer are those expected, and the events name the answer."""
    kinds = tuple(type(event) for event in events)
    require("the events", kinds in (expected.events, expected.or_else), events)
    heads = [tuple(_decode(text)[:3]) for text in answers]
    if expected.answer is None:
        require("no answer", not heads, heads)
    else:
        answer = expected.answer
        allowed = [(answer.type, answer.id, code) for code in answer.codes]
        require("the answer", len(heads) == 1 and heads[0] in allowed, heads)
    told = [e.answered for e in events if isinstance(e, BadMessage)]
    told += [e.error for e in events if isinstance(e, CallRefused)]
    spell = DIALECTS[case.version].spell
    named = [(4, spell(error.code)) for error in told if error is not None]
    found = [(head[0], head[2]) for head in heads if head[0] == 4]
    require("what was answered", named == found, events)


_KINDS: Final[Mapping[str, StrayKind]] = {
    LATE: StrayKind.LATE,
    DUPLICATE: StrayKind.DUPLICATE,
}


def _check_event(case: Case, reading: Reading, event: Event, require: Require) -> None:
    """An event says what was in the message."""
    match event:
        case CallReceived(message_id, procedure, message):
            head = [2, message_id, procedure.action]
            require("the call", list(reading.parts[:3]) == head, event)
            require("the request", message == _payload(case, reading, message), event)
        case SendReceived(message_id, procedure, message):
            head = [6, message_id, procedure.action]
            require("the send", list(reading.parts[:3]) == head, event)
            require("the message", message == _payload(case, reading, message), event)
        case CallRefused(message_id, action, _):
            tail = [message_id, action]
            require("the refusal", list(reading.parts[1:3]) == tail, event)
        case CallSucceeded(message_id, _, _, message):
            require("whose result", message_id == IN_FLIGHT, event)
            require("the result", message == _payload(case, reading, message), event)
        case CallFailed(message_id, _, _, error):
            require("whose failure", message_id == IN_FLIGHT, event)
            _check_failure(reading, error, require)
        case ResultRefused(message_id, error):
            require("whose refusal", message_id == reading.id, event)
            _check_error(reading, error, require)
        case StrayReply(message_id, kind):
            require("whose reply", message_id == reading.id, event)
            wanted = _KINDS.get(message_id, StrayKind.UNKNOWN)
            require("the kind of stray reply", kind is wanted, event)
        case BadMessage(problem, _):
            require("there is a detail", problem.detail != "", event)
        case _:
            require("no other event", False, event)


def _payload(case: Case, reading: Reading, message: Model) -> Model:
    return _load(case, type(message), reading.parts[-1])


def _check_failure(reading: Reading, error: object, require: Require) -> None:
    if reading.type == 4:
        _check_error(reading, error, require)
    else:
        require("an invalid response", isinstance(error, InvalidResponse), error)


def _check_error(reading: Reading, error: object, require: Require) -> None:
    parts: list[Any] = [*reading.parts[2:5], None, None, None]
    code, description, details = parts[:3]
    require("the error", isinstance(error, OcppError), error)
    assert isinstance(error, OcppError)
    readable: list[Any] = [
        read_code(code) if _is_name(code) else "GenericError",
        description if _is_text(description) else "",
        details if isinstance(details, dict) else {},
    ]
    found = [error.code, error.description, error.details]
    require("its parts", found == readable, error)


def _check_recovery(
    case: Case, session: Session, events: Sequence[Event], require: Require
) -> None:
    """Afterwards everything goes on, and nothing is left over."""
    own = _own_procedure(case)
    refusal = OcppError(ErrorCode.INTERNAL_ERROR)
    owed = [UNANSWERED, *(e.id for e in events if isinstance(e, CallReceived))]
    for message_id in owed:
        session.fail(message_id, refusal, 3.0)
    found = [_decode(text)[:3] for text in written(session, 3.0)]
    require("what was owed", found == [[4, i, "InternalError"] for i in owed], found)
    for message_id in (IN_FLIGHT, WAITING):
        session.receive(_result(message_id, own), 3.0)
        written(session, 3.0)
    ids = {
        event.id
        for event in (*events, *session.events())
        if isinstance(event, CallSucceeded | CallFailed)
    }
    require("every call is settled", ids == {IN_FLIGHT, WAITING}, ids)
    session.receive(f'[2,"z","{_peer_procedure(case).action}",{{}}]', 3.0)
    (last,) = session.events()
    require("the next call is received", isinstance(last, CallReceived), last)
    require("only that is owed", session.unanswered == 1, session.unanswered)
