"""What each role may do at the engine, as examples/fleet/nats configures it."""

from __future__ import annotations

import asyncio
import json
import logging
import shutil
from collections.abc import AsyncGenerator, Callable, Coroutine, Generator
from contextlib import AsyncExitStack, aclosing
from pathlib import Path
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import ConnectionClosed, NotConnected, fleet
from ocpp_rpc.fleet.bus import Delivery
from tests.fleet.engine import Engine, missing
from tests.fleet.world import World, accepting, following, soon
from tests.support.lacking import lack
from tests.support.served import ACCEPTED, SOFT

CONFIGURATION = Path(__file__).parents[2] / "examples" / "fleet" / "nats"
ROLES = ("node", "operator", "consumer", "admin")

Opener = Callable[[str], Coroutine[Any, Any, fleet.Bus]]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Generator[Engine]:
    """An engine with the roles of the example."""
    lack(missing())
    folder = tmp_path_factory.mktemp("guarded")
    for name in ("permissions.conf", "users.conf"):
        shutil.copy(CONFIGURATION / name, folder)
    passwords = "".join(f'{role.upper()}_PASSWORD = "{role}-1"\n' for role in ROLES)
    (folder / "passwords.conf").write_text(passwords)
    engine = Engine(folder, "-c", str(folder / "users.conf"))
    yield engine
    engine.kill()


@pytest.fixture
async def opened(guarded: Engine) -> AsyncGenerator[Opener]:
    """Opens a connection as a role."""
    async with AsyncExitStack() as stack:

        async def opened(role: str) -> fleet.Bus:
            bus = await fleet.nats(
                guarded.url,
                user=role,
                password=f"{role}-1",
                inbox_prefix=f"_INBOX_{role.upper()}",
            )
            return await stack.enter_async_context(bus)

        yield opened


@pytest.fixture
async def world(opened: Opener) -> AsyncGenerator[World]:
    """The fleet `prod`, whose nodes are nodes."""
    async with World(lambda: opened("node")) as world:
        world.name = "prod"
        yield world


def denials(caplog: pytest.LogCaptureFixture) -> list[str]:
    texts = (record.getMessage() for record in caplog.records)
    return [text for text in texts if "permissions violation" in text.lower()]


# --- What they can do -----------------------------------------------------------------


