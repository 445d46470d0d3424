"""Calls of ours: waiting, in flight, recent, and their time limits."""

from __future__ import annotations

from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc.errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    OcppError,
    QueueFull,
)
from ocpp_rpc.protocol.conversation import Conversation
from ocpp_rpc.protocol.events import (
    CallCancelled,
    CallFailed,
    CallQueued,
    CallStarted,
    CallSucceeded,
    Closed,
    StrayKind,
    StrayReply,
)
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.outgoing import Outgoing, OutgoingCalls
from tests.protocol.halves import back_office, told

REQUEST = v16.ClearCacheRequest()
PROCEDURE = v16.PROCEDURES["ClearCache"]
RESPONSE = v16.ClearCacheResponse(status=v16.ClearCacheStatus.ACCEPTED)


def made(
    message_id: str, timeout: float | None = None, deadline: float | None = None
) -> Outgoing:
    """A call made at time 0."""
    return Outgoing(
        message_id, PROCEDURE, REQUEST, "{}", 0.0, timeout, deadline, tolerance=None
    )


def calls(*ids: str, **options: Any) -> tuple[Conversation, OutgoingCalls]:
    """Calls that wait, and the conversation that is told of them."""
    conversation = back_office(**options)
    outgoing = OutgoingCalls(conversation)
    for message_id in ids:
        outgoing.add(made(message_id))
    told(conversation)
    return conversation, outgoing


def written(outgoing: OutgoingCalls, now: float = 0.0) -> list[str]:
    """Write what may be written."""
    return list(iter(lambda: outgoing.start_next(now) or "", ""))


def test_one_call_at_a_time_in_the_order_they_were_made() -> None:
    _, outgoing = calls("a", "b")
    assert written(outgoing) == ['[2,"a","ClearCache",{}]']
    (first,) = filter(None, [outgoing.in_flight("a")])
    outgoing.succeed(first, RESPONSE, 1.0)
    assert written(outgoing) == ['[2,"b","ClearCache",{}]']


def test_more_slots_are_filled_at_once() -> None:
    conversation, outgoing = calls(*"abc", limits=Limits(max_in_flight=2))
    assert len(written(outgoing)) == 2
    conversation.limits = Limits(max_in_flight=3)
    assert len(written(outgoing)) == 1


def test_what_is_told_of_a_call() -> None:
    conversation, outgoing = calls()
    outgoing.add(made("a"))
    outgoing.start_next(1.0)
    call = outgoing.answered("a")
    assert call is not None
    outgoing.succeed(call, RESPONSE, 3.5)
    assert told(conversation) == [
        CallQueued("a", PROCEDURE, REQUEST),
        CallStarted("a", PROCEDURE, REQUEST, 1.0),
        CallSucceeded("a", PROCEDURE, REQUEST, RESPONSE, 2.5),
    ]


def test_only_the_end_is_told_if_nobody_observes() -> None:
    conversation, outgoing = calls("a", observed=False)
    outgoing.start_next(1.0)
    outgoing.cancel("a", 3.0)
    assert told(conversation) == [CallCancelled("a", PROCEDURE, REQUEST, 2.0, True)]


def test_how_many_there_may_be() -> None:
    _, outgoing = calls("a", "b", limits=Limits(max_in_flight=1, max_waiting=1))
    with pytest.raises(QueueFull, match="1"):
        outgoing.check_room()
    outgoing.cancel("b", 0.0)
    outgoing.check_room()
    outgoing.add(made("b"))
    outgoing.start_next(0.0)
    with pytest.raises(QueueFull):
        outgoing.check_room()


def test_an_id_is_free_once_its_call_is_over() -> None:
    _, outgoing = calls("a", "b")
    outgoing.start_next(0.0)
    for message_id in ("a", "b"):
        with pytest.raises(CannotSend, match=f"id {message_id} is pending"):
            outgoing.check_unused(message_id)
        outgoing.cancel(message_id, 0.0)
        outgoing.check_unused(message_id)


# --- Time -----------------------------------------------------------------------------


def test_the_earliest_deadline_counts() -> None:
    _, outgoing = calls()
    assert outgoing.next_deadline is None
    outgoing.add(made("a", timeout=5.0))
    outgoing.add(made("b", deadline=7.0))
    outgoing.add(made("c", deadline=9.0))
    assert outgoing.next_deadline == 7.0
    outgoing.start_next(1.0)
    assert outgoing.next_deadline == 6.0
    outgoing.cancel("a", 1.0)
    outgoing.cancel("b", 1.0)
    assert outgoing.next_deadline == 9.0


def test_of_two_limits_the_earlier_one_counts() -> None:
    _, outgoing = calls()
    outgoing.add(made("a", timeout=5.0, deadline=3.0))
    outgoing.start_next(1.0)
    assert outgoing.next_deadline == 3.0
    outgoing.cancel("a", 1.0)
    outgoing.add(made("b", timeout=5.0, deadline=30.0))
    outgoing.start_next(1.0)
    assert outgoing.next_deadline == 6.0


