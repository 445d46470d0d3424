"""What there is to be told of a connection."""

from __future__ import annotations

import dataclasses
import inspect
from typing import Any, get_args

import pytest

from ocpp_messages import Deviation, DeviationKind, v16, v21
from ocpp_rpc.errors import CallTimeout, ErrorCode, OcppError
from ocpp_rpc.protocol import events
from ocpp_rpc.protocol.events import (
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
from ocpp_rpc.protocol.frames import Defect, Malformed
from ocpp_rpc.protocol.seals import Signature

KINDS = get_args(Event)


def test_every_event_is_one_of_them() -> None:
    defined = {
        value
        for _, value in inspect.getmembers(events, inspect.isclass)
        if value.__module__ == events.__name__
    }
    public = {cls for cls in defined if not cls.__name__.startswith("_")}
    assert set(KINDS) == public - {StrayKind}


@pytest.mark.parametrize("kind", KINDS)
def test_an_event_does_not_change(kind: type[Any]) -> None:
    event = object.__new__(kind)
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(event, dataclasses.fields(kind)[0].name, None)
    assert not hasattr(event, "__dict__")
    assert kind.__doc__


CALL = v16.PROCEDURES["Authorize"]
STREAM = v21.PROCEDURES["NotifyPeriodicEventStream"]
SECRET: Any = v16.AuthorizeRequest(id_tag="SECRET")
ANSWER: Any = v16.AuthorizeResponse(
    id_tag_info=v16.IdTagInfo(
        status=v16.AuthorizationStatus.ACCEPTED, parent_id_tag="SECRET"
    )
)
REFUSAL = OcppError(ErrorCode.SECURITY_ERROR, "no\nentry", {"tag": "SECRET"})
DEVIATION = Deviation("$.idTag", DeviationKind.LONG_TEXT)
PROBLEM = Malformed(Defect.COUNT, "4 elements expected, 3 found", id="1")

TEXTS: list[tuple[Event, str]] = [
    (Opened("1.6"), "Opened: OCPP 1.6"),
    (FrameReceived('[2,"1","SECRET",{}]'), "FrameReceived: 19 characters"),
    (FrameReceived(b"SECRET"), "FrameReceived: 6 bytes"),
    (FrameSent("SECRET"), "FrameSent: 6 characters"),
    (CallQueued("1", CALL, SECRET), "CallQueued: Authorize, id 1"),
    (
        CallStarted("1", CALL, SECRET, 0.25),
        "CallStarted: Authorize, id 1, waited 0.250 s",
    ),
    (
        CallSucceeded("1", CALL, SECRET, ANSWER, 1),
        "CallSucceeded: Authorize, id 1, after 1.000 s",
    ),
    (
        CallFailed("1", CALL, SECRET, CallTimeout("Authorize", sent=True), 30.0),
        "CallFailed: Authorize, id 1, Authorize was not answered in time, "
        "after 30.000 s",
    ),
    (
        CallFailed("1", CALL, SECRET, REFUSAL, 0.5),
        "CallFailed: Authorize, id 1, SecurityError: no entry, after 0.500 s",
    ),
    (
        CallCancelled("1", CALL, SECRET, 0.0, False),
        "CallCancelled: Authorize, id 1, after 0.000 s",
    ),
    (CallReceived("a\nb", CALL, SECRET), "CallReceived: Authorize, id a b"),
    (
        CallAnswered("1", CALL, ANSWER, 0.001),
        "CallAnswered: Authorize, id 1, AuthorizeResponse, after 0.001 s",
    ),
    (
        CallAnswered("1", CALL, REFUSAL, 0.001),
        "CallAnswered: Authorize, id 1, SecurityError: no entry, after 0.001 s",
    ),
    (
        CallRefused("1", "Fly\x1b[2J", REFUSAL),
        "CallRefused: Fly\\x1b[2J, id 1, SecurityError: no entry",
    ),
    (
        SendReceived("1", STREAM, SECRET),
        "SendReceived: NotifyPeriodicEventStream, id 1",
    ),
    (SendDropped("1", STREAM), "SendDropped: NotifyPeriodicEventStream, id 1"),
    (
        Deviated("1", CALL, SECRET, (DEVIATION,)),
        f"Deviated: Authorize, id 1, {DEVIATION}",
    ),
    (FrameMended((DEVIATION,)), f"FrameMended: {DEVIATION}"),
    (
        Signed("1", "Reset", Signature(algorithm="ES256", key="k\n1", verified=True)),
        "Signed: Reset, id 1, ES256 by k 1, verified",
    ),
    (
        Signed("1", "Reset", Signature(algorithm="", key=None, verified=False)),
        "Signed: Reset, id 1, signed, not verified",
    ),
    (
        SignatureRefused("1", "Reset", "there is no\nsignature"),
        "SignatureRefused: Reset, id 1, there is no signature",
    ),
    (StrayReply("1", StrayKind.LATE), "StrayReply: id 1, late"),
    (ResultRefused("1", REFUSAL), "ResultRefused: id 1, SecurityError: no entry"),
    (
        BadMessage(PROBLEM),
        "BadMessage: wrong number of elements: 4 elements expected, 3 found",
    ),
    (
        BadMessage(PROBLEM, REFUSAL),
        "BadMessage: wrong number of elements: 4 elements expected, 3 found, "
        "answered SecurityError: no entry",
    ),
    (Closed(1006, ""), "Closed: 1006"),
    (Closed(1001, "bye"), "Closed: 1001, bye"),
]


@pytest.mark.parametrize(("event", "text"), TEXTS)
def test_its_text_is_one_line_without_payloads(event: Event, text: str) -> None:
    assert str(event) == text
    assert "SECRET" not in text


def test_every_event_has_a_text() -> None:
    assert {type(event) for event, _ in TEXTS} == set(KINDS)


def test_a_long_text_is_cut() -> None:
    error = OcppError("C" * 10_000, "d\n" * 10_000, action="Reset")
    for event in (
        CallRefused("i" * 255, "A" * 10_000, error),
        BadMessage(Malformed(Defect.ERROR, "x" * 10_000), error),
        Deviated("1", CALL, SECRET, (DEVIATION,) * 1000),
        Closed(1000, "r" * 10_000),
        Signed(
            "1",
            "Reset",
            Signature(algorithm="A\n" * 5000, key="k\x1b" * 5000, verified=False),
        ),
        SignatureRefused("i" * 255, "Reset", "r" * 10_000),
    ):
        assert len(str(event)) < 1100
        assert str(event).isprintable()


def test_events_are_values() -> None:
    assert Closed(1000, "bye") == Closed(1000, "bye") != Closed(1001, "bye")
