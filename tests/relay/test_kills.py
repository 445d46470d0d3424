"""What is left when the relay, a back office or a charger is killed, in each state.

Only the one that is killed is a process of its own.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import pytest

from ocpp_messages import v16
from ocpp_rpc import ConnectionClosed, HandshakeFailed
from ocpp_rpc.relay import Relay
from ocpp_rpc.transports import HttpAnswer
from tests.relay.processes import Nursery, Process, rules
from tests.relay.scene import BEAT, CALL, End, Office
from tests.relay.sockets import dial, listening
from tests.support.served import HOST, SOFT

RESULT = '[3,"1",{"status":"Accepted"}]'
BEATEN = '[3,"1",{"currentTime":"2026-01-31T12:00:00Z"}]'
OPEN = ["idle", "charger calls", "office calls"]
AWAY = HttpAnswer(503, "")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")

Side: TypeAlias = End | Process


@pytest.fixture(scope="module")
def nursery() -> Generator[Nursery]:
    opened = Nursery()
    yield opened
    opened.close()


async def come(port: int) -> End:
    """Connect to a relay as a charger does."""
    transport, _ = await dial(port)
    return End(transport)


@asynccontextmanager
async def relaying(upstream: str, hold: float = 0) -> AsyncGenerator[Relay, None]:
    """Have a relay in this process."""
    async with Relay(upstream, versions=["1.6"], relay=rules(hold)) as relay:
        await relay.listen(HOST, 0)
        yield relay
        await left(relay)


async def left(relay: Relay) -> None:
    """Wait until nobody is connected any more."""
    for connection in relay.server.connections.values():
        await connection.wait_closed()
    assert not relay.chargers


async def begin(state: str, charger: Side, office: Side) -> None:
    """Have a call under way, if that is the state."""
    if state == "charger calls":
        await charger.send(BEAT)
        assert await office.recv() == BEAT
    elif state == "office calls":
        await office.send(CALL)
        assert await charger.recv() == CALL


async def talk(charger: Side, office: Side) -> None:
    """Assert that calls and answers pass both ways."""
    await begin("charger calls", charger, office)
    await office.send(BEATEN)
    assert await charger.recv() == BEATEN
    await begin("office calls", charger, office)
    await charger.send(RESULT)
    assert await office.recv() == RESULT


async def asked_again(office: Office) -> None:
    office.asked.clear()
    await office.asked.wait()


# --- The relay is killed --------------------------------------------------------------


async def again(nursery: Nursery, relay: Process, office: Office, url: str) -> None:
    """Assert that a relay at the same place serves the charger that comes again."""
    async with nursery.listening("relay", upstream=url, port=relay.port):
        charger = await come(relay.port)
        await talk(charger, await office.ends.get())
        charger.cut()


async def test_the_relay_is_killed_while_it_dials(nursery: Nursery) -> None:
    office = Office()
    async with listening(office) as url:
        office.pause = asyncio.Event()
        async with nursery.listening("relay", upstream=url) as relay:
            dialling = asyncio.ensure_future(come(relay.port))
            await office.asked.wait()
            await relay.kill()
            with pytest.raises(HandshakeFailed) as failed:
                await dialling
            assert failed.value.status is None
            await office.left.wait()
        office.pause = None
        await again(nursery, relay, office, url)


@pytest.mark.parametrize("state", OPEN)
async def test_the_relay_is_killed(nursery: Nursery, state: str) -> None:
    office = Office()
    async with listening(office) as url:
        async with nursery.listening("relay", upstream=url) as relay:
            charger = await come(relay.port)
            there = await office.ends.get()
            await begin(state, charger, there)
            await relay.kill()
            assert await charger.closed() == (1006, "")
            assert await there.closed() == (1006, "")
        await again(nursery, relay, office, url)


async def test_the_relay_is_killed_while_it_holds(nursery: Nursery) -> None:
    office = Office()
    async with listening(office) as url:
        async with nursery.listening("relay", upstream=url, hold=30) as relay:
            charger = await come(relay.port)
            office.answer = AWAY
            (await office.ends.get()).cut()
            await asked_again(office)
            await relay.kill()
            assert await charger.closed() == (1006, "")
        office.answer = None
        await again(nursery, relay, office, url)


# --- A back office is killed ----------------------------------------------------------


async def test_the_back_office_is_killed_while_it_is_dialled(nursery: Nursery) -> None:
    async with (
        nursery.listening("office", pauses=True) as office,
        relaying(f"ws://{HOST}:{office.port}/ocpp") as relay,
    ):
        dialling = asyncio.ensure_future(come(relay.port))
        await office.said("asked")
        await office.kill()
        with pytest.raises(HandshakeFailed) as failed:
            await dialling
        assert failed.value.status == 502
        assert not relay.chargers
        async with nursery.listening("office", port=office.port) as restarted:
            charger = await come(relay.port)
            await restarted.said("asked")
            await talk(charger, restarted)
            charger.cut()


@pytest.mark.parametrize("state", [*OPEN, "relay calls"])
async def test_the_back_office_is_killed(nursery: Nursery, state: str) -> None:
    async with (
        nursery.listening("office") as office,
        relaying(f"ws://{HOST}:{office.port}/ocpp") as relay,
    ):
        charger = await come(relay.port)
        await office.said("asked")
        await begin(state, charger, office)
        through = relay.chargers["CP001"]
        call: asyncio.Future[Any] | None = None
        if state == "relay calls":
            beat = through.back_office.call(v16.HeartbeatRequest())
            call = asyncio.ensure_future(beat)
            await office.recv()
        await office.kill()
        assert await charger.closed() == (1001, "")
        if call is not None:
            with pytest.raises(ConnectionClosed) as closed:
                await call
            assert closed.value.sent
        await left(relay)
        async with nursery.listening("office", port=office.port) as restarted:
            charger = await come(relay.port)
            await restarted.said("asked")
            await talk(charger, restarted)
            charger.cut()


async def test_a_charger_is_held_whose_back_office_is_killed(nursery: Nursery) -> None:
    async with (
        nursery.listening("office") as office,
        relaying(f"ws://{HOST}:{office.port}/ocpp", hold=30) as relay,
    ):
        charger = await come(relay.port)
        await office.said("asked")
        await begin("charger calls", charger, office)
        await office.kill()
        answer = json.loads(str(await charger.recv()))
        assert answer[:3] == [4, "1", "GenericError"]
        place = office.port
        async with nursery.listening("office", port=place, pauses=True) as second:
            await second.said("asked")  # killed while it is dialled again
            await second.kill()
        await charger.send("meanwhile")
        async with nursery.listening("office", port=place) as third:
            await third.said("asked")
            assert await third.recv() == "meanwhile"
            await talk(charger, third)
            assert len(relay.chargers) == 1
            charger.cut()


# --- A charger is killed --------------------------------------------------------------


async def test_a_charger_is_killed_while_its_back_office_is_dialled(
    nursery: Nursery,
) -> None:
    office = Office()
    async with listening(office) as url, relaying(url) as relay:
        office.pause = asyncio.Event()
        async with nursery.fork("charger", port=relay.port) as charger:
            await office.asked.wait()
            await charger.kill()
            await office.left.wait()
        office.pause = None
        assert office.ends.empty()
        assert not relay.chargers
        async with nursery.fork("charger", port=relay.port) as charger:
            await charger.said("opened")
            await talk(charger, await office.ends.get())


@pytest.mark.parametrize("state", [*OPEN, "relay calls"])
async def test_a_charger_is_killed(nursery: Nursery, state: str) -> None:
    office = Office()
    async with listening(office) as url, relaying(url) as relay:
        async with nursery.fork("charger", port=relay.port) as charger:
            await charger.said("opened")
            there = await office.ends.get()
            await begin(state, charger, there)
            call: asyncio.Future[Any] | None = None
            if state == "relay calls":
                call = asyncio.ensure_future(relay.chargers["CP001"].call(SOFT))
                await charger.recv()
            await charger.kill()
            assert await there.closed() == (1001, "")
            if call is not None:
                with pytest.raises(ConnectionClosed) as closed:
                    await call
                assert closed.value.sent
        await left(relay)
        async with nursery.fork("charger", port=relay.port) as charger:
            await charger.said("opened")
            await talk(charger, await office.ends.get())


async def test_a_charger_is_killed_that_is_held(nursery: Nursery) -> None:
    office = Office()
    async with listening(office) as url, relaying(url, hold=30) as relay:
        async with nursery.fork("charger", port=relay.port) as charger:
            await charger.said("opened")
            office.answer = AWAY
            (await office.ends.get()).cut()
            await asked_again(office)
            await charger.kill()
            await left(relay)
            dialled = len(office.requests)
            await asyncio.sleep(0.15)
            assert len(office.requests) == dialled
        office.answer = None
        async with nursery.fork("charger", port=relay.port) as charger:
            await charger.said("opened")
            await talk(charger, await office.ends.get())
