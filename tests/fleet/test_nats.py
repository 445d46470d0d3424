"""Connecting to NATS: credentials, TLS, what is said when it fails."""

from __future__ import annotations

import asyncio
import logging
import ssl
import subprocess
import sys
from pathlib import Path

import pytest

from ocpp_rpc import fleet
from ocpp_rpc.fleet.bus import Delivery
from tests.confidential import PASSWORD
from tests.fleet.engine import HOST, Engine, free_port, missing
from tests.fleet.world import soon
from tests.security.authority import Authority
from tests.support.lacking import lack


async def works(bus: fleet.Bus) -> bool:
    async def answer(delivery: Delivery) -> None:
        await bus.publish(delivery.reply, b"yes")

    subscription = await bus.subscribe("a.b", answer)
    found = await bus.ask("a.b", b"", 5)
    await bus.release(subscription)
    return found == b"yes"


async def test_several_servers_of_which_some_are_down(engine: Engine) -> None:
    urls = f"nats://{HOST}:{free_port()},{engine.url}"
    async with await fleet.nats(urls) as bus:
        assert await works(bus)


async def test_no_server() -> None:
    url = f"nats://{HOST}:{free_port()}"
    with pytest.raises(fleet.FleetUnavailable, match="unavailable"):
        await fleet.nats(url)
    with pytest.raises(ValueError, match="at least one URL"):
        await fleet.nats(" , ")


async def test_passwords(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    lack(missing())
    engine = Engine(tmp_path, "--user", "op", "--pass", PASSWORD)
    try:
        async with await fleet.nats(engine.url, user="op", password=PASSWORD) as bus:
            assert await works(bus)
        url = f"nats://op:{PASSWORD}@{HOST}:{engine.port}"
        async with await fleet.nats(url) as bus:
            assert await works(bus)
            assert repr(bus) == f"<fleet.Nats nats://{HOST}:{engine.port} open>"
        with (
            caplog.at_level(logging.DEBUG),
            pytest.raises(fleet.FleetUnavailable, match="Authorization") as raised,
        ):
            await fleet.nats(engine.url, user="op", password="wrong")
        assert "wrong" not in str(raised.value)
    finally:
        engine.kill()


async def test_tls(tmp_path: Path) -> None:
    lack(missing())
    authority = Authority()
    certificate, key = authority.server(HOST).write(tmp_path, "engine")
    engine = Engine(
        tmp_path, "--tls", "--tlscert", str(certificate), "--tlskey", str(key)
    )
    context = ssl.create_default_context(cadata=authority.root.certificate_pem.decode())
    try:
        async with await fleet.nats(engine.url, tls=context) as bus:
            assert await works(bus)
        with pytest.raises(fleet.FleetUnavailable):
            await fleet.nats(engine.url)
    finally:
        engine.kill()


async def test_the_engine_restarts(own_engine: Engine) -> None:
    async with await fleet.nats(own_engine.url) as bus:
        changes: list[bool] = []
        bus.watch(changes.append)
        heard: list[bytes] = []

        async def take(delivery: Delivery) -> None:
            heard.append(delivery.data)

        kept = await bus.subscribe("before", take)
        released = await bus.subscribe("released", take)
        own_engine.kill()
        await soon(lambda: not bus.connected)
        with pytest.raises(fleet.FleetUnavailable):
            await bus.publish("before", b"lost")
        await bus.release(released)
        await bus.subscribe("meanwhile", take)
        own_engine.start()
        begun = asyncio.get_running_loop().time()
        await soon(lambda: bus.connected and changes == [False, True])
        assert asyncio.get_running_loop().time() - begun < 2
        for subject in ("before", "released", "meanwhile"):
            await bus.publish(subject, subject.encode())
        await soon(lambda: len(heard) == 2)
        await asyncio.sleep(0.05)
        assert heard == [b"before", b"meanwhile"]
        await bus.release(kept)


async def test_an_engine_that_hangs_is_noticed(own_engine: Engine) -> None:
    async with await fleet.nats(own_engine.url) as bus:
        own_engine.pause()
        await soon(lambda: not bus.connected, 10)
        own_engine.resume()
        await soon(lambda: bus.connected, 10)


async def test_what_is_too_large(engine: Engine) -> None:
    async with await fleet.nats(engine.url) as bus:
        with pytest.raises(ValueError, match="more than the 1048576 that the engine"):
            await bus.publish("a", bytes(2_000_000))


async def test_credentials_that_are_not_there(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await fleet.nats(engine.url, credentials=tmp_path / "none.creds")


def test_without_the_extra_there_is_a_hint() -> None:
    code = """
import asyncio, sys
sys.modules["nats"] = None
from ocpp_rpc import fleet
try:
    asyncio.run(fleet.nats("nats://host"))
except fleet.connecting.MissingDependency as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "this needs an extra: pip install 'ocpp-rpc[nats]'\n"


def test_the_library_is_imported_when_it_is_needed() -> None:
    code = "import ocpp_rpc.fleet, sys; print('nats' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