async def test_each_role_can_do_its_job(
    opened: Opener, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    heartbeat = v16.HeartbeatRequest
    site = await world.node("a", publish=[heartbeat])
    other = await world.node("b")
    async with (
        fleet.Fleet(await opened("operator"), name="prod") as chargers,
        fleet.Fleet(await opened("consumer"), name="prod") as consuming,
        following(chargers.changes()) as changes,
        following(consuming.changes()) as seen,
        following(consuming.messages(heartbeat, group="billing")) as messages,
    ):
        station = await world.station("a")
        assert await chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
        place = fleet.Place("CP001", "a", "1.6")
        assert [each async for each in chargers.connected()] == [place]
        assert [each async for each in consuming.connected()] == [place]
        assert await other.node.find("CP001") == place
        assert [each.response async for each in chargers.each(SOFT)] == [ACCEPTED]
        await station.call(heartbeat())
        await soon(lambda: messages and changes and seen)
        moved = await world.station("b")  # claimed by a node, heard by a node
        await station.wait_closed()
        assert await chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
        assert not moved.closed
        assert await chargers.find("CP9") is None
        with pytest.raises(NotConnected):
            await chargers.call("CP9", SOFT)
        assert site.node.stations == 0
    assert denials(caplog) == []


async def test_a_durable_consumer_that_was_prepared(
    opened: Opener, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    heartbeat = v16.HeartbeatRequest
    await world.node("a", publish=[heartbeat])
    station = await world.station("a")
    async with (
        fleet.Fleet(await opened("admin"), name="prod") as admin,
        # To begin is enough: the stream and the consumer stay.
        following(admin.messages(heartbeat, durable="billing")),
    ):
        await asyncio.sleep(0.5)
    await station.call(heartbeat())
    async with fleet.Fleet(await opened("consumer"), name="prod") as consuming:
        found = consuming.messages(heartbeat, durable="billing")
        async with aclosing(aiter(found)) as messages, asyncio.timeout(10):
            message = await anext(messages)
            assert (message.identity, message.request) == ("CP001", heartbeat())
            await message.ack()
        unprepared = consuming.messages(heartbeat, durable="snooping")
        with pytest.raises(fleet.FleetUnavailable, match="JetStream"):
            async with aclosing(aiter(unprepared)) as messages, asyncio.timeout(10):
                await anext(messages)
    assert [each for each in denials(caplog) if "CONSUMER.INFO" in each] == []


# --- What they cannot -----------------------------------------------------------------

CLAIM, BEAT = "ocpp.prod.claim", "ocpp.prod.beat"
CALL, NODE, ALL = "ocpp.prod.call.CP001", "ocpp.prod.node.a", "ocpp.prod.all"
EVENT, IN = "ocpp.prod.event.connected.CP001", "ocpp.prod.in.1=2E6.Heartbeat.CP001"
OTHER = "ocpp.test.call.CP001"
STREAM = "$JS.API.STREAM.CREATE.ocpp_prod"
CONSUMER = "$JS.API.CONSUMER.DURABLE.CREATE.ocpp_prod.snooping"
ANSWERS = {role: f"_INBOX_{role.upper()}.0123456789abcdef.1" for role in ROLES}

SAYS_NOT = [
    *(("operator", subject) for subject in (CLAIM, BEAT, EVENT, IN, OTHER, STREAM)),
    *(("operator", ANSWERS[role]) for role in ("operator", "node", "consumer")),
    *(("consumer", subject) for subject in (CLAIM, BEAT, EVENT, IN, OTHER)),
    *(("consumer", subject) for subject in (CALL, NODE, STREAM, CONSUMER)),
    *(("consumer", ANSWERS[role]) for role in ("operator", "node", "consumer")),
    *(("node", subject) for subject in (NODE, ALL, OTHER, STREAM)),
]
HEARS_NOT = [
    *(("operator", subject) for subject in (CALL, NODE, ALL, CLAIM, OTHER)),
    *(("operator", ANSWERS[role]) for role in ("node", "consumer")),
    *(("consumer", subject) for subject in (CALL, NODE, ALL, CLAIM, OTHER)),
    *(("consumer", ANSWERS[role]) for role in ("node", "operator")),
    *(("node", subject) for subject in (CALL, EVENT, IN, OTHER)),
    *(("node", ANSWERS[role]) for role in ("operator", "consumer")),
]


class Ear:
    """Hears what is said at a subject."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def take(self, delivery: Delivery) -> None:
        self.heard.append(delivery.subject)


@pytest.mark.parametrize(("role", "subject"), SAYS_NOT)
async def test_what_a_role_cannot_say(
    role: str, subject: str, opened: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    admin, bus, ear = await opened("admin"), await opened(role), Ear()
    if not subject.startswith("$JS"):
        await admin.subscribe(subject, ear.take)
        await admin.publish(subject, b"x")
        await soon(lambda: ear.heard)
    with caplog.at_level(logging.WARNING):
        await bus.publish(subject, b"x")
        await soon(lambda: denials(caplog))
    assert len(ear.heard) <= 1


@pytest.mark.parametrize(("role", "subject"), HEARS_NOT)
async def test_what_a_role_cannot_hear(
    role: str, subject: str, opened: Opener, caplog: pytest.LogCaptureFixture
) -> None:
    admin, bus, ear = await opened("admin"), await opened(role), Ear()
    with caplog.at_level(logging.WARNING):
        await bus.subscribe(subject, ear.take)
        await soon(lambda: denials(caplog))
    await admin.publish(subject, b"x")
    await asyncio.sleep(0.05)
    assert ear.heard == []


@pytest.mark.parametrize("role", ROLES[:3])
@pytest.mark.parametrize(
    "subject", ["ocpp.prod.call.>", "ocpp.>", ">", "ocpp.*.call.*"]
)
async def test_nobody_hears_all_calls(role: str, subject: str, opened: Opener) -> None:
    bus, admin, ear = await opened(role), await opened("admin"), Ear()
    await bus.subscribe(subject, ear.take)
    await asyncio.sleep(0.02)
    await admin.publish(CALL, b"x")
    await asyncio.sleep(0.05)
    assert ear.heard == []


async def test_an_operator_cannot_take_a_charger_over(
    opened: Opener, world: World
) -> None:
    await world.node("a")
    station = await world.station("a")
    operator = await opened("operator")
    claim = {"node": "evil", "from": "evil", "claims": [["CP001", 2**62]]}
    await operator.publish(CLAIM, json.dumps(claim).encode())
    await asyncio.sleep(0.2)
    assert not station.closed
    admin = await opened("admin")  # a claim like that does it
    await admin.publish(CLAIM, json.dumps(claim).encode())
    async with asyncio.timeout(5):
        await station.wait_closed()


async def test_a_consumer_cannot_call(opened: Opener, world: World) -> None:
    received: list[str] = []
    await world.node("a")
    await world.station("a", handler=accepting(received))
    async with fleet.Fleet(await opened("consumer"), name="prod") as consuming:
        with pytest.raises(ConnectionClosed):
            await consuming.call("CP001", SOFT)
    assert received == []


@pytest.mark.parametrize(
    "identity", ["*", ">", "a.b", "CP001 holder", "x.claim", "=2A", "ü" * 255]
)
async def test_a_hostile_identity_stays_at_its_subject(
    identity: str, opened: Opener, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    hostile: list[str] = []
    honest: list[str] = []
    await world.node("a")
    await world.station("a", identity, accepting(hostile))
    await world.station("a", "CP001", accepting(honest))
    async with fleet.Fleet(await opened("operator"), name="prod") as chargers:
        assert await chargers.call("CP001", SOFT, total_timeout=5) == ACCEPTED
        assert (hostile, honest) == ([], ["reset"])
        assert await chargers.call(identity, SOFT, total_timeout=5) == ACCEPTED
        assert (hostile, honest) == (["reset"], ["reset"])
    assert denials(caplog) == []
