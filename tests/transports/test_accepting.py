"""Many clients at once."""

from __future__ import annotations

import asyncio
import gc
import resource
import socket
import ssl
from asyncio.sslproto import SSLProtocol
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from ocpp_rpc.transports import Transport, TransportClosed
from ocpp_rpc.transports.accepting import create_server, read_less
from tests.transports.adapters import HOST, Adapter, Doors, over
from tests.transports.wire import PING, Frame, dialled, framed, request

LOCALHOST = Path(__file__).with_name("localhost.pem")

MANY = 110  # more than asyncio lets wait, not more than any system does


@contextmanager
def connected(address: Any) -> Generator[None, None, None]:
    """Connect many clients, while nothing is accepted."""
    clients = [socket.socket() for _ in range(MANY)]
    try:
        for client in clients:
            client.settimeout(0.5)
            client.connect(address)
        yield
    finally:
        for client in clients:
            client.close()


@contextmanager
def no_descriptors() -> Generator[None, None, None]:
    """Let nothing be opened."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


async def test_many_clients_may_wait() -> None:
    accepted: list[asyncio.Protocol] = []

    def protocol() -> asyncio.Protocol:
        accepted.append(asyncio.Protocol())
        return accepted[-1]

    server = await create_server(protocol, HOST, 0)
    with connected(server.sockets[0].getsockname()):
        async with asyncio.timeout(5):
            while len(accepted) < MANY:  # noqa: ASYNC110 - there is no event
                await asyncio.sleep(0)
    server.close()


async def test_many_clients_are_accepted_in_a_few_turns() -> None:
    """Turns are long when others make them so; handshakes must not wait for many."""
    accepted: list[asyncio.Protocol] = []

    def protocol() -> asyncio.Protocol:
        accepted.append(asyncio.Protocol())
        return accepted[-1]

    server = await create_server(protocol, HOST, 0)
    with connected(server.sockets[0].getsockname()):
        for _ in range(10):
            await asyncio.sleep(0)
    server.close()
    assert len(accepted) == MANY


@pytest.mark.parametrize("host", [None, "localhost"])
async def test_all_addresses_of_a_host(host: str | None) -> None:
    server = await create_server(asyncio.Protocol, host, 0)
    addresses = [each.getsockname()[:2] for each in server.sockets]
    assert addresses
    for address in addresses:
        _, writer = await asyncio.open_connection(*address)
        writer.close()
        await writer.wait_closed()
    server.close()
    for address in addresses:
        with pytest.raises(OSError, match="Connect call failed"):
            await asyncio.open_connection(*address)


async def test_an_address_that_is_in_use() -> None:
    server = await create_server(asyncio.Protocol, HOST, 0)
    with pytest.raises(OSError, match="in use"):
        await create_server(asyncio.Protocol, *server.sockets[0].getsockname())
    server.close()


async def test_clients_are_accepted_once_there_are_descriptors_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("asyncio.constants.ACCEPT_RETRY_DELAY", 0.01)
    accepted: list[asyncio.Protocol] = []

    def protocol() -> asyncio.Protocol:
        accepted.append(asyncio.Protocol())
        return accepted[-1]

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, _context: None)
    server = await create_server(protocol, HOST, 0)
    with connected(server.sockets[0].getsockname()):
        with no_descriptors():
            for _ in range(10):
                await asyncio.sleep(0)
        assert accepted == []
        async with asyncio.timeout(5):
            while len(accepted) < MANY:  # noqa: ASYNC110 - there is no event
                await asyncio.sleep(0)
    server.close()


async def test_the_want_of_descriptors_is_told_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    retries: list[float] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: told.append(context["message"]))

    def never(delay: float, *_: object) -> None:
        retries.append(delay)

    server = await create_server(asyncio.Protocol, HOST, 0)
    with connected(server.sockets[0].getsockname()), no_descriptors():
        # No retry comes, however long the turns are, and none is left at the end.
        monkeypatch.setattr(loop, "call_later", never)
        for _ in range(100):
            await asyncio.sleep(0)
        monkeypatch.undo()
    server.close()
    assert told == ["socket.accept() out of system resource"]
    assert retries == [1]


# --- TLS ------------------------------------------------------------------------------


def tls_below(transport: Transport) -> SSLProtocol:
    """Return what does the TLS of a transport."""
    # By the type: isinstance would look through a weak proxy, and fail on a dead one.
    found = (each for each in gc.get_objects() if type(each) is SSLProtocol)
    (tls,) = (each for each in found if vars(each)["_sslobj"] is transport.peer.tls)
    return tls


@over("network", "one piece")
async def test_what_tls_takes(adapter: Adapter) -> None:
    """If this fails with a new Python, `read_less` has to learn its names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    own, doors = ssl.create_default_context(cafile=str(LOCALHOST)), Doors()
    text = "x" * 2**19
    async with adapter.let_in(doors, tls=context) as (_, port):
        client = await adapter.dial(("localhost", port), tls=own)
        server = await doors.opened.get()
        for sender, receiver in ((client, server), (server, client)):
            sending = asyncio.create_task(sender.send(text))
            assert await receiver.recv() == text
            await sending
        names = vars(tls_below(server))
        held = [each for each in names.values() if isinstance(each, bytearray)]
        assert [len(each) for each in held] == [2**13]
        client.abort()


def test_tls_that_is_another() -> None:
    class Moved(SSLProtocol):
        def __init__(self) -> None:
            """Have no buffer."""

    moved = Moved()
    for each in (moved, asyncio.Protocol()):
        read_less(each)
    assert vars(moved) == {}


@over("network", "one piece")
async def test_nothing_is_written_to_the_dead_over_tls(
    adapter: Adapter, caplog: pytest.LogCaptureFixture
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(LOCALHOST)
    own, doors = ssl.create_default_context(cafile=str(LOCALHOST)), Doors()
    async with (
        adapter.let_in(doors, tls=context) as (_, port),
        dialled(("localhost", port), ssl=own) as wire,
    ):
        assert (await wire.ask(request())).status == 101
        transport = await doors.opened.get()
        wire.write(framed(Frame(PING, b"x"), masked=True) * 2000)
        wire.reset()
        with pytest.raises(TransportClosed):
            await transport.recv()
        with pytest.raises(TransportClosed):
            await transport.send("x")
    assert [each for each in caplog.records if each.name == "asyncio"] == []
