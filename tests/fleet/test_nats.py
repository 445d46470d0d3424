"""Connecting to NATS: credentials, TLS, what is said when it fails."""

from __future__ import annotations

import asyncio
import logging
import os
import ssl
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from ocpp_messages import v16
from ocpp_rpc import fleet
from ocpp_rpc.fleet.bus import Delivery
from ocpp_rpc.fleet.bus.subjects import Subjects
from ocpp_rpc.fleet.wire import pack
from tests.confidential import PASSWORD
from tests.fleet.credentials import Issued
from tests.fleet.engine import HOST, Engine, free_port, missing
from tests.fleet.world import following, soon
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
        await soon(lambda: bus.connected and changes == [False, True])
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
from ocpp_rpc.errors import MissingDependency
try:
    asyncio.run(fleet.nats("nats://host"))
except MissingDependency as error:
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


@pytest.mark.parametrize("over_url", [False, True])
async def test_nothing_is_said_in_the_clear_if_it_is_to_be_tls(
    over_url: bool, tmp_path: Path
) -> None:
    """Whoever is on the way says that the engine uses no TLS, and gets no password."""
    said: list[bytes] = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b'INFO {"max_payload":1048576,"auth_required":true}\r\n')
        said.append(await reader.read(1000))
        writer.close()

    listening = await asyncio.start_server(take, HOST, 0)
    host = f"{HOST}:{listening.sockets[0].getsockname()[1]}"
    url = f"tls://{host}" if over_url else f"nats://{host}"
    tls = None if over_url else ssl.create_default_context()
    with pytest.raises(fleet.FleetUnavailable, match="the engine does not use TLS"):
        await fleet.nats(url, tls=tls, user="op", password=PASSWORD)
    await soon(lambda: said)
    listening.close()
    assert {*said} == {b""}


def seed(folder: Path) -> tuple[Path, str]:
    """Write the seed of a new key of a user; return the file and the public key."""
    nkeys = pytest.importorskip("nkeys")
    text = nkeys.encode_seed(os.urandom(32), nkeys.PREFIX_BYTE_USER)
    file = folder / "user.nk"
    file.write_bytes(text + b"\n")
    return file, nkeys.from_seed(bytearray(text)).public_key.decode()


async def test_nkeys(tmp_path: Path) -> None:
    lack(missing())
    file, public = seed(tmp_path)
    config = tmp_path / "nkeys.conf"
    config.write_text(f"authorization {{ users = [ {{ nkey: {public} }} ] }}")
    engine = Engine(tmp_path, "-c", str(config))
    try:
        async with await fleet.nats(engine.url, nkey=file) as bus:
            assert await works(bus)
        (tmp_path / "other").mkdir()
        other, _ = seed(tmp_path / "other")
        with pytest.raises(fleet.FleetUnavailable, match="Authorization"):
            await fleet.nats(engine.url, nkey=other)
    finally:
        engine.kill()


async def test_tokens(tmp_path: Path) -> None:
    lack(missing())
    engine = Engine(tmp_path, "--auth", PASSWORD)
    try:
        async with await fleet.nats(engine.url, token=PASSWORD) as bus:
            assert await works(bus)
        with pytest.raises(fleet.FleetUnavailable, match="Authorization"):
            await fleet.nats(engine.url)
    finally:
        engine.kill()


async def test_credentials(tmp_path: Path) -> None:
    lack(missing())
    issued = Issued(tmp_path)
    engine = Engine(tmp_path, "-c", str(issued.config))
    try:
        async with await fleet.nats(engine.url, credentials=issued.credentials) as bus:
            assert await works(bus)
        with pytest.raises(fleet.FleetUnavailable, match="Authorization"):
            await fleet.nats(engine.url)
    finally:
        engine.kill()


@pytest.mark.parametrize("option", ["credentials", "nkey"])
async def test_a_file_of_another_kind(option: str) -> None:
    options: dict[str, str] = {option: __file__}
    with pytest.raises(ValueError, match=r"test_nats\.py is not a file"):
        await fleet.nats("nats://host", **options)  # type: ignore[arg-type]


