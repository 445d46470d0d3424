"""What the peer and the log are told of what a handler does, however it runs."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest

from ocpp_messages import NotSupported, load, v16, v21
from ocpp_rpc import Connection, ErrorCode, OcppError, Router
from ocpp_rpc.protocol.events import CallReceived, Event
from ocpp_rpc.testing import raw_peer
from ocpp_rpc.transports import Peer
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.support.records import whose
from tests.support.scripted import DONE, ask, back_office, spin, told, transfers

Act: TypeAlias = Callable[[], Any]


def returns(value: Any) -> Act:
    return lambda: value


def raises(error: BaseException) -> Act:
    def act() -> Any:
        raise error

    return act


def endless() -> dict[str, Any]:
    """Details that hold themselves."""
    details: dict[str, Any] = {}
    details["again"] = details
    return details


ACCEPTED: Any = [3, "1", {"status": "Accepted"}]
INTERNAL: Any = [4, "1", "InternalError", "", {}]
SECRET = "the password is hunter2"
NO_TEXT: Any = None
NO_DETAILS: Any = ["no", "object"]

# (what the handler does, what the peer is told, whether that is logged as an error)
ACTS: dict[str, tuple[Act, Any, bool]] = {
    "its response": (returns(DONE), ACCEPTED, False),
    "an error": (
        raises(OcppError(ErrorCode.SECURITY_ERROR, "why", {"a": 1})),
        [4, "1", "SecurityError", "why", {"a": 1}],
        False,
    ),
    "an error of the vendor": (
        raises(OcppError("AcmeError")),
        [4, "1", "AcmeError", "", {}],
        False,
    ),
    "not supported": (
        raises(NotSupported("DataTransfer")),
        [3, "1", {"status": "UnknownVendorId"}],
        False,
    ),
    "an exception": (raises(KeyError(SECRET)), INTERNAL, True),
    "an empty iterator": (raises(StopIteration(SECRET)), INTERNAL, True),
    "a time limit": (raises(TimeoutError(SECRET)), INTERNAL, True),
    "no end": (raises(RecursionError(SECRET)), INTERNAL, True),
    "a failed assertion": (raises(AssertionError(SECRET)), INTERNAL, True),
    "nothing": (returns(None), INTERNAL, True),
    "a dict": (returns({"status": "Accepted"}), INTERNAL, True),
    "a text": (returns('{"status":"Accepted"}'), INTERNAL, True),
    "another response": (returns(v16.MeterValuesResponse()), INTERNAL, True),
    "a response of another version": (
        returns(
            v21.DataTransferResponse(status=v21.DataTransferStatusEnumType.ACCEPTED)
        ),
        INTERNAL,
        True,
    ),
    "an error without a code": (raises(OcppError("")), INTERNAL, True),
    "an error whose description is an exception": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, KeyError(SECRET))),  # type: ignore[arg-type]
        INTERNAL,
        True,
    ),
    "an error whose description is none": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, NO_TEXT)),
        INTERNAL,
        True,
    ),
    "an error whose details are a list": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, "", NO_DETAILS)),
        INTERNAL,
        True,
    ),
    "an error whose details are no JSON": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, "", {"a": object()})),
        INTERNAL,
        True,
    ),
    "an error whose details have no end": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, "", endless())),
        INTERNAL,
        True,
    ),
    "an error whose details hold half an emoji": (
        raises(OcppError(ErrorCode.GENERIC_ERROR, "", {"a": "\ud83d"})),
        INTERNAL,
        True,
    ),
}


def plainly(act: Act) -> Router:
    def handler(_request: Any) -> Any:
        return act()

    return transfers(handler)


def at_once(act: Act) -> Router:
    async def handler(_request: Any) -> Any:
        return act()

    return transfers(handler)


def later(act: Act) -> Router:
    async def handler(_request: Any) -> Any:
        await asyncio.sleep(0)
        return act()

    return transfers(handler)


def in_a_thread(act: Act) -> Router:
    def handler(_request: Any) -> Any:
        return act()

    routes = Router()
    routes.add(v16.DataTransferRequest, handler, in_thread=True)
    return routes


@pytest.mark.parametrize("run", [plainly, at_once, later, in_a_thread])
@pytest.mark.parametrize("name", ACTS)
async def test_what_a_handler_does(
    name: str, run: Callable[[Act], Router], caplog: pytest.LogCaptureFixture
) -> None:
    act, expected, is_logged = ACTS[name]
    async with back_office(run(act)) as peer:
        await ask(peer)
        assert await told(peer) == expected
        # The id is free again, and the connection goes on.
        await ask(peer)
        assert await told(peer) == expected
    errors = [r for r in caplog.records if r.levelno >= logging.ERROR]
    assert [record.getMessage() for record in errors] == (
        ["'CP001': the handler of DataTransfer failed"] * 2 if is_logged else []
    )
    assert all(record.exc_info for record in errors)
    failed = whose(caplog, "the handler of DataTransfer failed")
    assert failed == ({("CP001", "1.6")} if is_logged else set())


@pytest.mark.parametrize("error", [KeyError(SECRET), OcppError("GenericError", SECRET)])
async def test_nothing_answers_a_message_that_is_not_answered(
    error: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    async def fails(_message: Any) -> None:
        raise error

    def heartbeat(_request: Any) -> Any:
        return v21.HeartbeatResponse(current_time=datetime(2026, 1, 31, 12, tzinfo=UTC))

    routes = Router()
    routes.add(v21.NotifyPeriodicEventStream, fails)
    routes.add(v21.HeartbeatRequest, heartbeat)
    stream = {
        "id": 1,
        "pending": 0,
        "basetime": "2026-01-31T12:00:00Z",
        "data": [{"t": 1.0, "v": "x"}],
    }
    async with raw_peer(routes, version="2.1") as peer:
        await peer.send(json.dumps([6, "1", "NotifyPeriodicEventStream", stream]))
        await peer.send('[2,"2","Heartbeat",{}]')
        assert (await told(peer))[:2] == [3, "2"]
    (record,) = [r for r in caplog.records if r.levelno >= logging.ERROR]
    message = "'CP001': the handler of NotifyPeriodicEventStream failed"
    assert record.getMessage() == message


class Faulty:
    """A transport that does not keep to its protocol."""

    def __init__(self) -> None:
        self.aborted = False
        self.peer = Peer()

    async def recv(self) -> str | bytes:
        raise OSError("no route to host")

    async def send(self, text: str) -> None: ...

    async def ping(self) -> bool:
        return False

    async def close(self, code: int, reason: str) -> None: ...

    def abort(self) -> None:
        self.aborted = True


async def test_a_transport_that_fails_otherwise(
    caplog: pytest.LogCaptureFixture,
) -> None:
    transport = Faulty()
    connection = Connection(transport, load("1.6"), v16.STATION, identity="CP001")
    await connection.run()
    assert transport.aborted
    assert connection.closed
    assert "'CP001': reading failed; the connection is aborted" in caplog.text


async def test_a_handler_that_is_cancelled_answers_all_the_same(
    caplog: pytest.LogCaptureFixture,
) -> None:
    tasks: list[asyncio.Task[Any] | None] = []

    async def handler(_request: Any) -> Any:
        tasks.append(asyncio.current_task())
        await asyncio.sleep(60)

    async with back_office(transfers(handler)) as peer:
        await ask(peer)
        await spin()
        (task,) = tasks
        assert task is not None
        task.cancel()
        assert await told(peer) == INTERNAL
        with pytest.raises(asyncio.CancelledError):
            await task
        assert not peer.connection.closed
    assert "the handler of DataTransfer failed" in caplog.text


async def test_a_connection_that_is_closed_meanwhile_handles_nothing() -> None:
    handled: list[Any] = []

    def end(event: Event, connection: Connection) -> None:
        if isinstance(event, CallReceived):
            connection.abort()

    async with back_office(transfers(handled.append), observer=end) as peer:
        await ask(peer)
        await peer.connection.wait_closed()
        await spin()
    assert handled == []


class OneReader:
    """A transport that notes how many read from it at once."""

    def __init__(self, transport: MemoryTransport) -> None:
        self._transport = transport
        self.peer = transport.peer
        self.write = transport.write
        self.send = transport.send
        self.ping = transport.ping
        self.close = transport.close
        self.abort = transport.abort
        self.readers = self.most = 0

    async def recv(self) -> str | bytes:
        self.readers += 1
        self.most = max(self.most, self.readers)
        try:
            return await self._transport.recv()
        finally:
            self.readers -= 1


async def test_one_task_at_a_time_reads() -> None:
    async def wait(*_: Any) -> v16.DataTransferResponse:
        await asyncio.sleep(0)
        return DONE

    routes = transfers(wait)
    routes.after(v16.DataTransferRequest)(wait)
    ours, theirs = memory_pair()
    transport = OneReader(theirs)
    connection = Connection(transport, load("1.6"), v16.BACK_OFFICE, routes)
    connection.start()
    for number in range(3):
        await ask(ours, str(number))
        assert (await told(ours))[:2] == [3, str(number)]
        await spin()
    assert transport.readers == transport.most == 1
    connection.abort()
