"""The highest profile of each station, below which a server refuses it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable
from typing import Any

import pytest

from ocpp_rpc import HandshakeFailed, Server, ServerSettings
from ocpp_rpc.security.events import SecurityEventKind
from ocpp_rpc.security.server import (
    MemoryFloors,
    Profile,
    Profile0,
    Profile1,
    Profile2,
    Profile3,
)
from ocpp_rpc.transports import Acceptor, Admission, HttpAnswer, Peer, TransportClosed
from tests.back_office.admitted import asking, open_door
from tests.confidential import KEY
from tests.security.pems import Pems
from tests.security.places import Place, basic, over_places
from tests.support.scripted import spin

RIGHT = {"authorization": basic("CP001", KEY)["Authorization"]}


def verify(_identity: str, password: bytes) -> bool:
    return password == KEY


def serial_of(_identity: str) -> str:
    return "SN001"


def context(mode: ssl.VerifyMode) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.verify_mode = mode
    return made


def profiles(**settings: Any) -> dict[int, Profile]:
    return {
        0: Profile0(),
        1: Profile1(verify=verify),
        2: Profile2(verify=verify, tls=context(ssl.CERT_NONE), **settings),
        3: Profile3(
            tls=context(ssl.CERT_REQUIRED), organization="Acme", serial_of=serial_of
        ),
    }


class Tls:
    """A TLS connection of a station that has shown its certificate."""

    def getpeercert(self) -> dict[str, Any]:
        return {
            "subject": ((("organizationName", "Acme"),), (("commonName", "SN001"),)),
            "notBefore": "Jan  1 00:00:00 2020 GMT",
            "notAfter": "Jan  1 00:00:00 2099 GMT",
        }


SECURE = Peer(("192.0.2.1", 5000), Tls())  # type: ignore[arg-type]
PLAIN = Peer(("192.0.2.1", 5000))


class Office:
    """A server with a gate for each profile."""

    def __init__(
        self, floors: Any = None, versions: Any = ("1.6", "2.0.1"), **settings: Any
    ) -> None:
        rules = ServerSettings(floors=floors, on_connect_timeout=0.05)
        self.server = Server(None, versions=versions, server=rules)
        self.gates: dict[int | None, Acceptor] = {
            number: self.server.acceptor(profile, "listener")
            for number, profile in profiles(**settings).items()
        }
        self.gates[None] = self.server.acceptor(None, "listener")

    async def ask(
        self, number: int | None, *, versions: Any = ("1.6", "2.0.1")
    ) -> Admission | HttpAnswer:
        peer = SECURE if (number or 0) >= 2 else PLAIN
        return await self.gates[number].admit(
            asking("CP001", versions, headers=RIGHT, peer=peer)
        )

    async def enter(self, number: int | None, **options: Any) -> str | None:
        """Come by a profile, and be let in; return the subprotocol."""
        answer = await self.ask(number, **options)
        assert not isinstance(answer, HttpAnswer), answer
        transport = open_door(answer)
        await spin(8)
        assert self.server.connections["CP001"].profile == number
        transport.abort()
        await spin(3)
        return answer.subprotocol

    async def refused(self, number: int | None, **options: Any) -> str:
        """Come by a profile, and be refused; return why."""
        answer = await self.ask(number, **options)
        assert isinstance(answer, HttpAnswer)
        assert answer.status == 403
        return answer.text.strip()


LOWER = "the station has used a higher security profile before"


async def test_a_station_may_only_go_up() -> None:
    """TC_A_19_CSMS (A05.FR.09)."""
    office = Office()
    async with office.server:
        tried = 0
        for number in (0, 1, 2, 3):
            await office.enter(number)
            await office.enter(number)
            for lower in range(number):
                assert await office.refused(lower) == LOWER
                tried += 1
        # Without a profile, as on this computer, there is no proof at all.
        assert await office.refused(None) == LOWER
        assert tried == 6
        assert office.server.security_events == {SecurityEventKind.LOWER_PROFILE: 7}


async def test_each_station_has_its_own_floor() -> None:
    office = Office()
    async with office.server:
        await office.enter(3)
        headers = {"authorization": basic("CP002", KEY)["Authorization"]}
        answer = await office.gates[1].admit(
            asking("CP002", headers=headers, peer=PLAIN)
        )
        assert not isinstance(answer, HttpAnswer)


async def test_only_who_has_proved_itself_learns_of_it() -> None:
    office = Office()
    async with office.server:
        await office.enter(2)
        wrong = {"authorization": basic("CP001", "no")["Authorization"]}
        answer = await office.gates[1].admit(asking(headers=wrong, peer=PLAIN))
        assert isinstance(answer, HttpAnswer)
        assert answer.status == 401


async def test_a_station_that_does_not_get_as_far_keeps_its_floor() -> None:
    """It goes back to the profile that has worked (A05.FR.08)."""
    office = Office()
    async with office.server:
        await office.enter(1)
        await office.ask(2)  # its WebSocket never opens
        answer = await office.ask(2, versions=["2.1"])
        assert not isinstance(answer, HttpAnswer)
        end = open_door(answer)
        with pytest.raises(TransportClosed):
            await end.recv()
        await office.enter(1)


@pytest.mark.parametrize("before", [0, 1])
async def test_a_station_that_goes_up_while_another_comes_with_less(
    before: int,
) -> None:
    """Both were let in; the WebSocket of the lower one opens later."""
    office = Office()
    async with office.server:
        await office.enter(before)
        lower, higher = await office.ask(1), await office.ask(3)
        assert not isinstance(lower, HttpAnswer)
        assert not isinstance(higher, HttpAnswer)
        station = open_door(higher)
        await spin(8)
        intruder = open_door(lower)
        with pytest.raises(TransportClosed) as closed:
            await intruder.recv()
        assert (closed.value.code, closed.value.reason) == (1008, LOWER)
        assert office.server.connections["CP001"].profile == 3
        assert office.server.security_events == {SecurityEventKind.LOWER_PROFILE: 1}
        station.abort()
        await spin(3)


async def test_who_may_go_back_may_still_when_its_web_socket_opens() -> None:
    office = Office(may_downgrade=always(True))
    async with office.server:
        await office.enter(3)
        await office.enter(2, versions=["2.0.1"])


# --- Going back from 3 to 2 -----------------------------------------------------------


async def test_going_back_takes_consent_and_2x() -> None:
    asked: list[str] = []

    async def consents(identity: str) -> bool:
        asked.append(identity)
        await asyncio.sleep(0)
        return True

    office = Office(may_downgrade=consents)
    async with office.server:
        await office.enter(3)
        assert await office.enter(2) == "ocpp2.0.1"
        assert asked == ["CP001"]
        assert await office.refused(2, versions=["1.6"]) == LOWER
        assert asked == ["CP001"]
        assert await office.refused(1) == LOWER
        # The floor stays where it is: consent is asked for each time.
        assert await office.enter(2) == "ocpp2.0.1"
        assert asked == ["CP001"] * 2
        assert await office.enter(3) == "ocpp1.6"


def always(answer: object) -> Callable[[str], Any]:
    return lambda _identity: answer


async def test_consent_that_is_refused() -> None:
    office = Office(may_downgrade=always(False))
    async with office.server:
        await office.enter(3)
        assert await office.refused(2) == LOWER


async def test_consent_that_is_none(caplog: pytest.LogCaptureFixture) -> None:
    office = Office(may_downgrade=always("yes"))
    async with office.server:
        await office.enter(3)
        answer = await office.ask(2)
        assert isinstance(answer, HttpAnswer)
        assert answer.status == 500
    assert "may_downgrade returned a str, not True or False" in caplog.text


# --- The store ------------------------------------------------------------------------


class Store(MemoryFloors):
    """A store that can fail, or hang."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: dict[str, Exception | asyncio.Event] = {}
        self.calls: list[str] = []

    async def get(self, identity: str) -> int | None:
        await self._do("get")
        return await super().get(identity)

    async def set(self, identity: str, profile: int) -> None:
        await self._do(f"set {profile}")
        await super().set(identity, profile)

    async def _do(self, call: str) -> None:
        self.calls.append(call)
        fault = self.faults.get(call.partition(" ")[0])
        if isinstance(fault, Exception):
            raise fault
        if fault is not None:
            await fault.wait()


