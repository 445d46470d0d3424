"""A session whose messages are sealed: what it asks the seal, and what becomes of it.

The seal here needs no key. It writes a payload backwards.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import VERSIONS, Procedure
from ocpp_rpc.errors import BadSignature, ErrorCode, InvalidResponse, OcppError
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallFailed,
    CallReceived,
    CallRefused,
    CallSucceeded,
    Event,
    ResultRefused,
    SendReceived,
    SignatureRefused,
    Signed,
)
from ocpp_rpc.protocol.frames import Defect, MessageType
from ocpp_rpc.protocol.seals import Seal, Signature
from ocpp_rpc.protocol.session import Session

MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)
OF = Signature(algorithm="none at all", key="k", verified=True)
STREAM = (
    '{"id":1,"pending":0,"basetime":"2026-01-31T12:00:00Z","data":[{"t":1,"v":"x"}]}'
)


def sealed(payload: str) -> str:
    """What the seal makes of a payload: an object, as every payload is one."""
    return json.dumps({"backwards": payload[::-1]}, separators=(",", ":"))


@dataclass
class Backwards(Seal):
    """A seal; `asked` is what it was asked."""

    requires: bool = False
    actions: tuple[str, ...] | None = None
    asked: list[tuple[object, ...]] = field(default_factory=list[tuple[object, ...]])

    def close(self, kind: MessageType, action: str, payload: str) -> str | None:
        self.asked.append(("close", kind, action))
        chosen = self.actions is None or action in self.actions
        return sealed(payload) if chosen else None

    def open(
        self, kind: MessageType, action: str, payload: str, *, signed: bool
    ) -> tuple[str, Signature | None]:
        self.asked.append(("open", kind, action, signed))
        value = json.loads(payload)
        if "backwards" in value:
            return value["backwards"][::-1], OF
        if signed:
            raise BadSignature(action, "stripped")
        if self.requires:
            raise BadSignature(action, "there is none")
        return payload, None


def office(version: str = "2.0.1", seal: Seal | None = None, **options: Any) -> Session:
    package = ocpp_messages.load(version)
    return Session(package, package.BACK_OFFICE, seal=seal or Backwards(), **options)


def station(version: str = "2.0.1", seal: Seal | None = None) -> Session:
    package = ocpp_messages.load(version)
    return Session(package, package.STATION, seal=seal or Backwards())


def message(name: str, version: str = "2.0.1", **fields: Any) -> Any:
    return vars(ocpp_messages.load(version))[name](**fields)


def written(session: Session) -> list[Any]:
    frames: list[Any] = []
    while (text := session.next_to_send(0.0)) is not None:
        frames.append(json.loads(text))
    return frames


def kinds(events: list[Event]) -> list[type[Event]]:
    return [type(event) for event in events]


# --- Sent -----------------------------------------------------------------------------


@pytest.mark.parametrize("version", VERSIONS)
def test_a_call_is_sealed(version: str) -> None:
    session = station(version)
    session.call("1", message("HeartbeatRequest", version), 0.0)

    (frame,) = written(session)
    assert frame == [2, "1", "Heartbeat-Signed", {"backwards": "}{"}]


def test_which_call_is_up_to_the_seal() -> None:
    session = station(seal=Backwards(actions=("BootNotification",)))
    session.call("1", message("HeartbeatRequest"), 0.0)
    assert written(session) == [[2, "1", "Heartbeat", {}]]


def test_a_message_that_is_not_answered_is_sealed() -> None:
    session = station("2.1")
    package = ocpp_messages.load("2.1")
    cls = package.PROCEDURES["NotifyPeriodicEventStream"].request
    session.send("s", package.loads(cls, STREAM))

    ((*head, payload),) = written(session)
    assert head == [6, "s", "NotifyPeriodicEventStream-Signed"]
    assert json.loads(payload["backwards"][::-1]) == json.loads(STREAM)


def test_what_a_seal_raises_reaches_the_caller() -> None:
    class Broken(Backwards):
        def close(self, kind: MessageType, action: str, payload: str) -> str | None:
            raise ValueError("no key")

    session = station(seal=Broken())
    with pytest.raises(ValueError, match="no key"):
        session.call("1", message("HeartbeatRequest"), 0.0)
    assert written(session) == []


# --- Received -------------------------------------------------------------------------


def test_a_handler_sees_the_message_itself() -> None:
    session = office()
    incoming = session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)

    assert incoming is not None
    assert incoming.message == message("HeartbeatRequest")
    assert (incoming.procedure.action, incoming.signature) == ("Heartbeat", OF)
    events = session.events()
    assert kinds(events) == [Signed, CallReceived]
    assert events[0] == Signed("1", "Heartbeat", OF)


def test_a_sealed_call_gets_a_sealed_answer_and_a_plain_one_does_not() -> None:
    session = office()
    response = message("HeartbeatResponse", current_time=MOMENT)
    text = '{"currentTime":"2026-01-31T12:00:00Z"}'
    for message_id, frame in (
        ("1", '[2,"1","Heartbeat-Signed",{"backwards":"}{"}]'),
        ("2", '[2,"2","Heartbeat",{}]'),
    ):
        assert session.receive(frame, 0.0) is not None
        session.reply(message_id, response, 0.0)

    assert written(session) == [
        [3, "1", {"backwards": text[::-1]}],
        [3, "2", {"currentTime": "2026-01-31T12:00:00Z"}],
    ]


def test_a_seal_without_a_key_answers_in_plain() -> None:
    session = office(seal=Backwards(actions=()))
    session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)
    session.reply("1", message("HeartbeatResponse", current_time=MOMENT), 0.0)
    assert written(session) == [[3, "1", {"currentTime": "2026-01-31T12:00:00Z"}]]


def test_an_answer_that_the_session_gives_is_sealed() -> None:
    """A DataTransfer that nobody handles is answered with a response."""

    def supports(_: Procedure) -> bool:
        return False

    session = office(supports=supports)
    payload = json.dumps({"vendorId": "a"})
    frame = json.dumps([2, "1", "DataTransfer-Signed", json.loads(sealed(payload))])
    assert session.receive(frame, 0.0) is None

    assert written(session) == [
        [3, "1", {"backwards": '{"status":"UnknownVendorId"}'[::-1]}]
    ]


def test_an_error_is_not_sealed() -> None:
    session = office()
    session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)
    session.fail("1", OcppError(ErrorCode.INTERNAL_ERROR), 0.0)
    assert written(session) == [[4, "1", "InternalError", "", {}]]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("frame", "reason"),
    [
        ('[2,"1","Heartbeat-Signed",{}]', "stripped"),
        ('[2,"1","Heartbeat",{}]', "there is none"),
    ],
)
def test_a_call_is_refused(version: str, frame: str, reason: str) -> None:
    session = office(version, Backwards(requires=True))
    assert session.receive(frame, 0.0) is None

    assert written(session) == [[4, "1", "SecurityError", reason, {}]]
    refused, answered = session.events()
    assert refused == SignatureRefused("1", "Heartbeat", reason)
    assert isinstance(answered, CallRefused)
    assert answered.action == "Heartbeat"
    assert session.bad_messages == 0
    assert session.unanswered == 0


def test_a_message_that_is_not_answered() -> None:
    session = office("2.1", Backwards(requires=True))
    payload = sealed(STREAM)
    frame = f'[6,"s","NotifyPeriodicEventStream-Signed",{payload}]'
    incoming = session.receive(frame, 0.0)
    assert incoming is not None
    assert incoming.signature == OF
    assert kinds(session.events()) == [Signed, SendReceived]

    plain = f'[6,"t","NotifyPeriodicEventStream",{STREAM}]'
    assert session.receive(plain, 0.0) is None
    refused, bad = session.events()
    assert refused == SignatureRefused(
        "t", "NotifyPeriodicEventStream", "there is none"
    )
    assert isinstance(bad, BadMessage)
    assert bad.problem.defect is Defect.SIGNATURE
    assert bad.answered is None
    assert written(session) == []


def test_a_send_before_there_are_any() -> None:
    session = office("2.0.1")
    assert session.receive('[6,"s","Heartbeat-Signed",{"backwards":"}{"}]', 0.0) is None
    assert kinds(session.events()) == [BadMessage]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        ("Fly-Signed", "NotImplemented"),
        ("-Signed", "NotImplemented"),
        ("Reset-Signed", "NotSupported"),
        ("Heartbeat-Signed-Signed", "NotImplemented"),
        ("heartbeat-signed", "NotImplemented"),
    ],
)
def test_what_is_refused_anyway_costs_no_check(action: str, code: str) -> None:
    seal = Backwards()
    session = office(seal=seal)
    session.receive(f'[2,"1","{action}",{{"backwards":"}}{{"}}]', 0.0)
    ((*_, found, _, _),) = written(session)
    assert found == code
    assert seal.asked == []


def test_what_is_not_handled_costs_no_check() -> None:
    def supports(procedure: Procedure) -> bool:
        return procedure.action != "Heartbeat"

    seal = Backwards()
    session = office(seal=seal, supports=supports)
    session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)
    assert kinds(session.events()) == [CallRefused]
    assert seal.asked == []


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("x", "FormatViolation"),
        ('{"a":1}', "FormatViolation"),
        ("[]", "TypeConstraintViolation"),
        ('{}],[2,"2","Heartbeat",{}', "FormatViolation"),
    ],
)
def test_what_is_inside_has_to_be_valid(inside: str, code: str) -> None:
    session = office()
    frame = f'[2,"1","Heartbeat-Signed",{sealed(inside)}]'
    assert session.receive(frame, 0.0) is None
    ((*_, found, _, _),) = written(session)
    assert found == code
    assert kinds(session.events()) == [Signed, CallRefused]


# --- Replies --------------------------------------------------------------------------


def called(session: Session) -> None:
    session.call("1", message("HeartbeatRequest", session.package.VERSION), 0.0)
    written(session)
    session.events()


def test_a_sealed_reply() -> None:
    session = station()
    called(session)
    payload = sealed('{"currentTime":"2026-01-31T12:00:00Z"}')
    session.receive(f'[3,"1",{payload}]', 1.0)

    signed, succeeded = session.events()
    assert signed == Signed("1", "Heartbeat", OF)
    assert isinstance(succeeded, CallSucceeded)
    assert succeeded.response == message("HeartbeatResponse", current_time=MOMENT)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_reply_that_is_refused(version: str) -> None:
    session = station(version, Backwards(requires=True))
    called(session)
    session.receive('[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]', 1.0)

    refused, failed = session.events()
    assert refused == SignatureRefused("1", "Heartbeat", "there is none")
    assert isinstance(failed, CallFailed)
    assert isinstance(failed.error, BadSignature)
    assert isinstance(failed.error, InvalidResponse)
    assert (failed.error.action, failed.error.detail) == ("Heartbeat", "there is none")
    told: list[Any] = [[5, "1", "SecurityError", "there is none", {}]]
    assert written(session) == (told if version == "2.1" else [])


def test_errors_need_no_seal() -> None:
    session = station("2.1", Backwards(requires=True))
    called(session)
    session.receive('[4,"1","GenericError","no",{}]', 1.0)
    (failed,) = session.events()
    assert isinstance(failed, CallFailed)
    assert isinstance(failed.error, OcppError)

    session.receive('[5,"1","GenericError","no",{}]', 1.0)
    assert kinds(session.events()) == [ResultRefused]


def test_a_stray_reply_costs_no_check() -> None:
    seal = Backwards()
    session = station(seal=seal)
    session.receive('[3,"9",{"backwards":"}{"}]', 0.0)
    assert seal.asked == []


# --- Owners ---------------------------------------------------------------------------


def test_an_owner_that_does_not_observe_hears_of_refusals_only() -> None:
    session = office(observed=False)
    session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)
    assert session.events() == []
    session.receive('[2,"2","Heartbeat-Signed",{}]', 0.0)
    assert kinds(session.events()) == [SignatureRefused, CallRefused]


def test_without_a_seal_such_an_action_is_an_unknown_one() -> None:
    package = ocpp_messages.load("2.0.1")
    session = Session(package, package.BACK_OFFICE)
    session.receive('[2,"1","Heartbeat-Signed",{"backwards":"}{"}]', 0.0)
    ((*_, code, _, _),) = written(session)
    assert code == "NotImplemented"
