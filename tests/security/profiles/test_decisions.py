"""In which order a server with a security profile decides, and what it tells whom."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from ocpp_rpc import (
    Accept,
    Handshake,
    HandshakeRefused,
    Server,
    ServerSettings,
    Settings,
)
from ocpp_rpc.security.attempts import FailedAttempts
from ocpp_rpc.security.events import SecurityEventKind
from ocpp_rpc.security.server import Profile0, Profile1, Verify
from ocpp_rpc.transports import HttpAnswer, Peer
from ocpp_rpc.transports.memory import MemoryTransport
from tests.back_office.admitted import admitted, enter, open_door, refused
from tests.confidential import KEY, PASSWORD, TOKEN
from tests.security.places import basic
from tests.support.scripted import spin

PEER = Peer(("192.0.2.1", 5000))


def line(user: str, password: str | bytes) -> dict[str, str]:
    """The header line, as a transport has it."""
    return {"authorization": basic(user, password)["Authorization"]}


RIGHT, WRONG = line("CP001", KEY), line("CP001", PASSWORD)


def verify(identity: str, password: bytes) -> bool:
    return identity.startswith("CP") and password == KEY


def office(
    asks: Verify = verify,
    *,
    rules: ServerSettings | None = None,
    back_off: FailedAttempts | None = None,
    **options: Any,
) -> Server:
    profile = Profile1(verify=asks, back_off=back_off)
    usual: dict[str, Any] = {"versions": ["1.6"], "security": profile}
    return Server(None, **usual | options, server=rules)


# --- The profile and the hook ---------------------------------------------------------


async def test_the_profile_comes_before_the_hook() -> None:
    order: list[str] = []

    async def asks(identity: str, password: bytes) -> bool:
        order.append("profile")
        return verify(identity, password)

    async def hook(handshake: Handshake) -> Accept:
        order.append(f"hook {handshake.profile}")
        return Accept(data=handshake.identity)

    async with office(asks, on_connect=hook) as server:
        assert (await refused(server, headers=WRONG)).status == 401
        assert order == ["profile"]
        open_door(await admitted(server, headers=RIGHT))
        await spin(5)
        assert order == ["profile", "profile", "hook 1"]
        assert server.connections["CP001"].data == "CP001"


async def test_a_hook_that_refuses_after_the_profile() -> None:
    def hook(_: Handshake) -> None:
        raise HandshakeRefused(402, "pay first")

    async with office(on_connect=hook) as server:
        assert (await refused(server, headers=RIGHT)).status == 402
        assert server.security_events == {}


@pytest.mark.parametrize(
    ("outcome", "logged"),
    [
        (None, "TypeError: verify returned a NoneType, not True or False"),
        (1, "TypeError: verify returned a int, not True or False"),
        (KeyError("db"), "KeyError: 'db'"),
    ],
)
async def test_a_verify_that_fails(
    outcome: Any, logged: str, caplog: pytest.LogCaptureFixture
) -> None:
    def asks(_identity: str, _password: bytes) -> Any:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    async with office(asks) as server:
        answer = await refused(server, headers=RIGHT)
        assert answer == HttpAnswer(500, "Internal Server Error\n")
    assert "'CP001': checking its credentials failed" in caplog.text
    assert logged in caplog.text


async def test_a_verify_that_has_no_time() -> None:
    def asks(_identity: str, _password: bytes) -> bool:
        raise HandshakeRefused(503, "the pool is full", retry_after=3)

    async with office(asks) as server:
        answer = await refused(server, headers=RIGHT)
        assert (answer.status, answer.headers) == (503, {"Retry-After": "3"})


async def test_the_profile_and_the_hook_have_one_time_limit(
    caplog: pytest.LogCaptureFixture,
) -> None:
    rules = ServerSettings(on_connect_timeout=0.05)
    cancelled: list[str] = []

    def slow(name: str, answer: Any) -> Callable[..., Any]:
        async def wait(*_: object) -> Any:
            try:
                await asyncio.sleep(0.03)
            except asyncio.CancelledError:
                cancelled.append(name)
                raise
            return answer

        return wait

    hook, asks = slow("hook", None), slow("verify", True)
    async with office(asks, on_connect=hook, rules=rules) as server:
        answer = await refused(server, headers=RIGHT)
        assert (answer.status, answer.text) == (503, "not decided in time\n")
        await spin(3)
    assert cancelled == ["hook"]
    assert "'CP001': its proof, or on_connect, took too long" in caplog.text
    async with office(asks, rules=rules) as server:
        await admitted(server, headers=RIGHT)


@pytest.mark.parametrize(
    ("target", "user", "status"),
    [
        ("/CP%3A1", b"CP:1", None),
        ("/CP%3A1", b"CP", 401),
        ("/CP%20%C3%A9", "CP é".encode(), None),
        ("/CP%20%C3%A9", "CP é".encode("latin-1"), 401),
        ("/CP001", b"cp001", 401),
        ("/CP001", b"", 401),
        ("/CP001", b"CP001\xff", 401),
    ],
)
async def test_the_user_name_is_the_identity(
    target: str, user: bytes, status: int | None
) -> None:
    """A00.FR.204; also with a colon, which HTTP Basic has no room for."""
    headers = {"authorization": basic(user, KEY)["Authorization"]}
    async with office() as server:
        if status is None:
            await admitted(server, target=target, headers=headers)
        else:
            answer = await refused(server, target=target, headers=headers)
            assert answer.status == status


# --- What nobody learns ---------------------------------------------------------------


async def test_whoever_has_no_password_learns_nothing_of_the_others() -> None:
    """Not who is connected (409, 503), even if there is no room any more."""
    full = ServerSettings(max_connections=1)
    single = ServerSettings(duplicates="refuse")
    for rules, status, other in ((full, 503, 503), (single, 401, 401)):
        async with office(rules=rules) as server:
            door = await admitted(server, headers=RIGHT)
            station = open_door(door)
            await spin(5)
            there = await refused(server, headers=WRONG)
            absent = await refused(server, "CP002", headers=line("CP002", PASSWORD))
            assert (there.status, absent.status) == (status, other)
            assert there == absent
            assert await refused(server) == await refused(server, "CP002")
            station.abort()


async def test_a_station_takes_its_own_place_if_it_proves_itself() -> None:
    rules = ServerSettings(max_connections=1)
    async with office(rules=rules) as server:
        stations: list[MemoryTransport] = []
        for _ in range(2):
            stations.append(open_door(await admitted(server, headers=RIGHT)))
            await spin(5)
        assert len(server.connections) == 1
        for each in stations:
            each.abort()


async def test_what_is_missing_costs_no_room_and_no_question() -> None:
    asked: list[str] = []

    def asks(identity: str, _password: bytes) -> bool:
        asked.append(identity)
        return True

    async with office(asks, rules=ServerSettings(max_deciding=0)) as server:
        assert (await refused(server)).status == 401
        assert (await refused(server, headers=line("CP002", KEY))).status == 401
        assert (await refused(server, headers=RIGHT)).status == 503
    assert asked == []


async def test_nothing_of_a_secret_is_kept(caplog: pytest.LogCaptureFixture) -> None:
    """The watch over the logs of all tests does the rest."""
    caplog.set_level(logging.DEBUG)
    events: list[str] = []
    async with office() as server:
        server.on_security_event(lambda event: events.append(repr(event)))
        server.on_refused(lambda refusal: events.append(repr(refusal)))
        for headers in (WRONG, line("CP002", TOKEN)):
            answer = await refused(server, headers=headers, peer=PEER)
            events.append(repr(answer))
        open_door(await admitted(server, headers=RIGHT))
        await spin(5)
        events.append(repr(vars(server.connections["CP001"])))
    assert len(events) == 7
    for secret in (PASSWORD, TOKEN, repr(KEY), RIGHT["authorization"][6:]):
        assert secret not in "".join(events)


# --- Who has failed before ------------------------------------------------------------


@dataclass
class Clock:
    """A clock to turn."""

    now: float = 100.0

    def time(self) -> float:
        return self.now

    def call_at(self, when: float, callback: Any, *arguments: Any) -> Any:
        loop = asyncio.get_running_loop()
        return loop.call_later(when - self.now, callback, *arguments)


async def test_whoever_fails_has_to_wait() -> None:
    asked: list[bytes] = []

    def asks(identity: str, password: bytes) -> bool:
        asked.append(password)
        return verify(identity, password)

    clock = Clock()
    back_off = FailedAttempts(free=1, first=2.5)
    settings = Settings(clock=clock)
    async with office(asks, back_off=back_off, settings=settings) as server:
        for _ in range(2):
            assert (await refused(server, headers=WRONG, peer=PEER)).status == 401
        assert len(asked) == 2
        # Even with the right password, which is not looked at.
        answer = await refused(server, headers=RIGHT, peer=PEER)
        assert answer.status == 429
        assert answer.headers == {"Retry-After": "3"}
        assert len(asked) == 2
        other = Peer(("192.0.2.2", 5000))
        await admitted(server, headers=RIGHT, peer=other)
        clock.now += 2.5
        await admitted(server, headers=RIGHT, peer=PEER)
        assert server.refusals == {401: 2, 429: 1}
        kind = SecurityEventKind.FAILED_AUTHENTICATION
        assert server.security_events == {kind: 3}


async def test_a_success_ends_the_series() -> None:
    back_off = FailedAttempts(free=1)
    async with office(back_off=back_off) as server:
        for headers, status in ((WRONG, 401), (RIGHT, None), (WRONG, 401)):
            if status is None:
                await admitted(server, headers=headers, peer=PEER)
            else:
                answer = await refused(server, headers=headers, peer=PEER)
                assert answer.status == status


async def test_there_is_a_back_off_unless_told() -> None:
    assert isinstance(Profile1(verify=verify).back_off, FailedAttempts)
    assert Profile1(verify=verify).back_off is not Profile1(verify=verify).back_off
    async with office(back_off=None) as server:
        for _ in range(30):
            assert (await refused(server, headers=WRONG, peer=PEER)).status == 401


def let_in(_: Handshake) -> None:
    """Let in whoever has proved itself to the hook."""


# --- Without a proof ------------------------------------------------------------------


async def test_profile_0_lets_everybody_in() -> None:
    seen: list[Handshake] = []
    async with office(security=Profile0(), on_connect=seen.append) as server:
        for headers in ({}, RIGHT, {"authorization": "garbage"}):
            await admitted(server, headers=headers)
        door = open_door(await admitted(server))
        await spin(5)
        assert server.connections["CP001"].profile == 0
        door.abort()
    assert [each.profile for each in seen] == [0] * 4
    # The hook may still find out by itself.
    assert [each.credentials is None for each in seen] == [True, False, True, True]


async def test_no_profile_at_all() -> None:
    async with Server(None, versions=["1.6"]) as server:
        station = await enter(server)
        assert server.connections["CP001"].profile is None
        assert station.profile is None


@pytest.mark.parametrize("security", [None, Profile0()])
async def test_replacing_without_a_proof_is_said_once(
    security: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with Server(None, versions=["1.6"], security=security) as server:
        for _ in range(4):
            await enter(server)
        warned = [each for each in caplog.records if each.levelname == "WARNING"]
        (record,) = warned
        assert record.name == "ocpp_rpc.server"
        assert "anyone can end the connection of any station" in record.message


@pytest.mark.parametrize(
    "options",
    [
        {"on_connect": let_in},
        {"server": ServerSettings(duplicates="allow")},
        {"security": Profile1(verify=verify)},
    ],
)
async def test_replacing_with_a_proof_is_not_said(
    options: Any, caplog: pytest.LogCaptureFixture
) -> None:
    doors: list[MemoryTransport] = []
    async with Server(None, versions=["1.6"], **options) as server:
        for _ in range(2):
            doors.append(open_door(await admitted(server, headers=RIGHT)))
            await spin(5)
        for each in doors:
            each.abort()
    assert [each for each in caplog.records if each.levelname == "WARNING"] == []
