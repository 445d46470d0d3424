"""Passwords of a server that chargers connect to, over each listener."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Connection,
    ConnectionClosed,
    HandshakeFailed,
    Server,
    ServerSettings,
    connect,
    serve,
)
from ocpp_rpc.security import client, server
from ocpp_rpc.security.passwords import (
    FileStore,
    MemoryStore,
    Passwords,
    Scrypt,
    Sha256,
)
from ocpp_rpc.station import Connecting
from ocpp_rpc.testing import network
from ocpp_rpc.transports import Library
from tests.confidential import KEY
from tests.security.passwords.chargers import Charger, old_of
from tests.support.served import HOST, heartbeats
from tests.transports.adapters import PLAIN, Adapter, Address, over
from tests.transports.serving import serving

FAST = Sha256()
SLOW = Scrypt(ln=1, r=1)
VERSIONS = pytest.mark.parametrize("version", ["1.6", "2.0.1"])


async def with_old(version: str) -> Passwords:
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", old_of(version), scheme=FAST)
    return passwords


def connecting(
    charger: Charger,
    at: Address,
    transport: str | Library = "websockets",
    *,
    key: bytes | None = None,
    identity: str = "CP001",
    address: str | None = None,
) -> Connecting:
    """A charger that connects, by default with the password that it has."""
    host, port = at
    return connect(
        f"ws://{host}:{port}/ocpp",
        identity,
        versions=[charger.version],
        handler=charger.routes,
        headers={} if address is None else {"X-Forwarded-For": address},
        security=client.Profile1(password=charger.key if key is None else key),
        transport=transport,
        websocket=PLAIN,
    )


async def seen(office: Server) -> Connection:
    """The server's side of the connection, which may be open a little later."""
    return await office.connections.wait_for("CP001", 5)


async def refused(connecting: Connecting) -> HandshakeFailed:
    with pytest.raises(HandshakeFailed) as failure:
        async with connecting:
            pass
    return failure.value


@over()
@VERSIONS
async def test_tc_a_09_csms(adapter: Adapter, version: str) -> None:
    """A charger takes a new password, which is the only one from then on."""
    charger, passwords = Charger(version), await with_old(version)
    profile = server.Profile1(verify=passwords)
    async with serving(adapter, versions=[version], security=profile) as (office, at):
        async with connecting(charger, at, adapter.client) as first:
            assert await passwords.change(await seen(office)) == "Accepted"
            assert not first.closed  # to connect anew is up to the charger
        assert charger.asked == [charger.key]
        async with connecting(charger, at, adapter.client):
            await seen(office)
        old = old_of(version)
        failure = await refused(connecting(charger, at, adapter.client, key=old))
        assert failure.status == 401
        assert failure.headers["www-authenticate"].startswith("Basic realm=")


@over()
@VERSIONS
async def test_tc_a_10_csms(adapter: Adapter, version: str) -> None:
    """A charger refuses a new password: the old one is right, the new one is not."""
    charger, passwords = Charger(version, "Rejected"), await with_old(version)
    profile = server.Profile1(verify=passwords)
    async with serving(adapter, versions=[version], security=profile) as (office, at):
        async with connecting(charger, at, adapter.client):
            assert await passwords.change(await seen(office)) == "Rejected"
        (new,) = charger.asked
        failure = await refused(connecting(charger, at, adapter.client, key=new))
        assert failure.status == 401
        async with connecting(charger, at, adapter.client):
            await seen(office)


@VERSIONS
async def test_a_charger_that_switches_without_an_answer(version: str) -> None:
    """Its answer is lost with its connection: it gets in with either, then with one."""
    charger, passwords, net = Charger(version), await with_old(version), network()
    async with serve(
        None,
        "csms",
        80,
        versions=[version],
        security=server.Profile1(verify=passwords),
        transport=net,
    ) as office:
        at = ("csms", 80)
        async with connecting(charger, at, net) as connection:
            charger.on_change = connection.abort
            with pytest.raises(ConnectionClosed):
                await passwords.change(await seen(office))
        assert charger.key != old_of(version)
        async with connecting(charger, at, net):
            pass
        failure = await refused(connecting(charger, at, net, key=old_of(version)))
        assert failure.status == 401


async def test_a_restart_between_the_steps(tmp_path: Path) -> None:
    """The server dies when the charger has the new one, and has not yet answered."""
    path = tmp_path / "passwords"
    charger, asked = Charger("1.6"), asyncio.Event()
    charger.on_change = asked.set
    passwords = Passwords(FileStore(path, create=True))
    await passwords.set_password("CP001", KEY, scheme=FAST)
    profile = server.Profile1(verify=passwords)
    async with (
        serve(None, HOST, versions=["1.6"], security=profile) as office,
        connecting(charger, office.address),
    ):
        connection = await seen(office)
        change = asyncio.create_task(passwords.change(connection, timeout=None))
        await asked.wait()
        change.cancel()
        await asyncio.wait([change])

    passwords = Passwords(FileStore(path))
    profile = server.Profile1(verify=passwords)
    async with serve(None, HOST, versions=["1.6"], security=profile) as office:
        async with connecting(charger, office.address):
            pass
        failure = await refused(connecting(charger, office.address, key=KEY))
        assert failure.status == 401


