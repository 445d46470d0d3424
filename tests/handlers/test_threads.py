"""Handlers that block, in real threads."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import AsyncGenerator, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    DataTransfers,
    Limits,
    Router,
    Server,
    Settings,
    VendorMessage,
)
from tests.back_office.admitted import enter
from tests.support.scripted import ASK, DONE, spin

POOL = 3
"""How many threads the default pool has."""

STATUS = v16.StatusNotificationRequest(
    connector_id=0,
    status=v16.ChargePointStatus.AVAILABLE,
    error_code=v16.ChargePointErrorCode.NO_ERROR,
)


class Blocking:
    """A handler that blocks its thread until it is let go."""

    def __init__(self) -> None:
        self.entered = threading.Semaphore(0)
        self.release = threading.Event()
        self.inside = self.most = 0
        self.lock = threading.Lock()
        self.order: list[str] = []

    def __call__(self, request: Any, connection: Connection) -> Any:
        with self.lock:
            self.inside += 1
            self.most = max(self.most, self.inside)
            self.order.append(type(request).__name__)
        self.entered.release()
        try:
            assert self.release.wait(30)
        finally:
            with self.lock:
                self.inside -= 1
        if isinstance(request, v16.StatusNotificationRequest):
            return v16.StatusNotificationResponse()
        return DONE

    def entered_in_time(self) -> bool:
        return self.entered.acquire(timeout=30)

    def routes(self) -> Router:
        routes = Router()
        routes.add(v16.DataTransferRequest, self, in_thread=True)
        routes.add(v16.StatusNotificationRequest, self, in_thread=True)
        return routes


@contextmanager
def small_pool() -> Generator[None, None, None]:
    with ThreadPoolExecutor(POOL) as pool:
        asyncio.get_running_loop().set_default_executor(pool)
        yield


@asynccontextmanager
async def blocking(**limits: Any) -> AsyncGenerator[tuple[Server, Blocking], None]:
    handler = Blocking()
    settings = Settings(limits=Limits(max_in_flight=10, **limits))
    with small_pool():
        try:
            async with Server(
                handler.routes(), versions=["1.6"], settings=settings
            ) as server:
                yield server, handler
        finally:
            handler.release.set()


def flood(station: Connection, count: int) -> list[asyncio.Task[Any]]:
    """Call with two messages in turn, without waiting for the answers."""
    station.limits = Limits(max_in_flight=count)
    return [
        asyncio.create_task(station.call((ASK, STATUS)[at % 2])) for at in range(count)
    ]


async def enters(handler: Blocking) -> None:
    """Wait until a thread is in the handler; not in the pool it shares."""
    entered = asyncio.Event()
    loop = asyncio.get_running_loop()

    def wait() -> None:
        if handler.entered_in_time():
            loop.call_soon_threadsafe(entered.set)

    threading.Thread(target=wait, daemon=True).start()
    async with asyncio.timeout(30):
        await entered.wait()


async def test_one_station_does_not_take_the_pool() -> None:
    async with blocking() as (server, handler):
        greedy = await enter(server, "greedy")
        calls = flood(greedy, 2 * POOL)
        await enters(handler)
        await spin()
        assert handler.inside == 1
        other = await enter(server, "other")
        call = asyncio.create_task(other.call(ASK))
        await enters(handler)
        assert await asyncio.to_thread(lambda: "room") == "room"
        handler.release.set()
        assert await call == DONE
        answers = await asyncio.gather(*calls)
        assert len(answers) == 2 * POOL
        assert handler.most == 2
        names = [type(ASK).__name__, type(STATUS).__name__]
        handler.order.remove(names[0])  # that of the other
        assert handler.order == names * POOL


async def test_a_station_may_have_more_threads() -> None:
    async with blocking(max_threads=2) as (server, handler):
        calls = flood(await enter(server), 2 * POOL)
        await enters(handler)
        await enters(handler)
        await spin()
        assert handler.inside == 2
        handler.release.set()
        await asyncio.gather(*calls)
        assert handler.most == 2


async def test_the_threads_of_lost_connections_count() -> None:
    async with blocking() as (server, handler):
        for at in range(2 * POOL):
            station = await enter(server)
            (call,) = flood(station, 1)
            await (spin() if at else enters(handler))
            station.abort()
            await asyncio.wait([call])
            call.exception()
            await spin()
            assert not server.connections
        assert handler.inside == 1
        station = await enter(server)
        (call,) = flood(station, 1)
        await spin()
        assert not call.done()
        assert (handler.inside, len(handler.order)) == (1, 1)
        handler.release.set()
        assert await call == DONE
        # Those that waited when their connections were lost were never called.
        assert len(handler.order) == 2


async def test_a_thread_that_fails_when_nobody_waits(
    caplog: pytest.LogCaptureFixture,
) -> None:
    entered = asyncio.Event()
    release = threading.Event()
    loop = asyncio.get_running_loop()

    def fails(_request: Any) -> Any:
        loop.call_soon_threadsafe(entered.set)
        assert release.wait(30)
        raise KeyError

    routes = Router()
    routes.add(v16.DataTransferRequest, fails, in_thread=True)
    with small_pool():
        async with Server(routes, versions=["1.6"]) as server:
            station = await enter(server)
            (call,) = flood(station, 1)
            await entered.wait()
            station.abort()
            await asyncio.wait([call])
            call.exception()
            release.set()
    await spin()  # the pool has no threads any more
    gc.collect()
    assert [each for each in caplog.records if each.levelname == "ERROR"] == []


async def test_a_pool_that_takes_no_more_work(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with blocking() as (server, handler):
        handler.release.set()
        station = await enter(server)
        pool = ThreadPoolExecutor(1)
        pool.shutdown()
        asyncio.get_running_loop().set_default_executor(pool)
        for _ in range(2):  # the second finds the place of the first free
            with pytest.raises(Exception, match="InternalError"):
                await station.call(ASK)
        with ThreadPoolExecutor(1) as working:
            asyncio.get_running_loop().set_default_executor(working)
            assert await station.call(ASK) == DONE
    assert caplog.text.count("the handler of DataTransfer failed") == 2


async def test_vendor_messages_count_as_well() -> None:
    greeting = VendorMessage("com.acme", "Greeting", str, str)
    routes = DataTransfers()
    blocks = Blocking()
    who: ContextVar[str] = ContextVar("who", default="nobody")

    @routes.on_transfer(greeting, in_thread=True)
    def greet(data: str, connection: Connection) -> str:
        blocks(data, connection)
        return f"{data} {who.get()}"

    with small_pool():
        who.set("you")
        async with Server(routes, versions=["1.6"]) as server:
            station = await enter(server)
            station.limits = Limits(max_in_flight=POOL)
            calls = [
                asyncio.create_task(greeting.call(station, "hello"))
                for _ in range(POOL)
            ]
            await enters(blocks)
            await spin()
            assert blocks.inside == 1
            blocks.release.set()
            assert await asyncio.gather(*calls) == ["hello you"] * POOL
            assert blocks.most == 1


def test_a_station_has_a_thread() -> None:
    with pytest.raises(ValueError, match="max_threads is at least 1"):
        Limits(max_threads=0)
