"""What every charger does first: it boots, and then it sends heartbeats."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import asynccontextmanager
from itertools import cycle, product
from typing import Any, Final

import pytest

import ocpp_messages
from ocpp_messages import v1x, v16, v201
from ocpp_rpc import (
    BackOff,
    Connection,
    ErrorCode,
    Heartbeats,
    OcppError,
    Router,
    Settings,
    Station,
    StationConnection,
    boot,
    connect,
    serve,
)
from ocpp_rpc.connection.event_loop import release
from ocpp_rpc.security import StationBootGuard
from ocpp_rpc.station import BootWaits, Outbox, forward
from ocpp_rpc.testing import VirtualClock, pair, raw_peer
from ocpp_rpc.transports.libraries import LIBRARIES
from tests.confidential import PASSWORD
from tests.security.boot.boots import boot as boot_of
from tests.security.boot.boots import heartbeat, message, trigger
from tests.station.transactions import event
from tests.support.network import STEADY, Network, settled
from tests.support.served import HOST, MOMENT, url_of

EVERY = ["1.5", "1.6", "2.0", "2.0.1", "2.1"]
WAITING = ["Pending", "Rejected"]
LACKING = {("1.5", "Pending")}
"""What a version does not have."""
STEADILY = BootWaits(random_range=0)


class Office(Network):
    """A back office that answers boots as it is told, and notes what comes when.

    An answer is a status, with an interval or not, an error, or a function of the
    connection that is called in place of an answer. The last answer is for all further
    boots.
    """

    def __init__(self, version: str, *answers: Any) -> None:
        super().__init__()
        self.version = version
        self.answers = [*answers]
        self.came: list[tuple[float, str]] = []
        self.beating: Callable[[Connection], object] | None = None
        package = vars(ocpp_messages.load(version))
        self._package = package
        self.handler = routes = Router()
        routes.add(package["BootNotificationRequest"], self._boot)
        routes.add(package["HeartbeatRequest"], self._beat)
        routes.add(package["DataTransferRequest"], self._transfer)

    def _note(self, name: str) -> None:
        self.came.append((self.clock.time(), name))

    async def _boot(self, _: Any, connection: Connection) -> Any:
        self._note("boot")
        answer: Any = self.answers[0]
        if len(self.answers) > 1:
            del self.answers[0]
        if isinstance(answer, OcppError):
            raise answer
        if callable(answer):
            answer(connection)
            if not connection.closed:
                await asyncio.Event().wait()
            answer = "Accepted"  # which nobody hears
        status, interval = (answer, 60) if isinstance(answer, str) else answer
        name = "heartbeat_interval" if self.version == "1.5" else "interval"
        return self._package["BootNotificationResponse"](
            current_time=MOMENT, status=status, **{name: interval}
        )

    def _beat(self, _: Any, connection: Connection) -> Any:
        self._note("beat")
        if self.beating is not None:
            self.beating(connection)
        return self._package["HeartbeatResponse"](current_time=MOMENT)

    def _transfer(self, _: Any) -> Any:
        self._note("transfer")
        return self._package["DataTransferResponse"](status="Accepted")


@asynccontextmanager
async def booting(
    office: Office, request: Any = None, *, handler: Any = None, **options: Any
) -> AsyncGenerator[Station]:
    """A station that boots on each of its connections."""
    options = {"waits": STEADILY, "clock": office.clock, **options}
    request = request or boot_of(office.version)
    source = connect(
        options.pop("url", "ws://a/ocpp"),
        "CP001",
        versions=options.pop("versions", [office.version]),
        transport=office,
        settings=office.settings,
        back_off=STEADY,
        handler=handler,
    )
    async with Station(
        source, on_connection=lambda connection: boot(connection, request, **options)
    ) as station:
        await settled()
        yield station


def request_for(connection: Connection) -> Any:
    return boot_of(connection.version)


@pytest.mark.parametrize("version", EVERY)
async def test_a_boot_that_is_accepted_and_heartbeats(version: str) -> None:
    office = Office(version, ("Accepted", 100))
    async with booting(office):
        await office.pass_time(350)
    assert office.came == [(0, "boot"), (100, "beat"), (200, "beat"), (300, "beat")]


@pytest.mark.parametrize("version", EVERY)
async def test_boots_until_one_is_accepted(version: str) -> None:
    office = Office(version, ("Rejected", 30), ("Rejected", 40), ("Accepted", 1000))
    async with booting(office) as station:
        call = asyncio.create_task(
            station.call(message(version, "DataTransferRequest", vendor_id="x"))
        )
        await office.pass_time(69)
        assert office.came == [(0, "boot"), (30, "boot")]
        assert not call.done()  # nothing else is said meanwhile
        await office.pass_time(1)
        assert call.done()
    assert office.came[2:] == [(70, "boot"), (70, "transfer")]


@pytest.mark.parametrize("version", [each for each in EVERY if each != "1.5"])
async def test_a_boot_that_is_pending(version: str) -> None:
    office = Office(version, ("Pending", 30), ("Accepted", 1000))
    async with booting(office):
        await office.pass_time(29)
        assert office.came == [(0, "boot")]
        await office.pass_time(1)
    assert office.came == [(0, "boot"), (30, "boot")]


async def test_calls_that_waited_come_after_the_boot() -> None:
    office = Office("1.6", "Accepted")
    office.plan += [None]
    async with booting(office) as station:
        call = asyncio.create_task(station.call(v16.DataTransferRequest(vendor_id="x")))
        await office.pass_time(10)
        await call
    assert office.came == [(10, "boot"), (10, "transfer")]


@pytest.mark.parametrize("version", ["1.5", "1.6"])
async def test_a_request_of_a_family(version: str) -> None:
    office = Office(version, ("Rejected", 30), ("Accepted", 100))
    request = v1x.BootNotificationRequest(
        charge_point_vendor="Acme", charge_point_model="X1"
    )
    async with booting(office, request):
        await office.pass_time(130)
    assert office.came == [(0, "boot"), (30, "boot"), (130, "beat")]


async def test_a_request_that_is_made_for_each_boot() -> None:
    office = Office("2.0.1", ("Pending", 30), ("Accepted", 1000))
    asked: list[str] = []

    def request(connection: Connection) -> Any:
        asked.append(connection.version)
        return boot_of(connection.version)

    async with booting(office, request):
        await office.pass_time(100)
    assert asked == ["2.0.1", "2.0.1"]


async def test_a_station_that_reconnects_does_not_boot() -> None:
    office = Office("1.6", ("Accepted", 100))
    async with booting(office):
        await office.pass_time(150)
        office.lose()
        await office.pass_time(100)
    assert office.came == [(0, "boot"), (100, "beat"), (200, "beat")]


async def test_a_heartbeat_that_was_due_meanwhile() -> None:
    office = Office("1.6", ("Accepted", 100))
    async with booting(office):
        await office.pass_time(95)
        office.lose()
        office.plan += [None]
        await office.pass_time(100)
    assert office.came == [(0, "boot"), (125, "beat")]


@pytest.mark.parametrize(
    ("version", "status"),
    [each for each in product(EVERY, WAITING) if each not in LACKING],
)
async def test_a_reconnection_does_not_cut_the_wait_short(
    version: str, status: str
) -> None:
    office = Office(version, (status, 300), ("Accepted", 1000))
    async with booting(office):
        await office.pass_time(100)
        office.lose()
        await office.pass_time(199)
        assert office.came == [(0, "boot")]
        await office.pass_time(1)
    assert office.came == [(0, "boot"), (300, "boot")]


async def test_a_station_boots_again_when_it_is_restarted() -> None:
    office, guard = Office("1.6", ("Accepted", 100)), StationBootGuard()
    async with booting(office, handler=guard.around(Router())) as station:
        await office.pass_time(50)
        guard.restart()
        await office.pass_time(0)
        assert office.came == [(0, "boot"), (50, "boot")]
        assert station.connection is not None
        guard.restart()
        await station.connection.close()
        await office.pass_time(10)
        assert office.came[2:] == [(50, "boot"), (60, "boot")]


async def test_a_station_boots_again_with_another_version() -> None:
    office = Office("1.6", ("Accepted", 100))
    newer = Office("2.0.1", ("Accepted", 100))
    office.plan += ["1.6", "2.0.1"]
    async with booting(office, request_for, versions=["2.0.1", "1.6"]):
        await office.pass_time(10)
        office.handler = newer.handler
        office.lose()
        await office.pass_time(10)
    assert len(office.came) == len(newer.came) == 1


@pytest.mark.parametrize(("version", "boots"), [("2.0.1", 2), ("1.6", 1)])
async def test_another_security_profile(version: str, boots: int) -> None:
    """B10.FR.10, which 1.6 does not have."""
    office = Office(version, ("Accepted", 1000))
    async with booting(office) as station:
        await office.pass_time(10)
        await office.clock.until(station.reconfigure(password=PASSWORD))
        await office.pass_time(0)
    assert len(office.came) == boots


async def test_a_station_that_was_accepted_before() -> None:
    office, guard = Office("1.6", "Accepted"), StationBootGuard(accepted=True)
    heartbeats = Heartbeats(default=50, random_range=0)
    async with booting(office, handler=guard.around(Router()), heartbeats=heartbeats):
        await office.pass_time(100)
    assert office.came == [(50, "beat"), (100, "beat")]


# --- What goes wrong ------------------------------------------------------------------


def never(_: Connection) -> None:
    """Give no answer."""


def die(connection: Connection) -> None:
    connection.abort()


INTERNAL = OcppError(ErrorCode.INTERNAL_ERROR, "no")


@pytest.mark.parametrize(
    ("answers", "times"),
    [
        pytest.param([INTERNAL, "Accepted"], [0, 60], id="an error"),
        pytest.param(
            [("Pending", 20), INTERNAL, "Accepted"], [0, 20, 40], id="told before"
        ),
        pytest.param([never, "Accepted"], [0, 30 + 60], id="no answer"),
        pytest.param([("Pending", 0), "Accepted"], [0, 60], id="an interval of 0"),
        pytest.param([("Pending", -5), "Accepted"], [0, 60], id="a negative one"),
        pytest.param([die, "Accepted"], [0, 10], id="lost"),
    ],
)
async def test_a_boot_that_fails(answers: list[Any], times: list[float]) -> None:
    office = Office("1.6", *answers)
    async with booting(office):
        await office.pass_time(100)
    assert [when for when, name in office.came if name == "boot"] == times


async def test_an_answer_that_cannot_be_read() -> None:
    ids: list[str] = []
    clock, request = VirtualClock(), boot_of("1.6")
    async with raw_peer(None, version="1.6", role=v16.STATION) as peer:
        task = asyncio.create_task(
            boot(peer.connection, request, waits=STEADILY, clock=clock)
        )
        for answer in ('{"status":"Sure"}', "7"):
            ids.append(json.loads(await peer.recv())[1])
            await peer.send(f'[3,"{ids[-1]}",{answer}]')
            await clock.pass_time(59)
            await clock.pass_time(1)
        ids.append(json.loads(await peer.recv())[1])
        task.cancel()
        await asyncio.wait([task])
    assert len({*ids}) == 3


async def test_the_shortest_wait() -> None:
    office = Office("1.6", ("Pending", 1), ("Pending", 1), "Accepted")
    waits = BootWaits(minimum=25)
    async with booting(office, waits=waits):
        await office.pass_time(60)
    assert office.came == [(0, "boot"), (25, "boot"), (50, "boot")]


def test_waits_of_ones_own_choice_are_spread() -> None:
    waits = {BootWaits().wait(0) for _ in range(100)}
    assert len(waits) > 90
    assert 60 <= min(waits) <= max(waits) <= 90
    assert BootWaits().wait(7) == 7
    for wrong in ({"default": 0}, {"minimum": 0}, {"random_range": -1}):
        with pytest.raises(ValueError, match="above 0"):
            BootWaits(**wrong)


async def test_a_request_of_another_version_is_a_fault_of_the_program(
    caplog: pytest.LogCaptureFixture,
) -> None:
    office = Office("1.6", "Accepted")
    async with booting(office, boot_of("2.0.1")):
        await office.pass_time(1000)
    assert office.came == []
    assert "on_connection failed" in caplog.text


async def test_a_back_office_does_not_boot() -> None:
    async with pair(None, None, version="1.6") as (_, end):
        office: Any = end
        with pytest.raises(ValueError, match="boot needs a station's connection"):
            await boot(office, boot_of("1.6"))


# --- Kills ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "at"),
    [
        (version, at)
        for version in EVERY
        for at in ("boot", *WAITING, "Accepted", "beat", "between beats")
        if (version, at) not in LACKING
    ],
)
async def test_a_back_office_that_dies(version: str, at: str) -> None:
    """In each state; the station connects again, and goes on where it was."""
    waiting = at if at in WAITING else "Rejected"
    answers: list[Any] = [(waiting, 50), ("Accepted", 100)]
    office = Office(version, *answers)

    def die(connection: Connection) -> None:
        office.beating = None
        connection.abort()

    if at == "boot":
        office.answers.insert(0, die)
    elif at == "beat":
        office.beating = die
    async with booting(office) as station:
        await office.pass_time(
            {waiting: 20, "Accepted": 70, "between beats": 170}.get(at, 0)
        )
        if at not in {"boot", "beat"}:
            office.lose()
        await office.pass_time(500)
        names = [name for _, name in office.came]
        assert names[: names.index("beat")].count("boot") == (3 if at == "boot" else 2)
        assert "boot" not in names[names.index("beat") :]
        assert names.count("beat") >= 3
        assert station.connection is not None


@pytest.mark.parametrize("at", [0, 10, 60, 75, 160])
@pytest.mark.parametrize("version", EVERY)
async def test_a_station_that_is_stopped(version: str, at: float) -> None:
    """In each state; no task and no timer is left, which a fixture checks."""
    office = Office(version, ("Rejected", 50), ("Accepted", 100))
    async with booting(office):
        await office.pass_time(at)
    assert office.came[0] == (0, "boot")
    came = len(office.came)
    await office.pass_time(1000)
    assert len(office.came) == came


async def test_one_that_is_cancelled_leaves_nothing_behind() -> None:
    office, guard = Office("1.6", ("Pending", 50)), StationBootGuard()
    async with connect(
        "ws://a",
        "CP001",
        versions=["1.6"],
        transport=office,
        settings=office.settings,
        handler=guard.around(Router()),
    ) as connection:
        task = asyncio.create_task(boot(connection, boot_of("1.6"), clock=office.clock))
        await settled()
        timers = office.clock.timers
        task.cancel()
        await asyncio.wait([task])
        assert office.clock.timers == timers - 1
        guard.restart()
        await office.pass_time(100)
    assert len(office.came) == 1


STATES: Final = {
    "before the boot": ["boot", "beat"],
    "no answer yet": ["boot", "boot", "beat"],
    "Pending": ["boot", "boot", "beat"],
    "Rejected": ["boot", "boot", "beat"],
    "Accepted": ["boot", "beat"],
    "beat": ["boot", "beat", "beat"],
}
"""When the connection is lost, and what the back office gets all in all."""


def kills() -> Iterator[tuple[str, str, str]]:
    """Return each state of each version, with one library after the other."""
    libraries = cycle(LIBRARIES)
    for version in EVERY:
        for state in STATES:
            if (version, state) not in LACKING:
                yield version, next(libraries), state


@pytest.mark.parametrize(("version", "transport", "state"), [*kills()])
async def test_a_kill_over_sockets(version: str, transport: str, state: str) -> None:
    """The station connects again, and goes on where it was."""
    package = vars(ocpp_messages.load(version))
    interval = "heartbeat_interval" if version == "1.5" else "interval"
    clock, routes = VirtualClock(), Router()
    came: list[str] = []
    opened: list[Connection] = []
    done = asyncio.get_running_loop().create_future()

    def kill(_: object = None) -> None:
        if len(opened) == 1:
            server.connections["CP001"].abort()

    def answer(_: Any) -> Any:
        came.append("boot")
        if state == "no answer yet":
            kill()
        told = state if state in {"Pending", "Rejected"} else "Accepted"
        return package["BootNotificationResponse"](
            current_time=MOMENT,
            status=told if came == ["boot"] else "Accepted",
            **{interval: 1},
        )

    def beat(_: Any) -> Any:
        came.append("beat")
        if state == "beat":
            kill()
        if came == STATES[state]:
            release(done)
        return package["HeartbeatResponse"](current_time=MOMENT)

    async def begin(connection: StationConnection) -> None:
        opened.append(connection)
        if state == "before the boot" and len(opened) == 1:
            connection.abort()
        # Once the station has an answer; what the back office tells may get lost.
        told = kill if state in {"Pending", "Rejected", "Accepted"} else None
        request = boot_of(version)
        await boot(connection, request, waits=STEADILY, on_response=told, clock=clock)

    routes.add(package["BootNotificationRequest"], answer)
    routes.add(package["HeartbeatRequest"], beat)
    quick = BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)
    async with serve(
        routes, HOST, 0, versions=[version], transport=transport
    ) as server:
        source = connect(
            url_of(server),
            "CP001",
            versions=[version],
            back_off=quick,
            transport=transport,
        )
        async with Station(source, on_connection=begin):
            await clock.until(done)
    assert came == STATES[state]
    assert len(opened) == 2


# --- While it is not accepted ---------------------------------------------------------


async def test_the_back_office_may_call_while_the_boot_is_pending() -> None:
    office = Office("2.0.1", ("Pending", 50), ("Accepted", 100))
    routes, sent = Router(), list[str]()

    @routes.on(v201.TriggerMessageRequest)
    def accept(_: v201.TriggerMessageRequest) -> v201.TriggerMessageResponse:
        sent.append("trigger")
        return v201.TriggerMessageResponse(
            status=v201.TriggerMessageStatusEnumType.ACCEPTED
        )

    async with booting(office, handler=routes) as station:
        await office.pass_time(10)
        asking = trigger("2.0.1", "Heartbeat")
        await office.clock.until(office.back_office.call(asking))
        connection = station.connection
        assert connection is not None
        await office.clock.until(connection.call(heartbeat("2.0.1")))
    assert office.came == [(0, "boot"), (10, "beat")]


async def test_a_boot_that_the_back_office_triggers() -> None:
    """The program sends it; its answer counts as any other one does."""
    office = Office("1.6", ("Pending", 500), ("Accepted", 100))
    async with booting(office) as station:
        await office.pass_time(10)
        connection = station.connection
        assert connection is not None
        await office.clock.until(connection.call(boot_of("1.6")))
        await office.pass_time(110)
    assert office.came == [(0, "boot"), (10, "boot"), (110, "beat")]


async def test_forwarding_waits_until_the_boot_is_accepted() -> None:
    office = Office("2.0.1", ("Pending", 50), ("Accepted", 1000))
    assert isinstance(office.handler, Router)

    @office.handler.on(v201.TransactionEventRequest)
    def told(_: v201.TransactionEventRequest) -> v201.TransactionEventResponse:
        office.came.append((office.clock.time(), "event"))
        return v201.TransactionEventResponse()

    with Outbox(":memory:") as outbox:
        outbox.put(event())

        async def begin(connection: Connection) -> None:
            request = boot_of("2.0.1")
            await asyncio.gather(
                boot(connection, request, clock=office.clock),
                forward(outbox, connection, clock=office.clock),
            )

        source = connect(
            "ws://a",
            "CP001",
            versions=["2.0.1"],
            transport=office,
            settings=office.settings,
            back_off=STEADY,
        )
        async with Station(source, on_connection=begin):
            await office.pass_time(20)
            office.lose()
            await office.pass_time(80)
        assert len(outbox) == 0
    assert office.came == [(0, "boot"), (50, "boot"), (50, "event")]


# --- Heartbeats -----------------------------------------------------------------------


async def test_another_interval() -> None:
    office, heartbeats = Office("1.6", ("Accepted", 100)), Heartbeats()
    assert heartbeats.interval is None
    async with booting(office, heartbeats=heartbeats):
        assert heartbeats.interval == 100
        await office.pass_time(10)
        heartbeats.interval = 20
        await office.pass_time(45)
        heartbeats.interval = 0
        await office.pass_time(1000)
        heartbeats.interval = 0.1
        assert heartbeats.interval == 1
        await office.pass_time(1)
        with pytest.raises(ValueError, match="negative"):
            heartbeats.interval = -1
        office.lose()
        heartbeats.interval = 5
        await office.pass_time(10)
    assert office.came[1:4] == [(30, "beat"), (50, "beat"), (1056, "beat")]
    assert office.came[4] == (1066, "beat")


async def test_an_interval_of_the_stations_own_choice() -> None:
    office = Office("1.6", ("Accepted", 0))
    heartbeats = Heartbeats(default=100, random_range=10)
    async with booting(office, heartbeats=heartbeats):
        assert heartbeats.interval is not None
        assert 100 < heartbeats.interval < 110
        await office.pass_time(110)
    assert len(office.came) == 2
    wrongs: list[dict[str, Any]] = [{"default": 0}, {"random_range": -1}]
    for wrong in wrongs:
        with pytest.raises(ValueError, match="above 0"):
            Heartbeats(**wrong)


async def test_heartbeats_that_fail() -> None:
    office = Office("1.6", ("Accepted", 100))

    def fail(_: Connection) -> None:
        raise INTERNAL

    office.beating = fail
    async with booting(office):
        await office.pass_time(350)
    assert [when for when, _ in office.came] == [0, 100, 200, 300]


async def test_heartbeats_are_put_off_by_other_calls() -> None:
    office, heartbeats = Office("1.6", ("Accepted", 100)), Heartbeats(when_idle=True)
    async with booting(office, heartbeats=heartbeats) as station:
        await office.pass_time(90)
        await office.clock.until(station.call(v16.DataTransferRequest(vendor_id="x")))
        await office.pass_time(105)
        assert office.came[2:] == [(190, "beat")]
        for _ in range(1000):  # a day, and more
            await office.pass_time(90)
            await office.clock.until(
                station.call(v16.DataTransferRequest(vendor_id="x"))
            )
        beats = [when for when, name in office.came if name == "beat"]
    assert beats == [190, 190 + 86_400]


async def test_what_the_program_is_told(caplog: pytest.LogCaptureFixture) -> None:
    office, told = Office("1.6", ("Accepted", 100)), list[str]()

    def tell(response: Any) -> None:
        told.append(type(response).__name__)
        assert response.current_time == MOMENT
        raise KeyError("x")

    with caplog.at_level(logging.ERROR):
        async with booting(office, on_response=tell):
            await office.pass_time(100)
    assert told == ["BootNotificationResponse", "HeartbeatResponse"]
    assert caplog.text.count("on_response failed") == 2


async def test_two_ends_without_a_network() -> None:
    settings = Settings()
    office = Office("1.6", ("Accepted", 100))
    async with pair(None, office.handler, version="1.6", settings=settings) as (end, _):
        task = asyncio.create_task(boot(end, boot_of("1.6")))
        await settled()
        await end.call(v16.DataTransferRequest(vendor_id="x"))
        assert [name for _, name in office.came] == ["boot", "transfer"]
        await end.close()
        await task
