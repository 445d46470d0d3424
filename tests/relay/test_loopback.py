"""Relays over real WebSockets, with each library on each side."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest

import ocpp_rpc
from ocpp_messages import v16
from ocpp_rpc import HandshakeFailed, WebSocketSettings
from ocpp_rpc.relay import Relay, RelaySettings, SecondOffice
from ocpp_rpc.transports import libraries
from tests.relay.scene import BEAT, CALL, End, Office
from tests.relay.sockets import dial, listening
from tests.support.served import ACCEPTED, HOST, SOFT, heartbeats

LIBRARIES = libraries.LIBRARIES
MESSAGES: Sequence[str | bytes] = [
    BEAT,
    "",
    "é \U0001f600\x00",
    b"\x00\xff",
    "x" * 70_000,
    "no OCPP",
    '[2,"' + "i" * 300 + '","é",{"a":[1.0,1e5]}]',
]


@asynccontextmanager
async def standing(
    name: str = "websockets", *, compression: bool = True, **options: Any
) -> AsyncGenerator[tuple[Relay, Office], None]:
    """Yield a relay and a back office, both over a library."""
    office = Office()
    settings = WebSocketSettings(
        ping_interval=None, close_timeout=2, compression=compression
    )
    async with (
        listening(office, name, settings) as upstream,
        Relay(upstream, transport=name, websocket=settings, **options) as relay,
    ):
        await relay.listen(HOST, 0, transport=name)
        yield relay, office


@pytest.mark.parametrize("name", LIBRARIES)
async def test_passes_everything_over_each_library(name: str) -> None:
    rules = RelaySettings(answer_timeout=0)  # nobody answers anything here
    async with standing(name, relay=rules) as (relay, office):
        transport, selected = await dial(relay.port, name)
        assert selected == "ocpp1.6"
        charger, there = End(transport), await office.ends.get()
        for message in MESSAGES:
            await charger.send(message)
            assert await there.recv() == message
            await there.send(message)
            assert await charger.recv() == message
        call = asyncio.ensure_future(relay.chargers["CP001"].call(SOFT))
        text = str(await charger.recv())
        message_id = text.split('"')[1]
        await charger.send(f'[3,"{message_id}",{{"status":"Accepted"}}]')
        assert await call == ACCEPTED
        closing = asyncio.ensure_future(there.closed())
        await charger.close(4001, "é")
        assert await closing == (4001, "é")


@pytest.mark.parametrize("name", LIBRARIES)
async def test_passes_the_close_of_the_back_office_on(name: str) -> None:
    async with standing(name) as (relay, office):
        transport, _ = await dial(relay.port, name)
        charger, there = End(transport), await office.ends.get()
        await there.send(CALL)
        assert await charger.recv() == CALL
        closing = asyncio.ensure_future(charger.closed())
        await there.close(3999, "over")
        assert await closing == (3999, "over")


async def test_makes_a_flood_wait_for_a_back_office_that_does_not_read() -> None:
    async with standing(compression=False) as (relay, office):
        transport, _ = await dial(relay.port)
        charger, there = End(transport), await office.ends.get()
        sent = 0

        async def flood() -> None:
            nonlocal sent
            for _ in range(40):
                await charger.send("x" * 900_000)
                sent += 1

        flooding = asyncio.ensure_future(flood())
        before = -1
        while before != sent:
            before = sent
            await asyncio.sleep(0.3)
        assert sent < 40  # some MB, in buffers of the system
        for _ in range(40):
            assert await there.recv() == "x" * 900_000
        await flooding
        charger.cut()
        await there.closed()


async def test_refuses_a_message_that_is_too_long_on_both_sides() -> None:
    async with standing() as (relay, office):
        transport, _ = await dial(relay.port)
        charger, there = End(transport), await office.ends.get()
        await charger.send("x" * (2**20 + 1))
        assert (await charger.closed())[0] == 1009
        assert (await there.closed())[0] == 1009


@pytest.mark.timeout(90)
async def test_relays_a_hundred_chargers() -> None:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(
            ocpp_rpc.serve(heartbeats(), HOST, 0, versions=["1.6"])
        )
        second = await stack.enter_async_context(
            ocpp_rpc.serve(heartbeats(), HOST, 0, versions=["1.6"])
        )
        upstream = f"ws://{HOST}:{server.port}/ocpp"
        relay = await stack.enter_async_context(
            Relay(upstream, others=[SecondOffice(url=f"ws://{HOST}:{second.port}")])
        )
        await relay.listen(HOST, 0)

        async def live(number: int) -> None:
            async with ocpp_rpc.connect(
                f"ws://{HOST}:{relay.port}/ocpp", f"CP{number}", versions=["1.6"]
            ) as connection:
                for _ in range(3):
                    response = await connection.call(v16.HeartbeatRequest())
                    assert response.current_time.year == 2026
                through = relay.chargers[f"CP{number}"].back_office
                await through.call(v16.HeartbeatRequest())

        await asyncio.gather(*(live(number) for number in range(100)))
        await ended(relay)


STATES = ["dialling", "open", "charger calls", "office calls", "holding", "closing"]


@pytest.mark.parametrize("victim", ["charger", "office"])
@pytest.mark.parametrize("state", STATES)
async def test_survives_a_kill_in_each_state(state: str, victim: str) -> None:
    soon = ocpp_rpc.BackOff(
        retry_back_off_wait_minimum=0.05,
        retry_back_off_random_range=0,
        retry_back_off_repeat_times=0,
    )
    rules = RelaySettings(hold=2 if state == "holding" else 0, back_off=soon)
    async with standing(relay=rules) as (relay, office):
        if state == "dialling":
            office.pause = asyncio.Event()
            dialling = asyncio.ensure_future(dial(relay.port))
            await office.asked.wait()
            if victim == "charger":
                dialling.cancel()
                office.pause.set()
                (await office.ends.get()).release()
            else:
                office.answer = None
                office.pause.set()
                (await office.ends.get()).cut()
                (await dialling)[0].abort()
            await ended(relay)
            return
        transport, _ = await dial(relay.port)
        charger, there = End(transport), await office.ends.get()
        if state == "charger calls":
            await charger.send(BEAT)
            await there.recv()
        elif state == "office calls":
            await there.send(CALL)
            await charger.recv()
        elif state == "holding":
            there.cut()
            there = await office.ends.get()
        elif state == "closing":
            closing = asyncio.ensure_future(relay.chargers["CP001"].close(1012))
            await asyncio.sleep(random.random() / 100)
            (charger if victim == "charger" else there).cut()
            await closing
        end, other = (charger, there) if victim == "charger" else (there, charger)
        end.cut()
        if state == "holding" and victim == "office":
            there = await office.ends.get()
            charger.cut()
            other = there
        assert (await other.closed())[0] in {1001, 1006, 1012}
        charger.cut()
        await ended(relay)


async def ended(relay: Relay) -> None:
    for connection in relay.server.connections.values():
        await connection.wait_closed()


async def test_refuses_a_charger_whose_back_office_is_not_there() -> None:
    async with Relay(f"ws://{HOST}:1/ocpp") as relay:
        await relay.listen(HOST, 0)
        with pytest.raises(HandshakeFailed) as refused:
            await dial(relay.port)
        assert refused.value.status == 502
