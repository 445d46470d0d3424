"""What waits is sent over one connection after the other."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ocpp_messages import Model, v15, v16, v201
from ocpp_rpc import (
    CallTimeout,
    ErrorCode,
    InvalidResponse,
    Limits,
    OcppError,
    Settings,
)
from ocpp_rpc.protocol.events import FrameSent
from ocpp_rpc.station import (
    Delivered,
    Discarded,
    DiscardReason,
    Outbox,
    OutboxError,
    Outcome,
    QueuedMessage,
)
from ocpp_rpc.station.forwarding import Retry, forward
from ocpp_rpc.testing import RawPeer, VirtualClock, pair, raw_peer
from tests.properties import assert_met
from tests.station.transactions import NOON, database, event, meter, start, stop
from tests.support.records import whose
from tests.support.scripted import Seen, spin

TIMEOUT = 30.0
STARTED = {"transactionId": 17, "idTagInfo": {"status": "Accepted"}}


@pytest.fixture
def told() -> list[Outcome]:
    return []


@pytest.fixture
def outbox(told: list[Outcome]) -> Iterator[Outbox]:
    with Outbox(":memory:", on_outcome=told.append) as outbox:
        yield outbox


class BackOffice:
    """The other end of a connection over which an outbox is forwarded."""

    def __init__(
        self, peer: RawPeer, clock: VirtualClock, task: asyncio.Task[None], seen: Seen
    ) -> None:
        self.peer = peer
        self.clock = clock
        self.task = task
        self._seen = seen
        self._id = ""

    @property
    def frames(self) -> int:
        """How many frames the station has written."""
        return len(self._seen.of(FrameSent))

    async def told(self) -> tuple[str, Any]:
        """Read the next call: its action and its payload."""
        _, self._id, action, payload = json.loads(await self.peer.recv())
        return action, payload

    async def told_seq_no(self) -> Any:
        _, payload = await self.told()
        return payload["seqNo"]

    async def answer(self, payload: Any = None) -> None:
        """Answer the call that was read last."""
        await self.peer.send(json.dumps([3, self._id, payload or {}]))
        await spin()

    async def fail(self) -> None:
        """Answer it with a CALLERROR."""
        await self.peer.send(json.dumps([4, self._id, "InternalError", "no", {}]))
        await spin()

    async def fail_oddly(self, rest: list[Any]) -> None:
        """Answer it with a CALLERROR of any elements after the id."""
        await self.peer.send(json.dumps([4, self._id, *rest]))
        await spin()

    async def pass_time(self, seconds: float) -> None:
        self.clock.advance(seconds)
        await spin()

    async def go(self) -> None:
        """Be gone."""
        self.peer.abort()
        await self.task


@asynccontextmanager
async def forwarded(
    outbox: Outbox,
    version: str = "2.0.1",
    *,
    clock: VirtualClock | None = None,
    limits: Limits | None = None,
    **options: Any,
) -> AsyncGenerator[BackOffice, None]:
    """A back office, told by an outbox over a connection whose time stands still."""
    clock, seen = clock or VirtualClock(), Seen()
    settings = Settings(
        clock=clock, call_timeout=TIMEOUT, observer=seen, limits=limits or Limits()
    )
    role = v16.STATION if version < "2" else v201.STATION
    async with raw_peer(version=version, role=role, settings=settings) as peer:
        task = asyncio.create_task(
            forward(outbox, peer.connection, clock=clock, **options)
        )
        await spin()
        back_office = BackOffice(peer, clock, task, seen)
        yield back_office
    await back_office.task


def seq_nos(outbox: Outbox) -> list[int]:
    return [json.loads(message.payload)["seqNo"] for message in outbox]


# --- In order -------------------------------------------------------------------------


async def test_what_waits_is_sent_in_order(outbox: Outbox, told: list[Outcome]) -> None:
    put = [outbox.put(event(seq_no=number)) for number in range(3)]
    async with forwarded(outbox) as back_office:
        for number in range(3):
            assert await back_office.told_seq_no() == number
            assert back_office.frames == number + 1
            assert seq_nos(outbox)[0] == number
            await back_office.answer({"totalCost": 1.5})
            assert number not in seq_nos(outbox)
    assert len(outbox) == 0
    response = v201.TransactionEventResponse(total_cost=1.5)
    assert told == [
        Delivered(message, event(seq_no=number, offline=True), response)
        for number, message in enumerate(put)
    ]


async def test_what_is_put_meanwhile_comes_last(outbox: Outbox) -> None:
    outbox.put(event(seq_no=0))
    async with forwarded(outbox) as back_office:
        outbox.put(event(seq_no=1))
        assert await back_office.told_seq_no() == 0
        outbox.put(event(seq_no=2))
        for number in (1, 2):
            await back_office.answer()
            assert await back_office.told_seq_no() == number
        await back_office.answer()
        outbox.put(event(seq_no=3))
        _, payload = await back_office.told()
        assert payload == v201.to_jsonable(event(seq_no=3))
        await back_office.answer()
    assert len(outbox) == 0


async def test_a_thread_puts_and_wakes_it(outbox: Outbox) -> None:
    async with forwarded(outbox) as back_office:
        await asyncio.to_thread(outbox.put, event(seq_no=7))
        assert await back_office.told_seq_no() == 7
        await back_office.answer()


async def test_other_calls_go_past_it(outbox: Outbox) -> None:
    for number in range(2):
        outbox.put(event(seq_no=number))
    async with forwarded(outbox) as back_office:
        heartbeat = asyncio.create_task(
            back_office.peer.connection.call(v201.HeartbeatRequest())
        )
        assert await back_office.told_seq_no() == 0
        await back_office.answer()
        assert await back_office.told() == ("Heartbeat", {})
        await back_office.answer({"currentTime": "2026-01-31T12:00:00Z"})
        assert (await heartbeat).current_time == NOON
        assert await back_office.told_seq_no() == 1
        await back_office.answer()


async def test_between_two_connections_of_this_library() -> None:
    async def back_office(request: Model) -> v201.TransactionEventResponse:
        assert isinstance(request, v201.TransactionEventRequest)
        seen.append(request.seq_no)
        return v201.TransactionEventResponse()

    seen: list[int] = []
    delivered = asyncio.Event()

    def note(_: Outcome) -> None:
        if len(seen) == 100:
            delivered.set()

    with Outbox(":memory:", on_outcome=note) as outbox:
        for number in range(100):
            outbox.put(event(seq_no=number))
        async with pair(version="2.0.1", back_office=back_office) as (station, _):
            task = asyncio.create_task(forward(outbox, station))
            await delivered.wait()
        await task
        assert len(outbox) == 0
    assert seen == list(range(100))


# --- Connections ----------------------------------------------------------------------


async def test_a_lost_connection_is_no_attempt(
    outbox: Outbox, told: list[Outcome]
) -> None:
    outbox.put(event(seq_no=0))
    for _ in range(5):
        async with forwarded(outbox, retry=Retry(attempts=1)) as back_office:
            assert await back_office.told_seq_no() == 0
            await back_office.go()
    assert told == []
    (message,) = outbox
    assert message.attempts == 0


async def test_it_ends_with_an_idle_connection(outbox: Outbox) -> None:
    async with forwarded(outbox) as back_office:
        assert not back_office.task.done()
        await back_office.go()
    async with forwarded(outbox) as back_office:
        outbox.put(event())
        assert await back_office.told_seq_no() == 0
        await back_office.answer()


async def test_a_connection_that_is_closed_already(outbox: Outbox) -> None:
    outbox.put(event())
    async with pair(version="2.0.1") as (station, _):
        await station.close()
        await forward(outbox, station)
    assert len(outbox) == 1


async def test_it_may_be_cancelled(outbox: Outbox, told: list[Outcome]) -> None:
    outbox.put(event(seq_no=0))
    async with pair(version="2.0.1") as (station, _):
        task = asyncio.create_task(forward(outbox, station))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert (len(outbox), told) == (1, [])
    async with forwarded(outbox) as back_office:
        assert await back_office.told_seq_no() == 0
        await back_office.answer()
    assert len(outbox) == 0


async def test_one_connection_at_a_time(outbox: Outbox) -> None:
    async with forwarded(outbox), pair(version="2.0.1") as (station, _):
        with pytest.raises(
            OutboxError, match="another connection is forwarding it already"
        ):
            await forward(outbox, station)


async def test_a_back_office_has_nothing_to_forward(outbox: Outbox) -> None:
    async with pair(version="2.0.1") as (_, back_office):
        with pytest.raises(
            ValueError, match="forward needs a station's connection, not a CSMS"
        ):
            await forward(outbox, back_office)


async def test_an_outbox_that_is_closed_meanwhile(outbox: Outbox) -> None:
    async with pair(version="2.0.1") as (station, _):
        task = asyncio.create_task(forward(outbox, station))
        await spin()
        outbox.close()
        await station.close()
        await task
        with pytest.raises(OutboxError, match="closed"):
            outbox.put(event())


# --- Failures -------------------------------------------------------------------------


async def test_a_message_is_tried_again_and_then_discarded(
    outbox: Outbox, told: list[Outcome], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "ocpp_rpc.forwarding")
    for number in range(2):
        outbox.put(event(seq_no=number))
    async with forwarded(outbox, retry=Retry(attempts=3, interval=60.0)) as back_office:
        for preceding in (1, 2):
            assert await back_office.told_seq_no() == 0
            await back_office.fail()
            frames = back_office.frames
            await back_office.pass_time(60.0 * preceding - 0.1)
            assert back_office.frames == frames
            await back_office.pass_time(0.1)
        assert await back_office.told_seq_no() == 0
        assert told == []
        await back_office.fail()
        assert await back_office.told_seq_no() == 1
        await back_office.answer()

    assert whose(caplog, "'CP001': next attempt in ") == {("CP001", "2.0.1")}
    discarded, _ = told
    assert isinstance(discarded, Discarded)
    assert discarded.reason is DiscardReason.FAILED
    assert discarded.message.attempts == 3
    assert isinstance(discarded.error, OcppError)
    assert discarded.error.code is ErrorCode.INTERNAL_ERROR


@pytest.mark.parametrize(
    ("version", "request_"), [("2.0.1", event()), ("1.6", meter())]
)
async def test_no_answer_is_a_failure(
    outbox: Outbox, told: list[Outcome], version: str, request_: Any
) -> None:
    outbox.put(request_)
    retry = Retry(attempts=2, interval=10.0)
    async with forwarded(outbox, version, retry=retry) as back_office:
        await back_office.told()
        await back_office.pass_time(TIMEOUT)
        assert [message.attempts for message in outbox] == [1]
        await back_office.pass_time(10.0)
        await back_office.told()
        await back_office.pass_time(TIMEOUT)
    (discarded,) = told
    assert isinstance(discarded, Discarded)
    assert discarded.reason is DiscardReason.FAILED
    assert isinstance(discarded.error, CallTimeout)


async def test_a_message_is_delivered_after_failures(
    outbox: Outbox, told: list[Outcome]
) -> None:
    message = outbox.put(event())
    async with forwarded(outbox, retry=Retry(interval=0.0)) as back_office:
        for _ in range(2):
            await back_office.told()
            await back_office.fail()
        await back_office.told()
        await back_office.answer()
    (delivered,) = told
    assert isinstance(delivered, Delivered)
    assert delivered.message.number == message.number
    assert delivered.message.attempts == 2


async def test_what_is_put_does_not_end_a_wait(outbox: Outbox) -> None:
    outbox.put(event(seq_no=0))
    async with forwarded(outbox) as back_office:
        await back_office.told()
        await back_office.fail()
        outbox.put(event(seq_no=1))
        await spin()
        assert back_office.frames == 1
        await back_office.pass_time(60.0)
        assert await back_office.told_seq_no() == 0
        await back_office.answer()
        assert await back_office.told_seq_no() == 1
        await back_office.answer()


async def test_a_wait_goes_on_over_the_next_connection(outbox: Outbox) -> None:
    clock = VirtualClock()
    outbox.put(event())
    async with forwarded(outbox, clock=clock) as back_office:
        await back_office.told()
        await back_office.fail()
        await back_office.pass_time(25.0)
        await back_office.go()
    async with forwarded(outbox, clock=clock) as back_office:
        await back_office.pass_time(34.9)
        assert back_office.frames == 0
        await back_office.pass_time(0.1)
        assert await back_office.told_seq_no() == 0
        await back_office.answer()


async def test_a_wait_may_be_cancelled(outbox: Outbox) -> None:
    clock = VirtualClock()
    outbox.put(event())
    async with forwarded(outbox, clock=clock) as back_office:
        await back_office.told()
        await back_office.fail()
        await spin(5)
        timers = clock.timers
        back_office.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await back_office.task
        assert clock.timers == timers - 1
        back_office.clock.advance(1000.0)
        back_office.task = asyncio.create_task(
            forward(outbox, back_office.peer.connection, clock=back_office.clock)
        )
        assert await back_office.told_seq_no() == 0
        await back_office.answer()
        await back_office.go()
        assert len(outbox) == 0


async def test_attempts_are_counted_across_restarts(
    tmp_path: Any, told: list[Outcome]
) -> None:
    path = tmp_path / "outbox.db"
    with Outbox(path) as outbox:
        outbox.put(event())
    for attempts in (1, 2):
        with Outbox(path) as outbox:
            async with forwarded(outbox) as back_office:
                await back_office.told()
                await back_office.fail()
            assert [message.attempts for message in outbox] == [attempts]
    with Outbox(path, on_outcome=told.append) as outbox:
        async with forwarded(outbox) as back_office:
            await back_office.told()
            await back_office.fail()
        assert len(outbox) == 0
    assert [type(outcome) for outcome in told] == [Discarded]


async def test_the_rule_may_change_meanwhile(
    outbox: Outbox, told: list[Outcome]
) -> None:
    outbox.put(event())
    rules = [Retry(attempts=9, interval=5.0), Retry(attempts=2)]
    async with forwarded(outbox, retry=lambda: rules.pop(0)) as back_office:
        await back_office.told()
        await back_office.fail()
        await back_office.pass_time(5.0)
        await back_office.told()
        await back_office.fail()
    assert [type(outcome) for outcome in told] == [Discarded]


async def test_an_invalid_response_is_not_asked_for_again(
    outbox: Outbox, told: list[Outcome]
) -> None:
    for number in range(2):
        outbox.put(event(seq_no=number))
    async with forwarded(outbox) as back_office:
        await back_office.told()
        await back_office.answer({"totalCost": "a lot"})
        assert await back_office.told_seq_no() == 1
        await back_office.answer()
    discarded = told[0]
    assert isinstance(discarded, Discarded)
    assert discarded.reason is DiscardReason.INVALID_RESPONSE
    assert isinstance(discarded.error, InvalidResponse)


# What follows the id in a CALLERROR that is not to the letter, and the code it means.
INEXACT: list[tuple[list[Any], str]] = [
    (["InternalError"], "InternalError"),
    (["InternalError", ""], "InternalError"),
    (["InternalError", None, {}], "InternalError"),
    (["InternalError", "no", "later"], "InternalError"),
    (["InternalError", "no", {}, 0], "InternalError"),
    ([500, "no", {}], "GenericError"),
    ([], "GenericError"),
]


@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
@pytest.mark.parametrize(("rest", "code"), INEXACT)
async def test_an_error_that_is_not_to_the_letter_is_a_failure(
    outbox: Outbox, told: list[Outcome], version: str, rest: list[Any], code: str
) -> None:
    outbox.put(event(seq_no=7) if version == "2.0.1" else stop(17))
    retry = Retry(attempts=2, interval=60.0)
    async with forwarded(outbox, version, retry=retry) as back_office:
        first = await back_office.told()
        await back_office.fail_oddly(rest)
        assert (len(outbox), told) == (1, [])
        await back_office.pass_time(60.0)
        assert await back_office.told() == first
        await back_office.fail_oddly(rest)
    (discarded,) = told
    assert isinstance(discarded, Discarded)
    assert discarded.reason is DiscardReason.FAILED
    assert isinstance(discarded.error, OcppError)
    assert discarded.error.code == code


async def test_a_connection_with_too_many_calls(
    outbox: Outbox, told: list[Outcome]
) -> None:
    async with forwarded(outbox, limits=Limits(max_waiting=0)) as back_office:
        call = asyncio.create_task(
            back_office.peer.connection.call(v201.HeartbeatRequest())
        )
        assert await back_office.told() == ("Heartbeat", {})
        outbox.put(event(seq_no=5))
        await spin()
        await back_office.answer({"currentTime": "2026-01-31T12:00:00Z"})
        await call
        assert back_office.frames == 1
        await back_office.pass_time(1.0)
        assert await back_office.told_seq_no() == 5
        await back_office.answer()
    (delivered,) = told
    assert isinstance(delivered, Delivered)
    assert delivered.message.attempts == 0


async def test_what_is_under_way_is_not_dropped(told: list[Outcome]) -> None:
    with Outbox(":memory:", limit=2, on_outcome=told.append) as outbox:
        for number in range(2):
            outbox.put(event(seq_no=number))
        async with forwarded(outbox) as back_office:
            assert await back_office.told_seq_no() == 0
            outbox.put(event("Ended", 2))
            assert seq_nos(outbox) == [0, 2]
            await back_office.answer()
            assert await back_office.told_seq_no() == 2
            await back_office.answer()
    assert [type(outcome).__name__ for outcome in told] == [
        "Dropped",
        "Delivered",
        "Delivered",
    ]


# --- Transactions of OCPP 1.x ---------------------------------------------------------


@pytest.mark.parametrize("number", [17, 0])
async def test_the_id_comes_with_the_response(
    number: int, outbox: Outbox, told: list[Outcome]
) -> None:
    outbox.put(start(), transaction="one")
    outbox.put(meter(), transaction="one")
    outbox.put(stop(), transaction="one")
    async with forwarded(outbox, "1.6") as back_office:
        action, payload = await back_office.told()
        assert (action, payload) == ("StartTransaction", v16.to_jsonable(start()))
        await back_office.answer({**STARTED, "transactionId": number})
        assert outbox.transactions() == {"one": number}
        for action in ("MeterValues", "StopTransaction"):
            name, payload = await back_office.told()
            assert (name, payload["transactionId"]) == (action, number)
            await back_office.answer()
    assert outbox.transactions() == {}

    delivered = told[0]
    assert isinstance(delivered, Delivered)
    assert isinstance(delivered.response, v16.StartTransactionResponse)
    assert delivered.response.id_tag_info.status == "Accepted"
    last = told[2]
    assert isinstance(last, Delivered)
    assert last.request == stop(number)


async def test_the_id_is_kept_over_a_restart(tmp_path: Any) -> None:
    path = tmp_path / "outbox.db"
    with Outbox(path) as outbox:
        outbox.put(start(), transaction="one")
        async with forwarded(outbox, "1.6") as back_office:
            await back_office.told()
            await back_office.answer(STARTED)
    with Outbox(path) as outbox:
        outbox.put(stop(), transaction="one")
        async with forwarded(outbox, "1.6") as back_office:
            _, payload = await back_office.told()
            assert payload["transactionId"] == 17
            await back_office.answer()


async def test_a_transaction_that_could_not_be_started(
    outbox: Outbox, told: list[Outcome]
) -> None:
    outbox.put(start(), transaction="one")
    outbox.put(meter(), transaction="one")
    outbox.put(stop(0), transaction="one")
    async with forwarded(outbox, "1.6", retry=Retry(attempts=1)) as back_office:
        await back_office.told()
        await back_office.fail()
        for _ in range(2):
            _, payload = await back_office.told()
            assert payload["transactionId"] == -1
            await back_office.answer()
    assert [type(outcome).__name__ for outcome in told] == [
        "Discarded",
        "Delivered",
        "Delivered",
    ]


async def test_an_id_that_is_known_stays(outbox: Outbox) -> None:
    outbox.put(meter(1, 4))
    outbox.put(meter(2))
    outbox.put(stop(4))
    async with forwarded(outbox, "1.6") as back_office:
        for number in (4, None, 4):
            _, payload = await back_office.told()
            assert payload.get("transactionId") == number
            await back_office.answer()


async def test_ocpp_15(outbox: Outbox) -> None:
    begin = v15.StartTransactionRequest(
        connector_id=1, id_tag="TAG1", meter_start=0, timestamp=NOON
    )
    end = v15.StopTransactionRequest(transaction_id=0, timestamp=NOON, meter_stop=1)
    outbox.put(begin, transaction="one")
    outbox.put(end, transaction="one")
    async with forwarded(outbox, "1.5") as back_office:
        assert await back_office.told() == ("StartTransaction", v15.to_jsonable(begin))
        await back_office.answer(STARTED)
        _, payload = await back_office.told()
        assert payload["transactionId"] == 17
        await back_office.answer()


# --- What the connection does not have ------------------------------------------------


async def test_messages_of_another_version(outbox: Outbox, told: list[Outcome]) -> None:
    put = [
        outbox.put(start(), transaction="one"),
        outbox.put(stop(), transaction="one"),
    ]
    outbox.put(event(seq_no=7))
    async with forwarded(outbox) as back_office:
        assert await back_office.told_seq_no() == 7
        await back_office.answer()
    reason = DiscardReason.OTHER_VERSION
    assert told[:2] == [Discarded(message, reason) for message in put]
    assert outbox.transactions() == {}


@pytest.mark.parametrize(
    ("action", "payload"),
    [("TransactionEvent", '{"seqNo":1}'), ("TransactionEvents", "{}")],
)
async def test_messages_of_another_release(
    outbox: Outbox, told: list[Outcome], action: str, payload: str
) -> None:
    outbox.put(event(seq_no=1))
    update = "UPDATE message SET action = ?, payload = ?"
    database(outbox).execute(update, (action, payload))
    outbox.put(event(seq_no=2))
    async with forwarded(outbox) as back_office:
        assert await back_office.told_seq_no() == 2
        await back_office.answer()
    discarded = told[0]
    assert isinstance(discarded, Discarded)
    assert discarded.reason is DiscardReason.UNREADABLE
    assert discarded.error is not None
    assert discarded.message == QueuedMessage(1, "2.0.1", action, payload, "T1", 0)


# --- The rule -------------------------------------------------------------------------


def test_the_example_of_the_specification() -> None:
    """OCPP 1.6 §3.7.1: three attempts, 60 seconds."""
    retry = Retry(attempts=3, interval=60.0)
    assert [retry.wait(failures) for failures in (1, 2, 3)] == [60.0, 120.0, None]


def test_the_rule() -> None:
    seen: Counter[str] = Counter()

    @given(st.integers(1, 100), st.floats(0, 1e6), st.integers(1, 100))
    def check(attempts: int, interval: float, failures: int) -> None:
        wait = Retry(attempts=attempts, interval=interval).wait(failures)
        if failures >= attempts:
            assert wait is None
            seen["given up"] += 1
        else:
            assert wait == interval * failures
            seen["tried again"] += 1

    check()
    assert_met(seen, "given up", "tried again")


@pytest.mark.parametrize("fields", [{"attempts": 0}, {"interval": -1.0}])
def test_no_rule(fields: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="has to be at least 1"):
        Retry(**fields)
