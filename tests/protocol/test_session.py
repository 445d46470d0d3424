"""One side of a conversation, without I/O, without a clock.

The rules are in `clauses`; here is what they leave open.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import ocpp_messages
from ocpp_messages import ViolationKind, v1x, v16, v21, v201
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    InvalidResponse,
    OcppError,
    QueueFull,
)
from ocpp_rpc.protocol.dialect import DIALECTS
from ocpp_rpc.protocol.events import (
    BadMessage,
    CallAnswered,
    CallCancelled,
    CallFailed,
    CallQueued,
    CallReceived,
    CallStarted,
    CallSucceeded,
    Closed,
    Event,
    SendReceived,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.frames import Defect, Malformed, MessageType
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.session import Session
from tests.properties import altered

ALL = ["1.5", "1.6", "2.0", "2.0.1", "2.1"]
MOMENT = datetime(2026, 1, 31, 12, tzinfo=UTC)


def back_office(version: str = "1.6", **options: Any) -> Session:
    package = ocpp_messages.load(version)
    return Session(package, package.BACK_OFFICE, **options)


def station(version: str = "1.6", **options: Any) -> Session:
    package = ocpp_messages.load(version)
    return Session(package, package.STATION, **options)


def sent(session: Session, now: float = 0.0) -> list[Any]:
    """Take what the session wants written."""
    frames: list[Any] = []
    while (text := session.next_to_send(now)) is not None:
        assert text.encode()
        frames.append(json.loads(text))
    return frames


def received(session: Session, *messages: Any, now: float = 0.0) -> list[Any]:
    """Hand the session some messages, and take what it answers."""
    for message in messages:
        text = message if isinstance(message, str | bytes) else json.dumps(message)
        session.receive(text, now)
    return sent(session, now)


def only(session: Session) -> Event:
    """Take the one event there is."""
    (event,) = session.events()
    return event


def clear_cache(version: str) -> Any:
    return vars(ocpp_messages.load(version))["ClearCacheRequest"]()


def heartbeat_response(version: str) -> Any:
    return vars(ocpp_messages.load(version))["HeartbeatResponse"](current_time=MOMENT)


HEARTBEAT: list[Any] = [2, "1", "Heartbeat", {}]
MOMENT_TEXT = "2026-01-31T12:00:00Z"


# --- Calls of the peer ----------------------------------------------------------------


@pytest.mark.parametrize("version", ALL)
def test_a_call_and_its_reply(version: str) -> None:
    session = back_office(version)
    assert received(session, HEARTBEAT, now=10.0) == []
    event = only(session)
    assert isinstance(event, CallReceived)
    assert (event.id, event.procedure.action) == ("1", "Heartbeat")
    assert isinstance(event.request, event.procedure.request)
    assert session.unanswered == 1

    response = heartbeat_response(version)
    session.reply("1", response, 12.5)
    assert sent(session) == [[3, "1", {"currentTime": MOMENT_TEXT}]]
    assert only(session) == CallAnswered("1", event.procedure, response, 2.5)
    assert session.unanswered == 0


@pytest.mark.parametrize("version", ALL)
def test_a_call_and_its_refusal(version: str) -> None:
    session = back_office(version)
    received(session, HEARTBEAT)
    session.events()
    error = OcppError(ErrorCode.SECURITY_ERROR, "boot first", {"a": 1})
    session.fail("1", error, 1.0)
    assert sent(session) == [[4, "1", "SecurityError", "boot first", {"a": 1}]]
    event = only(session)
    assert isinstance(event, CallAnswered)
    assert event.outcome is error


def test_exactly_one_reply() -> None:
    session = back_office()
    received(session, HEARTBEAT)
    session.reply("1", heartbeat_response("1.6"), 0.0)
    with pytest.raises(CannotSend, match="'1' is owed"):
        session.reply("1", heartbeat_response("1.6"), 0.0)
    with pytest.raises(CannotSend, match="'1' is owed"):
        session.fail("1", OcppError(ErrorCode.INTERNAL_ERROR), 0.0)
    assert len(sent(session)) == 1


@pytest.mark.parametrize(
    ("response", "name"),
    [
        (
            v16.HeartbeatRequest(),
            "a HeartbeatRequest of OCPP 1.6 (ocpp_messages.v16)",
        ),
        (
            v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED),
            "a ClearCacheResponse of OCPP 1.6 (ocpp_messages.v16)",
        ),
        (
            v201.HeartbeatResponse(current_time=MOMENT),
            "a HeartbeatResponse of OCPP 2.0.1 (ocpp_messages.v201)",
        ),
        (
            v1x.HeartbeatResponse(current_time=MOMENT),
            "a HeartbeatResponse (ocpp_messages.v1x)",
        ),
        (None, "None"),
        ("x", "a str"),
        (5, "an int"),
    ],
    ids=[
        "request",
        "other response",
        "other version",
        "1.x",
        "nothing",
        "text",
        "number",
    ],
)
def test_the_wrong_response_leaves_the_call_open(response: Any, name: str) -> None:
    session = back_office()
    received(session, HEARTBEAT)
    with pytest.raises(CannotSend) as caught:
        session.reply("1", response, 0.0)
    wanted = "a HeartbeatResponse of OCPP 1.6 (ocpp_messages.v16)"
    assert str(caught.value) == f"the answer to Heartbeat is {wanted}, not {name}"
    assert sent(session) == []
    assert session.unanswered == 1


def test_a_response_built_past_its_validation_leaves_the_call_open() -> None:
    session = back_office()
    received(session, HEARTBEAT)
    response = v16.HeartbeatResponse.model_construct(current_time=5)
    with pytest.raises(ValueError, match="serializ"):
        session.reply("1", response, 0.0)
    assert session.unanswered == 1


def test_details_that_are_not_json_leave_the_call_open() -> None:
    session = back_office()
    received(session, HEARTBEAT)
    with pytest.raises(TypeError):
        session.fail("1", OcppError("X", "", {"a": object()}), 0.0)
    assert sent(session) == []
    assert session.unanswered == 1


# --- Refusals -------------------------------------------------------------------------


def test_the_first_violation_is_described() -> None:
    session = back_office()
    payload = {"chargePointVendor": 1, "extra": 2}
    ((_, _, _, description, _),) = received(
        session, [2, "1", "BootNotification", payload]
    )
    assert description.startswith("$.chargePoint")
    assert description.endswith("(and 2 more)")


# --- What is no message ---------------------------------------------------------------


@pytest.mark.parametrize("text", ['[5,"1","X","",{}]', '[6,"1","Notify",{}]'])
@pytest.mark.parametrize("version", ["1.5", "1.6", "2.0", "2.0.1"])
def test_the_message_types_of_2_1_are_unknown_before(version: str, text: str) -> None:
    session = back_office(version)
    assert received(session, text) == []
    event = only(session)
    assert isinstance(event, BadMessage)
    detail = f"{text[1]} is not a message type of OCPP {version}"
    assert event.problem == Malformed(Defect.UNKNOWN_TYPE, detail, id="1")


def test_a_dialect_may_answer_unknown_types() -> None:
    # 2.0.1 part 4 §4.4, against §4.1.3.
    dialect = replace(
        DIALECTS["2.0.1"], unknown_type=ErrorCode.MESSAGE_TYPE_NOT_SUPPORTED
    )
    session = back_office("2.0.1", dialect=dialect)
    answers = received(session, [7, "1"], [7], [6, "2", "Notify", {}])
    assert [frame[:3] for frame in answers] == [
        [4, "1", "MessageTypeNotSupported"],
        [4, "-1", "MessageTypeNotSupported"],
        [4, "2", "MessageTypeNotSupported"],
    ]


def test_a_dialect_of_1_6_may_answer_what_has_no_id() -> None:
    session = back_office(dialect=replace(DIALECTS["1.6"], unreadable_id="-1"))
    assert received(session, "nonsense")[0][:3] == [4, "-1", "FormationViolation"]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize(
    "frame",
    [
        '[2,"1","NotifyEVChargingNeeds",{"evseId":%s}]',
        '[2,"1","DataTransfer",{"vendorId":"x","data":{"a":[%s]}}]',
        '[2,"1","Heartbeat",{"customData":{"vendorId":"x","more":%s}}]',
        '[2,"1","Nonsense",{"a":%s}]',
        '[6,"1","NotifyPeriodicEventStream",{"id":1,"data":[{"t":%s,"v":"x"}]}]',
    ],
)
def test_what_is_no_number(frame: str, value: str) -> None:
    session = back_office("2.1")
    session.receive(frame % value, 0.0)
    event = only(session)
    assert isinstance(event, BadMessage)
    assert event.problem.defect is Defect.NOT_JSON
    assert event.problem.detail == f"{value} is not JSON"


def test_of_duplicate_names_only_the_last_is_looked_at() -> None:
    session = back_office()
    session.receive('[2,"1","DataTransfer",{"vendorId":NaN,"vendorId":"x"}]', 0.0)
    event = only(session)
    assert isinstance(event, CallReceived)
    assert event.request == v16.DataTransferRequest(vendor_id="x")


# --- Calls of ours --------------------------------------------------------------------


@pytest.mark.parametrize("version", ALL)
def test_a_call_of_ours(version: str) -> None:
    session = back_office(version)
    request = clear_cache(version)
    session.call("1", request, 0.0)
    procedure = ocpp_messages.load(version).PROCEDURES["ClearCache"]
    assert only(session) == CallQueued("1", procedure, request)
    assert sent(session, 1.0) == [[2, "1", "ClearCache", {}]]
    assert only(session) == CallStarted("1", procedure, request, 1.0)
    assert received(session, [3, "1", {"status": "Accepted"}], now=3.5) == []
    event = only(session)
    assert isinstance(event, CallSucceeded)
    assert (event.id, event.request, event.duration) == ("1", request, 2.5)
    assert event.procedure is procedure
    assert type(event.response).__name__ == "ClearCacheResponse"


def test_what_is_wrong_with_a_response() -> None:
    session = back_office()
    pending(session, "1")
    received(session, [3, "1", {"extra": 1}])
    event = only(session)
    assert isinstance(event, CallFailed)
    assert event.procedure is v16.PROCEDURES["ClearCache"]
    assert isinstance(event.error, InvalidResponse)
    missing, extra = event.error.violations
    assert (missing.kind, missing.path) == (ViolationKind.MISSING, "$.status")
    assert (extra.kind, extra.path) == (ViolationKind.EXTRA, "$.extra")
    assert event.error.detail == f"{missing} (and 1 more)"
    assert event.error.action == "ClearCache"


def test_an_error_names_the_call_it_answers() -> None:
    session = back_office()
    pending(session, "1")
    received(session, [4, "1", "InternalError", "", {}])
    event = only(session)
    assert isinstance(event, CallFailed)
    assert str(event.error) == "ClearCache: InternalError"


def test_what_is_wrong_with_the_frame_of_a_response() -> None:
    session = back_office()
    pending(session, "1")
    received(session, [3, "1"])
    failed, bad = session.events()
    assert isinstance(failed, CallFailed)
    assert isinstance(failed.error, InvalidResponse)
    assert isinstance(bad, BadMessage)
    assert failed.error.detail == bad.problem.detail == "3 elements expected, 2 found"
    assert failed.error.violations == ()


def test_the_queue_is_bounded() -> None:
    session = back_office(limits=Limits(max_waiting=1))
    session.call("a", clear_cache("1.6"), 0.0)
    session.call("b", clear_cache("1.6"), 0.0)
    with pytest.raises(QueueFull) as caught:
        session.call("c", clear_cache("1.6"), 0.0)
    assert caught.value.limit == 1
    assert [frame[1] for frame in sent(session)] == ["a"]
    with pytest.raises(QueueFull):
        session.call("c", clear_cache("1.6"), 0.0)
    received(session, [3, "a", {"status": "Accepted"}])
    session.call("c", clear_cache("1.6"), 0.0)


# --- Time -----------------------------------------------------------------------------


def test_the_time_limit_runs_from_when_a_call_is_written() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0, timeout=5.0)
    session.call("b", clear_cache("1.6"), 0.0, timeout=5.0)
    assert session.next_deadline is None
    sent(session, 1.0)
    assert session.next_deadline == 6.0
    session.expire(5.9)
    session.events()
    session.expire(6.0)
    event = only(session)
    assert isinstance(event, CallFailed)
    assert isinstance(event.error, CallTimeout)
    assert (event.id, event.error.sent, event.duration) == ("a", True, 5.0)
    assert (event.request, event.error.action) == (clear_cache("1.6"), "ClearCache")
    assert [frame[1] for frame in sent(session, 6.0)] == ["b"]
    assert session.next_deadline == 11.0


def test_the_time_limit_runs_for_a_call_that_cannot_be_written() -> None:
    session = back_office()
    for message_id in "abc":
        session.call(message_id, clear_cache("1.6"), 0.0, timeout=5.0)
    session.hold(1.0)
    session.hold(2.0)
    assert session.next_deadline == 6.0
    session.events()
    session.expire(6.0)
    event = only(session)
    assert isinstance(event, CallFailed)
    assert isinstance(event.error, CallTimeout)
    assert (event.id, event.error.sent) == ("a", False)
    assert session.next_deadline is None
    session.hold(6.0)
    assert [frame[1] for frame in sent(session, 7.0)] == ["b"]
    session.hold(8.0)
    assert session.next_deadline == 11.0
    session.limits = Limits(max_in_flight=0)
    session.hold(9.0)
    session.expire(11.0)
    assert session.next_deadline is None


def test_the_total_limit_includes_waiting() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0)
    session.call("b", clear_cache("1.6"), 0.0, total_timeout=2.0)
    sent(session)
    session.events()
    assert session.next_deadline == 2.0
    session.expire(2.0)
    event = only(session)
    assert isinstance(event, CallFailed)
    assert isinstance(event.error, CallTimeout)
    assert (event.id, event.error.sent, event.duration) == ("b", False, 0.0)
    assert received(session, [3, "a", {"status": "Accepted"}], now=2.0) == []


def test_the_earlier_limit_counts() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0, timeout=5.0, total_timeout=3.0)
    sent(session, 1.0)
    assert session.next_deadline == 3.0
    session.cancel("a", 1.0)
    session.call("b", clear_cache("1.6"), 1.0, timeout=5.0, total_timeout=30.0)
    sent(session, 1.0)
    assert session.next_deadline == 6.0


def test_an_expired_call_is_not_written_even_if_nobody_said_so() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0, total_timeout=2.0)
    session.call("b", clear_cache("1.6"), 0.0)
    assert [frame[1] for frame in sent(session, 2.0)] == ["b"]
    *_, failed, started = session.events()
    assert isinstance(failed, CallFailed)
    assert isinstance(started, CallStarted)
    assert (failed.id, started.id) == ("a", "b")


def test_a_cancelled_call_is_not_written() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0)
    session.call("b", clear_cache("1.6"), 0.0)
    session.events()
    session.cancel("a", 0.0)
    event = only(session)
    assert isinstance(event, CallCancelled)
    assert (event.id, event.request, event.duration) == ("a", clear_cache("1.6"), 0.0)
    assert event.procedure is v16.PROCEDURES["ClearCache"]
    assert not event.sent
    assert [frame[1] for frame in sent(session)] == ["b"]


def test_a_cancelled_call_frees_its_slot() -> None:
    session = back_office()
    session.call("a", clear_cache("1.6"), 0.0)
    session.call("b", clear_cache("1.6"), 0.0)
    sent(session)
    session.cancel("a", 2.0)
    assert [frame[1] for frame in sent(session)] == ["b"]
    session.cancel("nonsense", 2.0)  # which is nobody's
    durations = [e.duration for e in session.events() if isinstance(e, CallCancelled)]
    assert durations == [2.0]


# --- Stray replies --------------------------------------------------------------------


def pending(session: Session, message_id: str, **limits: Any) -> None:
    session.call(message_id, clear_cache("1.6"), 0.0, **limits)
    sent(session)
    session.events()


@pytest.mark.parametrize(
    "reply", [[3, "x", {"status": "Accepted"}], [4, "x", "GenericError", "", {}]]
)
def test_stray_replies_settle_nothing_else(reply: Any) -> None:
    session = back_office()
    session.call("x", clear_cache("1.6"), 0.0)
    session.cancel("x", 0.0)
    pending(session, "a")
    assert received(session, reply) == []
    assert only(session) == StrayReply("x", StrayKind.UNKNOWN)
    assert received(session, [3, "a", {"status": "Accepted"}]) == []
    assert isinstance(only(session), CallSucceeded)


def test_the_memory_of_settled_calls_is_bounded() -> None:
    session = back_office()
    for number in range(1000):
        pending(session, str(number))
        received(session, [3, str(number), {"status": "Accepted"}])
    session.events()
    received(session, *([3, str(number), {}] for number in (743, 744, 999)))
    kinds = [e.kind for e in session.events() if isinstance(e, StrayReply)]
    assert kinds == [StrayKind.UNKNOWN, StrayKind.DUPLICATE, StrayKind.DUPLICATE]


# --- What may be sent -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (v16.HeartbeatRequest(), "a CentralSystem does not send Heartbeat"),
        (v21.ClearCacheRequest(), "not a request of OCPP 1.6"),
        (v16.HeartbeatResponse(current_time=MOMENT), "HeartbeatResponse is not a"),
        ("Heartbeat", "str is not a request"),
    ],
    ids=["direction", "version", "response", "text"],
)
def test_what_may_not_be_called(request_: Any, message: str) -> None:
    session = back_office()
    with pytest.raises(CannotSend, match=message):
        session.call("1", request_, 0.0)
    assert sent(session) == []


def test_a_role_of_another_version() -> None:
    with pytest.raises(ValueError, match=r"1\.6 has no role CSMS"):
        Session(ocpp_messages.load("1.6"), v21.BACK_OFFICE)


# --- SEND and CALLRESULTERROR of 2.1 --------------------------------------------------

STREAM = v21.NotifyPeriodicEventStream(
    id=1,
    pending=0,
    basetime=MOMENT,
    data=[v21.StreamDataElementType(t=1.0, v="x")],
)
STREAM_FRAME = [
    6,
    "s",
    "NotifyPeriodicEventStream",
    {
        "id": 1,
        "pending": 0,
        "basetime": MOMENT_TEXT,
        "data": [{"t": 1.0, "v": "x"}],
    },
]


def test_send_is_received_and_not_answered() -> None:
    session = back_office("2.1")
    assert received(session, STREAM_FRAME) == []
    procedure = v21.PROCEDURES["NotifyPeriodicEventStream"]
    assert only(session) == SendReceived("s", procedure, STREAM)


def test_an_invalid_send_is_not_answered() -> None:
    session = back_office("2.1")
    frame = json.loads(json.dumps(STREAM_FRAME).replace('"id": 1', '"id": "x"'))
    assert received(session, frame) == []
    event = only(session)
    assert isinstance(event, BadMessage)
    problem = event.problem
    assert (problem.defect, problem.type) == (Defect.PAYLOAD, MessageType.SEND)
    assert problem.id == "s"
    assert "$.id" in problem.detail


@pytest.mark.parametrize("action", ["Nonsense", "Heartbeat"])
def test_a_send_of_what_is_not_sent(action: str) -> None:
    session = back_office("2.1")
    assert received(session, [6, "s", action, {}]) == []
    detail = f"'{action}' is not a SEND"
    problem = Malformed(Defect.ACTION, detail, MessageType.SEND, "s")
    assert only(session) == BadMessage(problem)


def test_call_and_send_are_not_confused() -> None:
    session = station("2.1")
    with pytest.raises(CannotSend, match="is a SEND, not a CALL"):
        session.call("1", STREAM, 0.0)
    with pytest.raises(CannotSend, match="is a CALL, not a SEND"):
        session.send("1", v21.HeartbeatRequest())
    with pytest.raises(CannotSend, match="a CSMS does not send"):
        back_office("2.1").send("1", STREAM)


# --- The end --------------------------------------------------------------------------


def test_losing_the_connection_settles_everything() -> None:
    session = back_office()
    received(session, HEARTBEAT)
    session.call("a", clear_cache("1.6"), 0.0)
    session.call("b", clear_cache("1.6"), 0.0)
    sent(session, 1.0)
    session.fail("1", OcppError(ErrorCode.GENERIC_ERROR), 1.0)
    session.events()
    session.connection_lost(1001, "bye", 3.0)
    *failures, closed = session.events()
    assert [
        (e.id, e.error.sent, e.error.code, e.error.reason, e.duration)
        for e in failures
        if isinstance(e, CallFailed) and isinstance(e.error, ConnectionClosed)
    ] == [("a", True, 1001, "bye", 2.0), ("b", False, 1001, "bye", 0.0)]
    assert closed == session.closed == Closed(1001, "bye")
    assert sent(session) == []
    assert session.next_deadline is None
    assert session.unanswered == 0


def test_after_the_end() -> None:
    session = station("2.1")
    session.connection_lost(1000, "bye", 0.0)
    session.connection_lost(1006, "", 0.0)
    assert session.events() == [Closed(1000, "bye")]
    with pytest.raises(ConnectionClosed) as caught:
        session.call("1", v21.HeartbeatRequest(), 0.0)
    error = caught.value
    assert (error.sent, error.code, error.reason) == (False, 1000, "bye")
    with pytest.raises(ConnectionClosed):
        session.send("1", STREAM)


# --- Whatever comes -------------------------------------------------------------------

parts: st.SearchStrategy[Any] = st.sampled_from(
    [
        *(2, 3, 4, 5, 6, 7, -1, 2.0, "2", True, None),
        *("", "1", "a", "b", "-1", "x" * 36, "x" * 37, "x" * 300),
        *("Heartbeat", "ClearCache", "DataTransfer", "NotifyPeriodicEventStream"),
        *(
            "GenericError",
            "FormationViolation",
            ["x"],
            [[]],
            {},
            {"status": "Accepted"},
        ),
        *({"vendorId": "x"}, {"vendorId": None}, STREAM_FRAME[3], 10**400, 1e300),
    ]
)


VALID: Final[Sequence[list[Any]]] = (
    [2, "1", "Heartbeat", {}],
    [2, "2", "DataTransfer", {"vendorId": "x"}],
    [3, "a", {"status": "Accepted"}],
    [3, "b", {"status": "Accepted"}],
    [4, "b", "GenericError", "", {}],
    STREAM_FRAME,
)


@pytest.mark.parametrize("version", ALL)
def test_any_near_valid_frame(version: str) -> None:
    seen: Counter[str] = Counter()

    @given(
        frames=st.lists(altered(st.sampled_from(VALID), parts), max_size=8),
        cuts=st.lists(st.integers(0, 60), max_size=8),
    )
    def check(frames: list[list[Any]], cuts: list[int]) -> None:
        session = back_office(version, limits=Limits(max_in_flight=2))
        session.call("a", clear_cache(version), 0.0)
        session.call("b", clear_cache(version), 0.0)
        sent(session)
        session.events()
        texts = [json.dumps(frame) for frame in frames]
        texts += [text[:cut] for text, cut in zip(texts, cuts, strict=False)]
        for text in texts:
            answers = received(session, text)
            events = session.events()
            seen.update(type(event).__name__ for event in events)
            assert len(answers) <= 1
            assert bool(events) == bool(text)
            for answer in answers:
                check_answer(version, answer)

    check()
    expected = {"BadMessage", "CallFailed", "CallReceived", "CallRefused"}
    expected |= {"CallSucceeded", "StrayReply"}
    expected |= {"SendReceived"} if version == "2.1" else set()
    assert expected <= set(seen), seen


def check_answer(version: str, answer: list[Any]) -> None:
    number, message_id, code, description, details = answer
    assert number == 4 or (number == 5 and version == "2.1")
    assert isinstance(message_id, str)
    assert len(message_id) <= 255
    dialect = DIALECTS[version]
    assert code in {dialect.spell(known) for known in ErrorCode}
    assert len(description) <= 255
    assert details == {}


def test_an_id_that_cannot_be_sent() -> None:
    session = back_office("1.6")
    with pytest.raises(CannotSend, match="message id"):
        session.call("\ud800", clear_cache("1.6"), 0.0)


def test_a_description_that_is_no_text_is_mended() -> None:
    session = back_office("1.6")
    received(session, [2, "1", "Heartbeat", {}])
    session.fail("1", OcppError("X", "no \udcff"), 0.0)
    assert sent(session)[0] == [4, "1", "X", "no ?", {}]


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (OcppError(""), ValueError, "the error code is a string"),
        (OcppError("X", "", {"a": "\ud800"}), ValueError, "a surrogate"),
        (OcppError("X", "", {"a": float("inf")}), ValueError, "not JSON compliant"),
        (OcppError("X", "", {"a": 1j}), TypeError, "not JSON serializable"),
    ],
)
def test_an_error_that_is_no_frame_is_not_sent(
    error: OcppError, kind: type[Exception], reason: str
) -> None:
    session = back_office("1.6")
    received(session, [2, "1", "Heartbeat", {}])
    with pytest.raises(kind, match=reason):
        session.fail("1", error, 0.0)
    assert sent(session) == []
    assert session.unanswered == 1


def test_details_may_be_any_mapping() -> None:
    session = back_office("1.6")
    received(session, [2, "1", "Heartbeat", {}])
    session.fail("1", OcppError("X", "", MappingProxyType({"a": 1})), 0.0)
    assert sent(session)[0] == [4, "1", "X", "", {"a": 1}]


def test_bad_messages_are_counted_in_a_row() -> None:
    session = back_office("1.6")
    counts: list[int] = []
    for text in ("x", "[]", "", '[2,"1","Nonsense",{}]', "x"):
        session.receive(text, 0.0)
        counts.append(session.bad_messages)
    assert counts == [1, 2, 2, 0, 1]


def test_a_response_may_be_of_a_subclass() -> None:
    class Ours(v16.HeartbeatResponse):
        """A response with methods of its own."""

    session = back_office()
    received(session, HEARTBEAT)
    session.reply("1", Ours(current_time=MOMENT), 0.0)
    assert session.next_to_send(0.0) == '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'


def test_handlers_that_run_on_count_as_well() -> None:
    running = ["one"]
    session = back_office(running=running, limits=Limits(max_unanswered=2))
    assert received(session, HEARTBEAT) == []
    running.append("another")
    (answer,) = received(session, [2, "2", "Heartbeat", {}])
    assert answer[:3] == [4, "2", "GenericError"]


@pytest.mark.parametrize("observed", [False, True])
def test_what_a_handler_has_to_see_is_returned(observed: bool) -> None:
    session = back_office("2.1", observed=observed)
    call = session.receive('[2,"1","Heartbeat",{}]', 5.0)
    send = session.receive(json.dumps(STREAM_FRAME), 6.0)
    assert call is not None
    assert send is not None
    assert (call.id, call.procedure.action, call.received) == ("1", "Heartbeat", 5.0)
    assert call.message == v21.HeartbeatRequest()
    assert (send.id, send.message, send.received) == ("s", STREAM, 6.0)
    kinds = [type(event) for event in session.events()]
    assert kinds == ([CallReceived, SendReceived] if observed else [])


@pytest.mark.parametrize("observed", [False, True])
@pytest.mark.parametrize(
    "text", ['[2,"1","Nonsense",{}]', '[3,"1",{}]', '[6,"1","Nonsense",{}]', "x", b"y"]
)
def test_nothing_else_is_returned(text: str | bytes, observed: bool) -> None:
    session = back_office("2.1", observed=observed)
    assert session.receive(text, 0.0) is None
    assert session.events() != []


@pytest.mark.parametrize("observed", [False, True])
def test_a_call_ends_a_row_of_bad_messages(observed: bool) -> None:
    session = back_office(observed=observed)
    received(session, "x", "x")
    assert session.bad_messages == 2
    received(session, HEARTBEAT)
    assert session.bad_messages == 0