def test_expired_calls_fail_whether_written_or_not() -> None:
    conversation, outgoing = calls()
    outgoing.add(made("a", timeout=5.0))
    outgoing.add(made("b", deadline=5.0))
    outgoing.add(made("c", deadline=5.5))
    outgoing.start_next(0.0)
    told(conversation)
    outgoing.expire(5.0)
    found = [
        (event.id, event.error.sent, event.duration)
        for event in told(conversation)
        if isinstance(event, CallFailed) and isinstance(event.error, CallTimeout)
    ]
    assert found == [("a", True, 5.0), ("b", False, 0.0)]


def test_a_call_whose_time_is_up_is_not_written() -> None:
    _, outgoing = calls()
    outgoing.add(made("a", deadline=2.0))
    outgoing.add(made("b"))
    assert written(outgoing, 2.0) == ['[2,"b","ClearCache",{}]']


def test_time_runs_for_as_many_calls_as_have_a_slot() -> None:
    conversation, outgoing = calls()
    for message_id in "abc":
        outgoing.add(made(message_id, timeout=5.0))
    outgoing.start_next(0.0)
    conversation.limits = Limits(max_in_flight=2)
    outgoing.hold(1.0)
    outgoing.cancel("a", 1.0)
    assert outgoing.next_deadline == 6.0
    outgoing.cancel("b", 1.0)
    assert outgoing.next_deadline is None


@pytest.mark.parametrize("slots", [0, 1])
def test_time_does_not_run_for_a_call_without_a_slot(slots: int) -> None:
    conversation, outgoing = calls("a")
    outgoing.start_next(0.0)
    outgoing.add(made("b", timeout=5.0))
    conversation.limits = Limits(max_in_flight=slots)
    outgoing.hold(1.0)
    assert outgoing.next_deadline is None


# --- Replies to what is over ----------------------------------------------------------


def stray(outgoing: OutgoingCalls, conversation: Conversation, message_id: str) -> Any:
    """How a reply is classified."""
    told(conversation)
    assert outgoing.answered(message_id) is None
    (event,) = told(conversation)
    assert isinstance(event, StrayReply)
    assert event.id == message_id
    return event.kind


def test_what_a_reply_to_a_settled_call_is() -> None:
    conversation, outgoing = calls(*"abcd", limits=Limits(max_in_flight=3))
    written(outgoing)
    for message_id in "ab":
        call = outgoing.in_flight(message_id)
        assert call is not None
        if message_id == "a":
            outgoing.succeed(call, RESPONSE, 0.0)
        else:
            outgoing.fail(call, OcppError(ErrorCode.GENERIC_ERROR), 0.0)
    outgoing.cancel("c", 0.0)
    outgoing.cancel("d", 0.0)
    kinds = [stray(outgoing, conversation, each) for each in "abcdx"]
    assert kinds == [
        StrayKind.DUPLICATE,
        StrayKind.DUPLICATE,
        StrayKind.LATE,
        StrayKind.UNKNOWN,  # it was never written
        StrayKind.UNKNOWN,
    ]


def test_few_settled_calls_are_remembered() -> None:
    conversation, outgoing = calls()
    for number in range(300):
        outgoing.add(made(str(number)))
        outgoing.start_next(0.0)
        outgoing.cancel(str(number), 0.0)
    kinds = [stray(outgoing, conversation, each) for each in ("43", "44", "299")]
    assert kinds == [StrayKind.UNKNOWN, StrayKind.LATE, StrayKind.LATE]


# --- The end --------------------------------------------------------------------------


def failures(conversation: Conversation) -> list[tuple[str, bool, int]]:
    """Whose calls failed, whether they were sent, and the code they were told."""
    return [
        (event.id, event.error.sent, event.error.code)
        for event in told(conversation)
        if isinstance(event, CallFailed) and isinstance(event.error, ConnectionClosed)
    ]


def test_the_first_end_counts_until_the_connection_is_lost() -> None:
    conversation, outgoing = calls(*"abc")
    outgoing.start_next(0.0)
    outgoing.check_open()
    outgoing.fail_unsent(Closed(1000, "bye"), 1.0)
    assert failures(conversation) == [("b", False, 1000), ("c", False, 1000)]
    outgoing.fail_all(Closed(1012, "elsewhere"), 1.0)
    assert failures(conversation) == [("a", True, 1000)]
    outgoing.fail_unsent(Closed(1001, "away"), 1.0)
    with pytest.raises(ConnectionClosed) as caught:
        outgoing.check_open()
    assert (caught.value.code, caught.value.reason) == (1000, "bye")
    outgoing.connection_lost(Closed(1006, ""), 2.0)
    with pytest.raises(ConnectionClosed) as caught:
        outgoing.check_open()
    assert caught.value.code == 1006
    assert failures(conversation) == []


def test_losing_the_connection_fails_all_calls() -> None:
    conversation, outgoing = calls("a", "b")
    outgoing.start_next(0.0)
    outgoing.connection_lost(Closed(1006, ""), 2.0)
    assert failures(conversation) == [("a", True, 1006), ("b", False, 1006)]
