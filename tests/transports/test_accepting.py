"""Many clients at once."""

from __future__ import annotations

import asyncio
import resource
import socket
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

from ocpp_rpc.transports.accepting import create_server
from tests.transports.adapters import HOST

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
    loop.set_exception_handler(lambda *_: None)
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


async def test_the_want_of_descriptors_is_told_once() -> None:
    told: list[str] = []
    asyncio.get_running_loop().set_exception_handler(
        lambda _, context: told.append(context["message"])
    )
    server = await create_server(asyncio.Protocol, HOST, 0)
    with connected(server.sockets[0].getsockname()), no_descriptors():
        for _ in range(100):
            await asyncio.sleep(0)
    server.close()
    assert told == ["socket.accept() out of system resource"]