async def test_a_subscription_is_ended_before_its_last_message_is_waited_for(
    engine: Engine,
) -> None:
    """nats-py would ping first; a message between the pong and the end was lost."""
    said = bytearray()

    async def pass_on(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, note: bool
    ) -> None:
        while data := await reader.read(65_536):
            if note:
                said.extend(data)
            writer.write(data)
        writer.close()

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        back, on = await asyncio.open_connection(HOST, engine.port)
        await asyncio.gather(
            pass_on(reader, on, note=True), pass_on(back, writer, note=False)
        )

    listening = await asyncio.start_server(take, HOST, 0)
    url = f"nats://{HOST}:{listening.sockets[0].getsockname()[1]}"
    async with await fleet.nats(url) as bus:

        async def ignore(_: Delivery) -> None:
            """Do nothing."""

        subscriptions = [await bus.subscribe(f"a.{n}", ignore) for n in range(20)]
        await soon(lambda: said.count(b"SUB ") == 20)
        said.clear()
        for subscription in subscriptions:
            await bus.release(subscription)
        await soon(lambda: said.count(b"UNSUB ") == 20 and b"PING" in said)
        assert said.index(b"PING") > said.rindex(b"UNSUB ")
    listening.close()
    await asyncio.sleep(0.05)


async def test_connecting_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine says nothing."""
    # However slow the machine is, the attempt is cancelled before it ends by itself.
    monkeypatch.setattr("ocpp_rpc.fleet.bus.nats._CONNECT_TIMEOUT", 60)
    taken: list[asyncio.StreamWriter] = []
    server = await asyncio.start_server(lambda _, to: taken.append(to), HOST, 0)
    port = server.sockets[0].getsockname()[1]
    connecting = asyncio.create_task(fleet.nats(f"nats://{HOST}:{port}"))
    await soon(lambda: taken)
    connecting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await connecting
    taken[0].close()
    server.close()


async def test_denials_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lack(missing())
    rules = tmp_path / "nats.conf"
    rules.write_text(
        "authorization { users = [ { user: a, password: b, "
        'permissions: { publish: ["_INBOX.>", "mine"], subscribe: [">"] } } ] }'
    )
    engine = Engine(tmp_path, "-c", str(rules))
    try:
        async with await fleet.nats(engine.url, user="a", password="b") as bus:
            await bus.publish("mine", b"")
            await bus.publish("others", b"a payload")
            await soon(lambda: "permissions violation" in caplog.text)
            assert '"others"' in caplog.text
            assert "a payload" not in caplog.text
            assert bus.connected
    finally:
        engine.kill()


async def test_an_engine_without_streams(tmp_path: Path) -> None:
    lack(missing())
    engine = Engine(tmp_path, streams=False)
    try:
        async with (
            await fleet.nats(engine.url) as bus,
            fleet.Fleet(bus, name="a") as chargers,
        ):
            messages = chargers.messages(v16.HeartbeatRequest, durable="billing")
            with pytest.raises(fleet.FleetUnavailable, match="JetStream"):
                await anext(aiter(messages))
    finally:
        engine.kill()


async def test_a_durable_consumer_goes_on_after_an_outage(own_engine: Engine) -> None:
    async with (
        await fleet.nats(own_engine.url) as bus,
        fleet.Fleet(bus, name="a") as chargers,
    ):
        subject = Subjects("a").incoming("1.6", "Heartbeat", "CP001")

        async def send(number: int) -> None:
            header = {"identity": "CP001", "node": "n", "version": "1.6"}
            data = pack({**header, "id": str(number)})
            await bus.publish(subject, data + b'\n[2,"1","Heartbeat",{}]')

        durable = chargers.messages(v16.HeartbeatRequest, durable="billing")
        async with following(durable) as taken:
            await asyncio.sleep(0.3)  # nothing tells that the consumer is there
            await send(1)
            await soon(lambda: len(taken) == 1)
            await taken[0].ack()
            await taken[0].ack()
            own_engine.kill()
            await soon(lambda: not bus.connected)
            own_engine.start()
            await soon(lambda: bus.connected)
            await send(2)
            await soon(lambda: len(taken) == 2, 10)
            own_engine.kill()
            await soon(lambda: not bus.connected)
            with pytest.raises(fleet.FleetUnavailable):
                await taken[1].ack()
            own_engine.start()
        assert [message.id for message in taken] == ["1", "2"]


async def test_closing_while_the_engine_is_away_takes_no_time(
    own_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though nats-py may swallow the first cancellation."""
    bus = await fleet.nats(own_engine.url)
    waiting = asyncio.Event()

    async def swallow() -> None:
        waiting.set()
        with suppress(asyncio.CancelledError):
            await asyncio.sleep(30)
        await asyncio.sleep(30)

    monkeypatch.setattr(bus, "_reconnect", swallow)
    own_engine.kill()
    await asyncio.wait_for(waiting.wait(), 5)
    async with asyncio.timeout(3):
        await bus.close()