@over()
async def test_a_charger_that_sends_digits(adapter: Adapter) -> None:
    charger = Charger("1.6")
    passwords = Passwords(MemoryStore(), hex_text=True)
    await passwords.set_password("CP001", KEY, scheme=FAST)
    profile = server.Profile1(verify=passwords)
    async with serving(adapter, security=profile) as (_, at):
        for key in (KEY, KEY.hex().encode(), KEY.hex().upper().encode()):
            async with connecting(charger, at, adapter.client, key=key):
                pass


@over()
async def test_as_a_hook_of_its_own(adapter: Adapter) -> None:
    charger, passwords = Charger("1.6"), await with_old("1.6")
    async with serving(
        adapter, on_connect=passwords.check, security=server.Profile0()
    ) as (_, at):
        async with connecting(charger, at, adapter.client):
            pass
        failure = await refused(connecting(charger, at, adapter.client, key=KEY[1:]))
        assert failure.status == 401
        assert failure.headers["www-authenticate"].startswith("Basic realm=")


async def test_what_is_not_checked_in_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Who waits too long is told to come later; the event loop serves the others."""
    free = threading.Event()
    derive = Scrypt.derive

    def stuck(scheme: Scrypt, *arguments: object) -> bytes:
        assert free.wait(10)
        return derive(scheme, *arguments)  # type: ignore[arg-type]

    passwords = Passwords(MemoryStore(), threads=2)
    for number in range(20):
        await passwords.set_password(f"CP{number}", KEY, scheme=SLOW)
    await passwords.set_password("CP001", KEY, scheme=FAST)
    monkeypatch.setattr(Scrypt, "derive", stuck)
    charger = Charger("1.6")
    rules = ServerSettings(on_connect_timeout=0.3)
    profile = server.Profile1(verify=passwords)
    caplog.set_level(logging.CRITICAL, "ocpp_rpc")
    async with serve(
        heartbeats(), HOST, versions=["1.6"], security=profile, server=rules
    ) as office:
        at = office.address
        try:
            async with connecting(charger, at) as quick:
                slow = [
                    asyncio.create_task(
                        refused(connecting(charger, at, identity=f"CP{number}"))
                    )
                    for number in range(20)
                ]
                calls = 0
                while not all(task.done() for task in slow):
                    await quick.call(v16.HeartbeatRequest(), timeout=5)
                    calls += 1
                assert calls > 20
        finally:
            free.set()
        assert [(await task).status for task in slow] == [503] * 20
        assert [(await task).retry_after for task in slow] == [30] * 20
        async with connecting(charger, at, identity="CP0"):
            pass  # nothing of the others is left in its way


async def test_somebody_who_guesses() -> None:
    """It has to wait; the charger whose name it uses does not notice."""
    passwords, charger = await with_old("1.6"), Charger("1.6")
    checked: list[bytes] = []

    async def verify(identity: str, password: bytes) -> bool:
        checked.append(password)
        return await passwords(identity, password)

    rules = ServerSettings(trusted_proxies=["127.0.0.0/8"])
    profile = server.Profile1(verify=verify)
    guesses = [bytes([number] * 16) for number in range(8)]
    async with serve(
        None, HOST, versions=["1.6"], security=profile, server=rules
    ) as office:
        at = office.address
        statuses = [
            (
                await refused(connecting(charger, at, key=key, address="192.0.2.1"))
            ).status
            for key in guesses
        ]
        assert statuses == [401] * 4 + [429] * 4
        async with connecting(charger, at, address="198.51.100.7"):
            pass
    assert checked == [*guesses[:4], KEY]


async def test_no_secret_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    charger, passwords = Charger("2.0.1"), await with_old("2.0.1")
    profile = server.Profile1(verify=passwords)
    async with serve(None, HOST, versions=["2.0.1"], security=profile) as office:
        async with connecting(charger, office.address):
            await passwords.change(await seen(office))
        async with connecting(charger, office.address):
            pass
        await refused(connecting(charger, office.address, key=b"wrong" * 4))
    assert "'CP001': change of its password: Accepted" in caplog.text
    texts: list[Callable[[], str]] = [lambda: caplog.text, lambda: repr(profile)]
    for secret in (charger.key.decode(), "wrongwrong"):
        assert not any(secret in text() for text in texts)
