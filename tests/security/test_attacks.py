"""What somebody does who wants in, or wants others out, and does not keep to the rules.

Much of that is tested where the rule itself is; what needs several rules is here.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import pickle
from collections import Counter
from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from ocpp_rpc import (
    Handshake,
    HandshakeFailed,
    Server,
    ServerSettings,
    Settings,
    connect,
)
from ocpp_rpc.back_office.settings import Duplicates
from ocpp_rpc.security import client
from ocpp_rpc.security.attempts import FailedAttempts
from ocpp_rpc.security.passwords import MemoryStore, Passwords, Scrypt, Sha256
from ocpp_rpc.security.server import MemoryFloors, Profile1, Profile2, Profile3
from ocpp_rpc.transports import Admission, HttpAnswer, Peer
from tests.back_office.admitted import asking, open_door
from tests.confidential import KEY, PASSWORD
from tests.security.grounds import LISTENERS, Ground, over_grounds
from tests.security.pems import Pems
from tests.security.places import basic
from tests.security.raw import context, refusal, station
from tests.security.s_client import s_client
from tests.support.scripted import spin
from tests.support.served import heartbeats
from tests.transports.wire import dialled, request

SLOW = Scrypt(ln=1, r=1)


# A record of TLS with a handshake message that goes on.
HALF_HELLO = bytes([22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3]) + bytes(40)


def line(identity: str, password: bytes) -> dict[str, str]:
    return {"authorization": basic(identity, password)["Authorization"]}


def at(host: str) -> Peer:
    return Peer((host, 5000))


async def ask(
    server: Server, identity: str, password: bytes, host: str = "192.0.2.1"
) -> int:
    """Come with a password; return the status, 101 for who is let in."""
    request = asking(identity, headers=line(identity, password), peer=at(host))
    answer = await server.admit(request)
    return answer.status if isinstance(answer, HttpAnswer) else 101


# --- Guessing -------------------------------------------------------------------------


@pytest.mark.parametrize("waits", [False, True])
async def test_guessing_at_the_same_time_gains_nothing(waits: bool) -> None:
    """No more guesses are looked at than one after the other."""
    checked: list[bytes] = []

    async def verify(_identity: str, password: bytes) -> bool:
        checked.append(password)
        if waits:
            await asyncio.sleep(0.01)
        return password == KEY

    back_off = FailedAttempts()
    profile = Profile1(verify=verify, back_off=back_off)
    async with Server(None, versions=["1.6"], security=profile) as server:
        guesses = [bytes([number]) * 16 for number in range(100)]
        statuses = await asyncio.gather(*(ask(server, "CP001", it) for it in guesses))
        assert Counter(statuses) == {401: 4, 429: 96}
        assert len(checked) == 4
        assert await ask(server, "CP001", KEY) == 429
        assert await ask(server, "CP001", KEY, "192.0.2.2") == 101
    assert repr(back_off) == "<FailedAttempts: 1 at 1 addresses failed, 1 succeeded>"


async def test_many_chargers_at_the_same_time_do_not_hold_each_other_back() -> None:
    """As after a restart, all from the address of one carrier."""

    async def verify(_identity: str, _password: bytes) -> bool:
        await asyncio.sleep(0)
        return True

    async with Server(
        None, versions=["1.6"], security=Profile1(verify=verify)
    ) as server:
        coming = (ask(server, f"CP{number}", KEY) for number in range(200))
        assert set(await asyncio.gather(*coming)) == {101}


async def test_a_check_that_takes_too_long_counts_no_more() -> None:
    async def verify(_identity: str, password: bytes) -> bool:
        if password != KEY:
            await asyncio.sleep(60)
        return True

    rules = ServerSettings(on_connect_timeout=0.01)
    profile = Profile1(verify=verify)
    async with Server(None, versions=["1.6"], security=profile, server=rules) as server:
        for _ in range(10):
            assert await ask(server, "CP001", b"x") == 503
        assert await ask(server, "CP001", KEY) == 101


async def test_a_check_that_fails_counts_no_more() -> None:
    async def verify(_identity: str, password: bytes) -> bool:
        await asyncio.sleep(0)
        if password != KEY:
            raise OSError("db")
        return True

    async with Server(
        None, versions=["1.6"], security=Profile1(verify=verify)
    ) as server:
        for _ in range(10):
            assert await ask(server, "CP001", b"x") == 500
        assert await ask(server, "CP001", KEY) == 101


class Stopped:
    """A clock that stands still, but for timers."""

    def time(self) -> float:
        return 0.0

    def call_at(
        self, when: float, callback: Callable[[], object], /
    ) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(when, callback)


async def test_ten_thousand_wrong_passwords() -> None:
    """They cost little memory, and lock out no rightful charger."""
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", KEY, scheme=Sha256())
    await passwords.set_password("CP002", KEY, scheme=Sha256())
    profile = Profile1(verify=passwords)
    stopped = Settings(clock=Stopped())  # nobody's wait is over
    logging.getLogger("ocpp_rpc.server").disabled = True  # 20,000 lines
    try:
        async with Server(
            None, versions=["1.6"], security=profile, settings=stopped
        ) as server:
            shared = "198.51.100.1"  # of a carrier: attackers and chargers have it
            assert await ask(server, "CP002", KEY, shared) == 101
            before = len(gc.get_objects())
            statuses: Counter[int] = Counter()
            for number in range(10_000):
                host = shared if number % 2 else f"203.0.{number % 250}.{number % 100}"
                name = ("CP001", "CP002", f"X{number}")[number % 3]
                if name == "CP002" and host == shared:
                    name = "X"
                statuses[await ask(server, name, b"wrong", host)] += 1
            after = len(gc.get_objects())
            assert set(statuses) == {401, 429}
            assert await ask(server, "CP001", KEY, "192.0.2.7") == 101
            assert await ask(server, "CP002", KEY, shared) == 101
            assert await ask(server, "CP001", KEY, shared) == 429
            assert not server.connections
    finally:
        logging.getLogger("ocpp_rpc.server").disabled = False
    assert after - before < 10_000  # nothing is kept of each attempt


NAMES_ASKED = ("CP001", "CP002", "CP003", "CP004", "CP999")


async def answers_to_strangers(server: Server) -> set[str]:
    """Come under each name with a wrong password; return the different answers."""
    answers = [
        await server.admit(
            asking(name, headers=line(name, b"wrong"), peer=at("192.0.2.1"))
        )
        for name in NAMES_ASKED
    ]
    assert all(isinstance(each, HttpAnswer) for each in answers)
    return {repr(each) for each in answers}


@pytest.mark.parametrize("duplicates", ["replace", "refuse", "allow"])
async def test_nobody_learns_by_the_answer_which_chargers_there_are(
    duplicates: Duplicates,
) -> None:
    """Known, unknown, connected, with a higher profile: all the same without proof."""
    passwords, floors = Passwords(MemoryStore()), MemoryFloors()
    for name in NAMES_ASKED[:3]:
        await passwords.set_password(name, KEY, scheme=Sha256())
    await floors.set("CP003", 3)
    rules = ServerSettings(floors=floors, duplicates=duplicates, max_connections=1)
    profile = Profile1(verify=passwords, back_off=None)
    async with Server(None, versions=["1.6"], security=profile, server=rules) as server:
        assert len(await answers_to_strangers(server)) == 1
        station = open_door(await _let_in(server, "CP001"))
        await spin(8)
        assert "CP001" in server.connections
        assert len(await answers_to_strangers(server)) == 1
        station.abort()
        await spin(3)


async def _let_in(server: Server, identity: str) -> Admission:
    request = asking(identity, headers=line(identity, KEY))
    answer = await server.admit(request)
    assert not isinstance(answer, HttpAnswer), answer
    return answer


@over_grounds()
async def test_two_passwords_at_once(ground: Ground, pems: Pems) -> None:
    """A proxy and this server must not read different ones of them."""
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", KEY, scheme=Sha256())
    right, wrong = (
        f"Authorization: {basic('CP001', each)['Authorization']}"
        for each in (KEY, b"wrong")
    )
    server = ground.server(heartbeats(), "1.6")
    async with ground.open(server, pems, 1, verify=passwords) as url, server:
        address = ("127.0.0.1", int(url.rsplit(":", 1)[1].removesuffix("/ocpp")))
        for lines in ((right, wrong), (wrong, right), (right, right)):
            async with dialled(address) as wire:
                answer = await wire.ask(request("/ocpp/CP001", *lines))
                assert answer.status in {400, 401}
        async with dialled(address) as wire:
            assert (await wire.ask(request("/ocpp/CP001", right))).status == 101
            wire.reset()


# --- Floods ---------------------------------------------------------------------------


async def test_those_without_credentials_take_nobodys_place() -> None:
    """Nor those who have to wait, or come with another profile."""
    free = asyncio.Event()

    async def verify(_identity: str, _password: bytes) -> bool:
        await free.wait()
        return True

    rules = ServerSettings(max_deciding=1)
    profile = Profile1(verify=verify)
    async with Server(None, versions=["1.6"], security=profile, server=rules) as server:
        for number in range(1000):
            answer = await server.admit(asking(f"CP{number}", peer=at("192.0.2.9")))
            assert isinstance(answer, HttpAnswer)
            assert answer.status == 401
        coming = asyncio.create_task(ask(server, "CP001", KEY))
        await spin(5)
        assert await ask(server, "CP002", KEY) == 503
        free.set()
        assert await coming == 101


async def test_one_address_fills_no_server() -> None:
    """If the operator limits what one address may have."""
    free = asyncio.Event()

    async def verify(_identity: str, password: bytes) -> bool:
        if password == KEY:
            return True
        await free.wait()
        return False

    rules = ServerSettings(max_deciding=20, max_per_address=10)
    profile = Profile1(verify=verify)
    async with Server(None, versions=["1.6"], security=profile, server=rules) as server:
        flood = [
            asyncio.create_task(ask(server, f"CP{number}", b"wrong", "192.0.2.66"))
            for number in range(50)
        ]
        await spin(10)
        assert await ask(server, "CP001", KEY, "192.0.2.1") == 101
        free.set()
        statuses = Counter([await each for each in flood])
        assert statuses == {401: 10, 503: 40}


@pytest.mark.parametrize("ground", LISTENERS, ids=lambda each: each.name)
async def test_half_handshakes_keep_nobody_out(ground: Ground, pems: Pems) -> None:
    """Nothing was said in some of them, and the half of a ClientHello in others."""
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", KEY, scheme=Sha256())
    server = ground.server(heartbeats())
    async with (
        ground.open(server, pems, 2, verify=passwords) as url,
        server,
        AsyncExitStack() as stack,
    ):
        port = int(url.rsplit(":", 1)[1].removesuffix("/ocpp"))
        for number in range(200):
            wire = await stack.enter_async_context(dialled(("127.0.0.1", port)))
            wire.write(HALF_HELLO[: number % len(HALF_HELLO)])
        tls = context(pems.roots)
        async with asyncio.timeout(5):
            async with station(f"{url}/CP001", basic("CP001", KEY), tls=tls) as raw:
                assert "currentTime" in await raw.call("Heartbeat", {})
        assert server.connections.total <= 1


# --- Two addresses, one charger -------------------------------------------------------


@over_grounds()
async def test_a_password_that_changes_while_the_charger_comes_elsewhere(
    ground: Ground, pems: Pems
) -> None:
    """It has not answered yet, and comes to another listener with the new one."""
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", PASSWORD.encode(), scheme=SLOW)
    server, new = ground.server(heartbeats()), b"Another*one-of:16|"
    old = basic("CP001", PASSWORD)
    async with (
        ground.open(server, pems, 1, verify=passwords) as here,
        ground.open(server, pems, 2, verify=passwords) as there,
        server,
    ):
        tls = context(pems.roots)
        async with station(f"{here}/CP001", old) as raw:
            await raw.call("Heartbeat", {})
            connection = server.connections["CP001"]
            change = asyncio.create_task(passwords.change(connection, new))
            await raw.socket.recv()  # the request, which it does not answer
            async with station(f"{there}/CP001", basic("CP001", new), tls=tls) as moved:
                await moved.call("Heartbeat", {})
                with pytest.raises(Exception, match="replaced"):
                    await change
                answer = await refusal(f"{there}/CP001", old, tls=tls)
                assert answer.status_code == 401
                await moved.call("Heartbeat", {})
                assert server.connections["CP001"].profile == 2


async def test_a_hook_that_fails_leaves_nothing_behind() -> None:
    """The profile has passed; the charger is not in, and its floor stays."""
    floors = MemoryFloors()

    def hook(_handshake: Handshake) -> None:
        raise RuntimeError("a fault of the program")

    def verify(_identity: str, _password: bytes) -> bool:
        return True

    async with Server(
        None,
        versions=["1.6"],
        on_connect=hook,
        security=Profile1(verify=verify),
        server=ServerSettings(floors=floors),
    ) as server:
        assert await ask(server, "CP001", KEY) == 500
        assert not server.connections
    assert len(floors) == 0


@pytest.mark.parametrize(
    "transport", ["websockets", "websockets-asyncio", "aiohttp", "picows"]
)
@pytest.mark.parametrize("status", [301, 302, 307, 308])
async def test_a_charger_takes_its_password_nowhere_else(
    transport: str, status: int
) -> None:
    """Whoever answers in place of the server sends it to another one."""
    elsewhere: list[bytes] = []

    async def take(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        elsewhere.append(await reader.readuntil(b"\r\n\r\n"))
        writer.close()

    async def lure(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        head = f"HTTP/1.1 {status} Moved\r\nLocation: {trap}\r\nContent-Length: 0"
        writer.write(f"{head}\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    async with (
        await asyncio.start_server(take, "127.0.0.1", 0) as there,
        await asyncio.start_server(lure, "127.0.0.1", 0) as here,
    ):
        ports = [each.sockets[0].getsockname()[1] for each in (there, here)]
        trap = f"ws://127.0.0.1:{ports[0]}/ocpp/CP001"
        with pytest.raises(HandshakeFailed) as failure:
            async with connect(
                f"ws://127.0.0.1:{ports[1]}/ocpp",
                "CP001",
                versions=["1.6"],
                security=client.Profile1(password=KEY),
                transport=transport,
            ):
                pass
        assert failure.value.status == status
    assert elsewhere == []


# --- Odd TLS --------------------------------------------------------------------------

NAMES = ["", "x" * 255, "\x01\x02", "xn--zz--invalid", "*.localhost", "a..b"]


@pytest.mark.parametrize("ground", LISTENERS, ids=lambda each: each.name)
@pytest.mark.parametrize("name", NAMES)
async def test_odd_names_of_servers(
    ground: Ground, name: str, pems: Pems, capfd: pytest.CaptureFixture[str]
) -> None:
    """Clients may ask for any name; the callback that is there for it must not fail."""
    server = ground.server(None)
    async with ground.open(server, pems, 2) as url, server:
        address = ("localhost", int(url.rsplit(":", 1)[1].removesuffix("/ocpp")))
        async with s_client(address, "-servername", name, "-tls1_2") as client:
            await client.opens()
        async with s_client(address, "-servername", "localhost") as client:
            assert await client.read_until("Verify return code")
    assert "Exception ignored" not in capfd.readouterr().err


@pytest.mark.parametrize("ground", LISTENERS, ids=lambda each: each.name)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
async def test_a_name_of_a_server_that_is_not_ascii(ground: Ground, pems: Pems) -> None:
    """Python writes a line to standard error; only that handshake fails."""
    server = ground.server(None)
    async with ground.open(server, pems, 2) as url, server:
        address = ("localhost", int(url.rsplit(":", 1)[1].removesuffix("/ocpp")))
        async with s_client(address, "-servername", "é") as client:
            assert not await client.opens()
        async with s_client(address, "-servername", "localhost") as client:
            assert await client.read_until("Verify return code")


# --- Secrets --------------------------------------------------------------------------


@asynccontextmanager
async def everything_is_logged() -> AsyncGenerator[None]:
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0
    loop.set_debug(True)
    try:
        yield
    finally:
        loop.set_debug(False)
        loop.slow_callback_duration = 0.1


@over_grounds()
@pytest.mark.parametrize("number", [1, 2])
async def test_no_secret_in_what_asyncio_logs_when_it_is_debugged(
    ground: Ground, number: int, pems: Pems
) -> None:
    """The watch over the logs of all tests finds what is there."""
    passwords = Passwords(MemoryStore())
    await passwords.set_password("CP001", PASSWORD.encode(), scheme=SLOW)
    server = ground.server(heartbeats())
    tls = context(None if number == 1 else pems.roots)
    async with (
        everything_is_logged(),
        ground.open(server, pems, number, verify=passwords) as url,
        server,
    ):
        path = f"{url}/CP001"
        async with station(path, basic("CP001", PASSWORD), tls=tls) as raw:
            await raw.call("Heartbeat", {})
        answer = await refusal(path, basic("CP001", KEY), tls=tls)
        assert answer.status_code == 401


def test_no_profile_of_a_server_can_be_written_down(pems: Pems) -> None:
    """Not by `pickle`, as into a cache or to another process."""
    passwords = Passwords(MemoryStore())
    tls = pems.server_tls()
    both = pems.server_tls(client_ca=pems.roots)
    made: list[object] = [
        Profile1(verify=passwords),
        Profile2(verify=passwords, tls=tls),
        Profile3(tls=both, organization="Acme", serial_of=str.upper),
        passwords,
        tls,
        pems.client_tls(certificate=pems.station()),
    ]
    for each in made:
        with pytest.raises((TypeError, pickle.PicklingError)):
            pickle.dumps(each)
        assert "key" not in repr(each).lower()
