"""The handling of one message: its handler, the answer, what comes after."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ocpp_messages import NotSupported, v16
from ocpp_rpc import Router
from ocpp_rpc.connection.handling import Handling
from ocpp_rpc.errors import ErrorCode, NotInVersion, OcppError
from ocpp_rpc.protocol.incoming import Incoming
from ocpp_rpc.transports import TransportClosed
from tests.support.records import whose
from tests.support.scripted import DONE, Gate, accept, spin, transfers

from .parts import ground, session

ANSWER = '[3,"1",{"status":"Accepted"}]'
INTERNAL = '[4,"1","InternalError","",{}]'
CONNECTION: Any = object()


class Flushed:
    """A writer that only notes what it is told."""

    def __init__(self) -> None:
        self.cut: TransportClosed | None = None
        self.room: Awaitable[None] | None = None
        self.soon = 0

    def flush(self) -> Awaitable[None] | None:
        return self.room

    def flush_soon(self) -> None:
        self.soon += 1


class World:
    """The handling of messages by some routes, and what is around it."""

    def __init__(self, routes: Router) -> None:
        self.session = session()
        self.writer = Flushed()
        self.ground = ground(session=self.session)
        writer: Any = self.writer
        self.handling = Handling(self.ground, writer, CONNECTION, routes)
        self.turns = 0

    def handle(self) -> Awaitable[None] | None:
        """Have the peer call."""
        text = '[2,"1","DataTransfer",{"vendorId":"Acme"}]'
        call = self.session.receive(text, 0.0)
        assert call is not None
        return self.handling.handle(call, self.hand_over)

    def hand_over(self) -> None:
        self.turns += 1

    @property
    def answer(self) -> str | None:
        return self.session.next_to_send(0.0)


def world(handler: Callable[..., Any]) -> World:
    return World(transfers(handler))


# --- Turns ----------------------------------------------------------------------------


async def ready(_request: Any) -> Any:
    return DONE


@pytest.mark.parametrize("handler", [accept, ready])
async def test_a_handler_that_does_not_wait(handler: Callable[..., Any]) -> None:
    it = world(handler)
    assert it.handle() is None
    assert (it.turns, it.answer) == (0, ANSWER)


async def test_a_handler_that_waits() -> None:
    gate = Gate()
    it = world(gate.handler)
    rest = it.handle()
    assert rest is not None
    assert (it.turns, gate.inside) == (0, 1)
    task = asyncio.ensure_future(rest)
    await spin(3)
    assert (it.turns, it.answer) == (1, None)
    gate.opened.set()
    await task
    assert (it.turns, it.answer) == (1, ANSWER)


async def test_a_handler_has_one_task() -> None:
    tasks: list[Any] = []

    async def handler(_request: Any) -> Any:
        tasks.append(asyncio.current_task())
        await asyncio.sleep(0)
        tasks.append(asyncio.current_task())
        return DONE

    rest = world(handler).handle()
    assert rest is not None
    await rest
    assert tasks == [asyncio.current_task()] * 2


async def test_a_handler_has_the_connection() -> None:
    def handler(_request: Any, connection: Any) -> Any:
        assert connection is CONNECTION
        return DONE

    it = world(handler)
    assert it.handle() is None
    assert it.answer == ANSWER


async def test_no_room_for_the_answer() -> None:
    room = asyncio.get_running_loop().create_future()
    it = world(accept)
    it.writer.room = room
    assert it.handle() is room  # for the reader to wait for: it has not handed over
    assert it.turns == 0

    waiting = Gate()
    it = world(waiting.handler)
    it.writer.room = room
    rest = it.handle()
    assert rest is not None
    task = asyncio.ensure_future(rest)
    waiting.opened.set()
    await spin(3)
    assert (it.answer, task.done()) == (ANSWER, False)
    room.set_result(None)
    await task


# --- What the peer is told ------------------------------------------------------------

RAISED = {
    "an error for the peer": (
        OcppError(ErrorCode.SECURITY_ERROR, "why", {"a": 1}),
        '[4,"1","SecurityError","why",{"a":1}]',
    ),
    "an error that is no JSON": (OcppError("Odd", details={"a": object()}), INTERNAL),
    "an error of this side": (NotInVersion("another call"), INTERNAL),
    "any other one": (LookupError("secret"), INTERNAL),
    "a cancellation of something else": (asyncio.CancelledError(), INTERNAL),
    "no handler": (NotSupported("x"), '[3,"1",{"status":"UnknownVendorId"}]'),
}


@pytest.mark.parametrize("waits", [False, True])
@pytest.mark.parametrize(("error", "answer"), RAISED.values(), ids=RAISED)
async def test_what_a_handler_raises(
    error: BaseException, answer: str, waits: bool
) -> None:
    async def handler(_request: Any) -> Any:
        if waits:
            await asyncio.sleep(0)
        raise error

    it = world(handler)
    if (rest := it.handle()) is not None:
        await rest
    assert it.answer == answer
    assert it.session.unanswered == 0


async def test_what_is_no_response() -> None:
    def handler(_request: Any) -> Any:
        return v16.HeartbeatRequest()

    it = world(handler)
    assert it.handle() is None
    assert it.answer == INTERNAL


async def test_a_handler_that_was_removed_meanwhile() -> None:
    it = world(accept)
    it.handling.routes = Router()
    assert it.handle() is None
    assert it.answer == '[3,"1",{"status":"UnknownVendorId"}]'


async def test_a_task_that_is_cancelled_answers_and_ends() -> None:
    gate = Gate()
    it = world(gate.handler)
    it.writer.room = asyncio.get_running_loop().create_future()
    rest = it.handle()
    assert rest is not None
    task = asyncio.ensure_future(rest)
    await spin(3)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert (it.answer, it.writer.soon) == (INTERNAL, 1)


async def test_nothing_is_answered_once_the_connection_is_closed() -> None:
    gate = Gate()
    it = world(gate.handler)
    rest = it.handle()
    assert rest is not None
    it.session.connection_lost(1006, "", 0.0)
    gate.opened.set()
    await rest
    assert it.answer is None


# --- What nobody waits for ------------------------------------------------------------


def followed(after: Callable[..., Any]) -> World:
    """One with something that comes after the reply."""
    routes = transfers(accept)
    routes.after(v16.DataTransferRequest)(after)
    return World(routes)


async def test_what_comes_after_waits_for_room() -> None:
    told: list[Any] = []
    it = followed(lambda *arguments: told.append(arguments))
    room = it.writer.room = asyncio.get_running_loop().create_future()
    rest = it.handle()
    assert rest is not None
    task = asyncio.ensure_future(rest)
    await spin(3)
    assert (it.answer, told) == (ANSWER, [])
    room.set_result(None)
    await task
    ((request, response, connection),) = told
    assert (request.vendor_id, response, connection) == ("Acme", DONE, CONNECTION)
    assert it.turns == 0


async def test_nothing_comes_after_what_the_peer_does_not_have() -> None:
    told: list[Any] = []
    it = followed(told.append)
    it.writer.cut = TransportClosed()
    rest = it.handle()
    assert rest is not None
    await rest
    assert told == []


async def test_what_comes_after_may_wait_and_fail(
    caplog: pytest.LogCaptureFixture,
) -> None:
    gate = Gate()

    async def after(_request: Any) -> None:
        await gate.pass_through()
        raise LookupError("on purpose")

    it = followed(after)
    rest = it.handle()
    assert rest is not None
    task = asyncio.ensure_future(rest)
    await spin(3)
    assert (it.turns, it.ground.tasks.has_afters) == (1, True)
    gate.opened.set()
    await task
    assert not it.ground.tasks.has_afters
    text = "'CP001': the after function of DataTransfer failed"
    assert whose(caplog, text) == {("CP001", "1.6")}


class Sent:
    """A procedure that is not answered."""

    kind = "SEND"
    action = "NotifyPeriodicEventStream"
    request = v16.DataTransferRequest


@pytest.mark.parametrize("fails", [False, True])
async def test_a_message_that_is_not_answered(
    fails: bool, caplog: pytest.LogCaptureFixture
) -> None:
    handled: list[Any] = []

    async def handler(message: Any) -> None:
        await asyncio.sleep(0)
        handled.append(message)
        if fails:
            raise LookupError("on purpose")

    it = world(handler)
    sent: Any = Incoming("s", Sent, "message", 0.0)  # type: ignore[arg-type]
    rest = it.handling.handle(sent, it.hand_over)
    assert rest is not None
    await rest
    assert (handled, it.turns, it.answer) == (["message"], 1, None)
    failed = "the handler of NotifyPeriodicEventStream failed" in caplog.text
    assert failed == fails