FAULTS = pytest.mark.parametrize(
    "fault", [OSError("db"), asyncio.Event()], ids=["down", "slow"]
)


async def test_a_store_outlives_the_server() -> None:
    store = Store()
    for _ in range(2):
        office = Office(store)
        async with office.server:
            await office.enter(2)
            assert await office.refused(1) == LOWER
            # Whoever runs the server may put it down, as for another charger there.
            await store.set("CP001", 1)
            await office.enter(1)
            await office.enter(2)
    assert await store.get("CP001") == 2


async def test_what_is_noted_already_is_not_noted_again() -> None:
    store = Store()
    office = Office(store)
    async with office.server:
        for _ in range(3):
            await office.enter(2)
    assert store.calls == ["get", "get", "set 2", "get", "get", "get", "get"]


@FAULTS
async def test_a_store_that_cannot_be_read(
    fault: Any, caplog: pytest.LogCaptureFixture
) -> None:
    store = Store()
    store.faults["get"] = fault
    office = Office(store)
    async with office.server:
        answer = await office.ask(2)
        assert isinstance(answer, HttpAnswer)
        assert answer.status == (500 if isinstance(fault, OSError) else 503)
    assert ("OSError: db" in caplog.text) == isinstance(fault, OSError)


@FAULTS
async def test_a_store_that_cannot_be_written(
    fault: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody is connected by a profile that is not noted; the station comes again."""
    store = Store()
    store.faults["set"] = fault
    office = Office(store)
    async with office.server:
        answer = await office.ask(2)
        assert not isinstance(answer, HttpAnswer)
        end = open_door(answer)
        with pytest.raises(TransportClosed) as closed:
            await end.recv()
        assert closed.value.code == 1013
        assert not office.server.connections
        store.faults.clear()
        await office.enter(2)
    assert ("OSError: db" in caplog.text) == isinstance(fault, OSError)


# --- Over each place ------------------------------------------------------------------


@over_places()
async def test_a_station_goes_up_and_not_down(place: Place, pems: Pems) -> None:
    """TC_A_19_CSMS, with a store that two servers share."""
    floors = MemoryFloors()
    rules = ServerSettings(floors=floors)
    tls = pems.server_tls()
    first, second = (
        Profile1(verify=verify),
        Profile2(verify=verify, tls=place.tls(tls)),
    )
    headers = basic("CP001", KEY)
    for profile, context_, let_in in (
        (first, None, True),
        (second, tls, True),
        (first, None, False),
        (second, tls, True),
    ):
        async with place.open(profile, context_, rules=rules) as office:
            trusting = None if context_ is None else pems.client_tls()
            if let_in:
                transport, _ = await office.dial(headers=headers, tls=trusting)
                await office.server.connections.wait_for("CP001", 5)
                transport.abort()
            else:
                with pytest.raises(HandshakeFailed, match="HTTP 403"):
                    await office.dial(headers=headers, tls=trusting)
                assert [each.reason for each in office.refusals] == [LOWER]
    assert await floors.get("CP001") == 2
