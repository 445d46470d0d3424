"""A station that is to connect with something else while it runs."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import aclosing
from typing import Any

import pytest

from ocpp_messages import v16
from ocpp_rpc import (
    Accept,
    BackOff,
    Connection,
    ConnectionClosed,
    Handshake,
    HandshakeFailed,
    HandshakeRefused,
    NetworkProfile,
    Reconfiguration,
    ReconfigurationReplaced,
    Router,
    Station,
    WebSocketSettings,
    connect,
    serve,
)
from ocpp_rpc.security import client
from ocpp_rpc.station.connecting import Connecting
from ocpp_rpc.transports.libraries import LIBRARIES
from tests.confidential import KEY, PASSWORD
from tests.support.network import STEADY, Network, settled
from tests.support.records import whose
from tests.support.served import HOST, MOMENT, heartbeats, url_of

BEAT = v16.HeartbeatRequest()
BEATEN = v16.HeartbeatResponse(current_time=MOMENT)
AT_ONCE = BackOff(retry_back_off_wait_minimum=0, retry_back_off_random_range=0)
QUICK = BackOff(retry_back_off_wait_minimum=1, retry_back_off_random_range=0)


class Office(Network):
    """A network with a back office that lets in whoever has one of its passwords."""

    def __init__(self, *passwords: str | bytes) -> None:
        super().__init__()
        self.accept(*passwords)
        self.shown: list[bytes | None] = []
        self.handler = heartbeats()

    def accept(self, *passwords: str | bytes) -> None:
        """Accept these passwords from now on, and no others; none: anybody."""
        self.passwords = {
            each if isinstance(each, bytes) else each.encode() for each in passwords
        }

    def _meet(self, _: Handshake) -> Accept | None:
        credentials = _.credentials
        password = None if credentials is None else credentials.password
        self.shown.append(password)
        if self.passwords and password not in self.passwords:
            raise HandshakeRefused(401)
        return super()._meet(_)

    @property
    def hosts(self) -> str:
        return "".join(url.removeprefix("ws://")[0] for _, url in self.attempts)


def connecting(network: Network, **options: Any) -> Connecting:
    options = {
        "versions": ["1.6"],
        "transport": network,
        "settings": network.settings,
        "back_off": STEADY,
        "attempts": 2,
        **options,
    }
    return connect(options.pop("url", "ws://a/ocpp"), "CP001", **options)


async def begun(call: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
    task = asyncio.create_task(call)
    await settled()
    return task


async def test_another_password_is_used_at_once() -> None:
    network = Office(KEY, PASSWORD)
    async with Station(connecting(network, password=KEY)) as cp:
        first = await cp.wait_connected()
        connection = await network.clock.until(cp.reconfigure(password=PASSWORD))
        assert network.clock.time() == 0
        assert connection is cp.connection is not first
        assert first.end is not None
        assert (first.end.code, first.end.reason) == (1000, "other settings")
        assert await cp.call(BEAT) == BEATEN
        network.accept(PASSWORD)
        network.lose()
        await network.pass_time(10)
        assert cp.connection is not None
    assert network.shown == [KEY, PASSWORD.encode(), PASSWORD.encode()]


async def test_another_password_for_the_next_connection() -> None:
    network = Office(KEY, PASSWORD)
    async with Station(connecting(network, password=KEY)) as cp:
        first = await cp.wait_connected()
        changing = await begun(cp.reconfigure(password=PASSWORD, when="next"))
        assert cp.connection is first
        assert not changing.done()
        network.lose()
        await network.pass_time(9)
        assert not changing.done()
        await network.pass_time(1)
        assert await changing is cp.connection is not first
    assert network.shown == [KEY, PASSWORD.encode()]


async def test_a_password_that_does_not_work() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        with pytest.raises(HandshakeFailed) as caught:
            await network.clock.until(cp.reconfigure(password=PASSWORD))
        assert caught.value.status == 401
        assert cp.connection is not None  # it has gone back
        assert network.times == [0, 0, 10, 30]
        network.lose()
        await network.pass_time(10)
        assert await cp.call(BEAT) == BEATEN
    new = PASSWORD.encode()
    assert network.shown == [KEY, new, new, KEY, KEY]


async def test_the_failure_of_a_password_may_be_final() -> None:
    network = Office(KEY)

    def retry(failure: HandshakeFailed) -> bool:
        return failure.status != 401

    source = connecting(network, password=KEY, retry=retry)
    async with Station(source) as cp:
        await cp.wait_connected()
        with pytest.raises(HandshakeFailed):
            await network.clock.until(cp.reconfigure(password=PASSWORD))
        assert network.times == [0, 0, 10]
        changing = await begun(cp.reconfigure(password=PASSWORD))
        network.accept("another one")
        await network.pass_time(1000)
        with pytest.raises(HandshakeFailed):  # of the former one, too
            await changing
        with pytest.raises(HandshakeFailed):
            await cp.wait_connected()
        with pytest.raises(HandshakeFailed):
            await cp.reconfigure(password=PASSWORD)


async def test_an_outage_strands_nobody_with_the_former_password() -> None:
    network = Office(PASSWORD)
    network.accept(KEY, PASSWORD)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        network.accept(PASSWORD)  # A01.FR.03
        network.plan += [None, None, None]
        changing = await begun(cp.reconfigure(password=PASSWORD))
        await network.pass_time(1000)
        assert await changing is cp.connection
    # Of five attempts, three met no network; the fourth was with the former one.
    assert network.shown == [KEY, KEY, PASSWORD.encode()]


async def test_the_new_and_the_former_password_take_turns() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        network.accept("another one")
        changing = await begun(cp.reconfigure(password=PASSWORD))
        await network.pass_time(450)
        assert not changing.done()
    with pytest.raises(ConnectionClosed):
        await changing
    new = PASSWORD.encode()
    assert network.shown[1:11] == [new, new, KEY, KEY] * 2 + [new, new]


async def test_changes_take_the_place_of_changes() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        first = await begun(cp.reconfigure(password="no such password"))
        assert network.times == [0, 0]
        network.accept(PASSWORD)
        second = await begun(cp.reconfigure(password=PASSWORD))
        with pytest.raises(ReconfigurationReplaced, match="a newer reconfiguration"):
            await first
        assert await second is cp.connection
        assert network.times == [0, 0, 0]


async def test_further_changes_go_back_to_what_was_good() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        first = await begun(cp.reconfigure(password="no such password"))
        second = await begun(cp.reconfigure(websocket=WebSocketSettings()))
        await network.pass_time(100)
        for changing in (first, second):
            with pytest.raises((ReconfigurationReplaced, HandshakeFailed)):
                await changing
        assert cp.connection is not None
    assert network.shown[-1] == KEY


async def test_other_profiles_and_the_way_back() -> None:
    network = Office()
    ways = [NetworkProfile(url="ws://b"), NetworkProfile(url="ws://c")]
    async with Station(connecting(network)) as cp:
        await cp.wait_connected()
        await network.clock.until(cp.reconfigure(profiles=ways))
        assert network.hosts == "ab"
        network.plan += [None] * 4
        with pytest.raises(HandshakeFailed, match="ws://e"):
            await network.clock.until(
                cp.reconfigure(
                    profiles=[
                        NetworkProfile(url="ws://d"),
                        NetworkProfile(url="ws://e"),
                    ]
                )
            )
        assert network.hosts == "ab" + "ddee" + "b"
        await network.clock.until(cp.reconfigure(profiles="ws://f"))
        assert network.hosts[-1] == "f"


async def test_the_profile_that_was_good_is_still_the_first() -> None:
    network = Office()
    network.plan += [None, None]
    ways = [NetworkProfile(url="ws://a"), NetworkProfile(url="ws://b")]
    async with Station(connecting(network, url=ways)) as cp:
        await network.pass_time(100)
        await network.clock.until(cp.reconfigure(password=PASSWORD))
    assert network.hosts == "aab" + "b"


async def test_while_there_is_no_connection() -> None:
    network = Office(PASSWORD)
    async with Station(connecting(network, password=KEY)) as cp:
        await network.pass_time(5)  # in the midst of a wait
        connection = await network.clock.until(cp.reconfigure(password=PASSWORD))
        assert connection is cp.connection
        assert network.times == [0, 5]


async def test_while_an_attempt_is_under_way() -> None:
    network = Office(KEY, PASSWORD)
    going_on = asyncio.Event()
    dial = network.dial

    async def late(*args: Any, **options: Any) -> Any:
        opened = await dial(*args, **options)
        await going_on.wait()
        return opened

    network.dial = late  # type: ignore[method-assign]
    async with Station(connecting(network, password=KEY)) as cp:
        await settled()
        changing = await begun(cp.reconfigure(password=PASSWORD))
        going_on.set()
        await network.pass_time(0)
        assert await changing is cp.connection
    assert network.shown == [KEY, PASSWORD.encode()]


async def test_other_waits_leave_the_connection_open() -> None:
    network = Office()
    async with Station(connecting(network)) as cp:
        first = await cp.wait_connected()
        assert await cp.reconfigure(back_off=QUICK) is first
        network.lose()
        await network.pass_time(1)
        assert network.times == [0, 1]


async def test_other_waits_begin_with_the_next_one() -> None:
    network = Office()
    network.plan += [None, None, None]
    async with Station(connecting(network)) as cp:
        await settled()
        changing = await begun(cp.reconfigure(back_off=QUICK))
        await network.pass_time(100)
        assert network.times == [0, 10, 11, 13]
        assert await changing is cp.connection


async def test_other_waits_say_nothing_of_a_password_that_is_being_tried() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        changing = await begun(cp.reconfigure(password=PASSWORD))
        waits = await begun(cp.reconfigure(back_off=QUICK))
        assert not changing.done()
        await network.pass_time(100)
        with pytest.raises(HandshakeFailed):
            await changing
        assert await waits is cp.connection


async def test_what_waits_and_what_is_under_way_is_not_lost() -> None:
    answers: asyncio.Queue[v16.HeartbeatResponse] = asyncio.Queue()

    async def beat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        return await answers.get()

    network = Office()
    network.handler = routes = Router()
    routes.on(v16.HeartbeatRequest)(beat)
    async with Station(connecting(network)) as cp:
        await cp.wait_connected()
        calls = [await begun(cp.call(BEAT)) for _ in range(2)]
        changing = await begun(cp.reconfigure(profiles="ws://b"))
        calls.append(await begun(cp.call(BEAT)))
        assert network.hosts == "a"
        for _ in calls:
            answers.put_nowait(BEATEN)
        await network.pass_time(0)
        assert await changing is cp.connection
        assert [await call for call in calls] == [BEATEN] * 3
        assert network.hosts == "ab"


async def test_an_answer_that_does_not_come_holds_up_for_so_long() -> None:
    async def beat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        await asyncio.Event().wait()
        return BEATEN

    network = Office()
    network.handler = routes = Router()
    routes.on(v16.HeartbeatRequest)(beat)
    async with Station(connecting(network)) as cp:
        await cp.wait_connected()
        call = await begun(cp.call(BEAT, timeout=1000))
        changing = await begun(cp.reconfigure(profiles="ws://b"))
        await network.pass_time(29)
        assert not changing.done()
        await network.pass_time(12)
        assert await changing is cp.connection
        with pytest.raises(ConnectionClosed):
            await call


async def test_after_the_reply_of_a_handler() -> None:
    """As in A01: the back office sets the password, and the station answers first."""
    network, outcomes = Office(KEY, PASSWORD), list[Connection]()
    routes = Router()
    change = v16.ChangeConfigurationRequest(key="AuthorizationKey", value="00")
    done = v16.ChangeConfigurationResponse(status=v16.ConfigurationStatus.ACCEPTED)

    @routes.on(v16.ChangeConfigurationRequest)
    def accept(_: v16.ChangeConfigurationRequest) -> v16.ChangeConfigurationResponse:
        return done

    @routes.after(v16.ChangeConfigurationRequest)
    async def apply(_: v16.ChangeConfigurationRequest) -> None:
        outcomes.append(await cp.reconfigure(password=PASSWORD))

    source = connecting(network, password=KEY, handler=routes)
    async with Station(source) as cp:
        await cp.wait_connected()
        assert await network.clock.until(network.back_office.call(change)) == done
        await network.pass_time(0)
        assert outcomes == [cp.connection]
    assert network.shown == [KEY, PASSWORD.encode()]


async def test_the_end_of_the_station_ends_the_waiting() -> None:
    network = Office(KEY)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        changing = await begun(cp.reconfigure(password=PASSWORD))
    with pytest.raises(ConnectionClosed):
        await changing
    with pytest.raises(ConnectionClosed):
        await cp.reconfigure(password=PASSWORD)
    with pytest.raises(ConnectionClosed):
        await Station(connecting(network)).reconfigure(password=PASSWORD)


async def test_who_gives_up_waiting_gives_up_no_changes() -> None:
    network = Office(KEY, PASSWORD)
    async with Station(connecting(network, password=KEY)) as cp:
        await cp.wait_connected()
        changing = await begun(cp.reconfigure(password=PASSWORD, when="next"))
        changing.cancel()
        network.lose()
        await network.pass_time(10)
    assert network.shown == [KEY, PASSWORD.encode()]


@pytest.mark.parametrize("when", ["now", "next"])
@pytest.mark.parametrize(
    ("given", "changes", "complaint"),
    [
        ({}, {"profiles": []}, "network profile"),
        ({"headers": {"Authorization": "x"}}, {"password": PASSWORD}, "Authorization"),
        ({"security": client.Profile0()}, {"password": PASSWORD}, "profile 0 has no"),
        (
            {"url": [NetworkProfile(url="ws://a", password=KEY)]},
            {"password": PASSWORD},
            "its own password or security",
        ),
        (
            {},
            {"websocket": WebSocketSettings(local_address="127.0.0.1")},
            "local_address",
        ),
    ],
)
async def test_what_cannot_work_is_refused_and_changes_nothing(
    given: dict[str, Any], changes: dict[str, Any], complaint: str, when: Any
) -> None:
    network = Office()
    async with Station(connecting(network, **given)) as cp:
        first = await cp.wait_connected()
        with pytest.raises(ValueError, match=complaint):
            await cp.reconfigure(**changes, when=when)
        with pytest.raises(ValueError, match="when must be one of"):
            await cp.reconfigure(when="soon")  # type: ignore[arg-type]
        assert cp.connection is first


@pytest.mark.parametrize("kind", [client.Profile1])
async def test_the_password_of_a_security_profile(kind: Any) -> None:
    network = Office(KEY, PASSWORD)
    async with Station(connecting(network, security=kind(password=KEY))) as cp:
        await cp.wait_connected()
        connection = await network.clock.until(cp.reconfigure(password=PASSWORD))
        assert connection.profile == 1
    assert network.shown == [KEY, PASSWORD.encode()]


def test_the_changes_keep_their_secrets() -> None:
    changes = Reconfiguration(
        password=PASSWORD, profiles=f"ws://user:{PASSWORD}@host/ocpp"
    )
    assert PASSWORD not in repr(changes)


@pytest.mark.parametrize("transport", LIBRARIES)
async def test_over_a_network(transport: str) -> None:
    passwords = {KEY}

    def meet(handshake: Handshake) -> None:
        credentials = handshake.credentials
        if credentials is None or credentials.password not in passwords:
            raise HandshakeRefused(401)

    async with serve(
        heartbeats(), HOST, 0, versions=["1.6"], on_connect=meet, transport=transport
    ) as server:
        source = connect(
            url_of(server),
            "CP001",
            versions=["1.6"],
            password=KEY,
            attempts=1,
            back_off=AT_ONCE,
            transport=transport,
        )
        async with Station(source) as cp:
            (await cp.wait_connected()).keep_alive(77)
            with pytest.raises(HandshakeFailed) as caught:
                await cp.reconfigure(password=PASSWORD)
            assert caught.value.status == 401
            assert await cp.call(BEAT) == BEATEN
            passwords.add(PASSWORD.encode())
            connection = await cp.reconfigure(password=PASSWORD)
            assert connection.keepalive.interval == 77
            assert await cp.call(BEAT) == BEATEN


# --- Pings ----------------------------------------------------------------------------


async def test_other_pings_survive_a_reconnection() -> None:
    network = Office()
    async with Station(connecting(network)) as cp:
        first = await cp.wait_connected()
        first.keep_alive(77, 7)
        network.lose()
        await network.pass_time(10)
        second = await cp.wait_connected()
        assert (second.keepalive.interval, second.keepalive.timeout) == (77, 7)
        network.lose()
        await network.pass_time(10)
        third = await cp.wait_connected()
        assert third.keepalive.interval == 77
        pings = WebSocketSettings(ping_interval=5)
        fourth = await network.clock.until(cp.reconfigure(websocket=pings))
        assert fourth.keepalive.interval == 5
        fourth.keep_alive(0)
        fifth = await network.clock.until(cp.reconfigure(profiles="ws://b"))
        assert fifth.keepalive.interval == 0


async def test_what_pings_are_for_survives_a_reconnection() -> None:
    network = Office()
    deaf = WebSocketSettings(ping_policy="none")
    async with Station(connecting(network, websocket=deaf)) as cp:
        first = await cp.wait_connected()
        assert first.keepalive.policy == "none"
        first.keep_alive(77, policy="any")
        network.lose()
        await network.pass_time(10)
        second = await cp.wait_connected()
        assert (second.keepalive.interval, second.keepalive.policy) == (77, "any")


# --- The iterator ---------------------------------------------------------------------


class Asked:
    """What a program says before each attempt."""

    def __init__(self, *answers: Reconfiguration | None) -> None:
        self.answers = [*answers]
        self.count = 0

    def __call__(self) -> Reconfiguration | None:
        self.count += 1
        return self.answers.pop(0) if self.answers else None


async def iterate(source: Connecting, seen: list[Connection]) -> None:
    async with aclosing(aiter(source)) as connections:
        async for connection in connections:
            seen.append(connection)
            await connection.wait_closed()


async def test_what_is_asked_before_each_attempt() -> None:
    network, seen = Office(KEY, PASSWORD), list[Connection]()
    network.plan += [None]
    outcomes: list[object] = []
    new = Reconfiguration(password=PASSWORD, on_outcome=outcomes.append)
    asked = Asked(None, None, new)
    source = connecting(network, password=KEY, before_attempt=asked)
    iterating = await begun(iterate(source, seen))
    await network.pass_time(20)
    assert (asked.count, len(seen), outcomes) == (2, 1, [])
    network.lose()
    await network.pass_time(10)
    assert (asked.count, len(seen), outcomes) == (3, 2, [None])
    assert network.shown == [KEY, PASSWORD.encode()]
    iterating.cancel()
    await asyncio.wait([iterating])


async def test_the_same_answer_again_is_no_change() -> None:
    network, seen = Office(KEY), list[Connection]()
    outcomes: list[object] = []

    async def ask() -> Reconfiguration | None:
        if not seen:
            return None
        return Reconfiguration(password=PASSWORD, on_outcome=outcomes.append)

    source = connecting(network, password=KEY, before_attempt=ask)
    iterating = await begun(iterate(source, seen))
    network.lose()
    await network.pass_time(200)
    network.lose()
    await network.pass_time(10)
    iterating.cancel()
    await asyncio.wait([iterating])
    new = PASSWORD.encode()
    assert network.shown == [KEY, new, new, KEY, KEY]
    (outcome,) = outcomes
    assert isinstance(outcome, HandshakeFailed)
    assert len(seen) == 3


async def test_going_back_is_logged_where_nobody_is_told(
    caplog: pytest.LogCaptureFixture,
) -> None:
    network, seen = Office(KEY), list[Connection]()
    asked = Asked(None, Reconfiguration(password=PASSWORD))
    source = connecting(network, password=KEY, before_attempt=asked)
    iterating = await begun(iterate(source, seen))
    network.lose()
    await network.pass_time(100)
    iterating.cancel()
    await asyncio.wait([iterating])
    assert len(seen) == 2
    text = "'CP001': connected with the former configuration, without the changes"
    assert whose(caplog, text) == {("CP001", "1.6")}


async def test_the_first_answer_is_what_there_is_to_begin_with() -> None:
    network, seen = Office(KEY), list[Connection]()
    new = Reconfiguration(password=PASSWORD)
    source = connecting(network, before_attempt=lambda: new)
    iterating = await begun(iterate(source, seen))
    await network.pass_time(100)
    iterating.cancel()
    await asyncio.wait([iterating])
    assert {*network.shown} == {PASSWORD.encode()}  # never without a password
    assert len(network.shown) > 3


async def test_one_connection_asks_as_well() -> None:
    network = Office(PASSWORD)
    new = Reconfiguration(password=PASSWORD)
    async with connecting(network, password=KEY, before_attempt=lambda: new) as it:
        assert it.version == "1.6"


async def test_an_answer_that_makes_no_sense_ends_the_iterator() -> None:
    network = Office()
    new = Reconfiguration(profiles=[])
    with pytest.raises(ValueError, match="network profile"):
        await iterate(connecting(network, before_attempt=lambda: new), [])


async def test_who_is_told_of_the_outcome_may_fail(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(_: object) -> None:
        raise KeyError("x")

    network, seen = Office(), list[Connection]()
    new = Reconfiguration(password=PASSWORD, on_outcome=fail)
    source = connecting(network, before_attempt=lambda: new)
    iterating = await begun(iterate(source, seen))
    iterating.cancel()
    await asyncio.wait([iterating])
    assert len(seen) == 1
    assert "on_outcome failed" in caplog.text


# --- Back to a network profile of higher priority -------------------------------------

WAYS = [NetworkProfile(url=f"ws://{host}") for host in "abc"]


async def on_the_last(network: Network, cp: Station) -> Connection:
    """Let a station find only its third network profile."""
    network.plan += [None, None]
    await network.pass_time(30)
    return await cp.wait_connected()


def returning(network: Network, **options: Any) -> Station:
    source = connecting(network, url=WAYS, attempts=1)
    return Station(source, return_after=3600, **options)


async def test_back_to_a_higher_priority() -> None:
    network = Office()
    async with returning(network) as cp:
        lower = await on_the_last(network, cp)
        await network.pass_time(3500)
        assert network.hosts == "abc"
        network.plan += [None]
        await network.pass_time(200)
        assert network.hosts == "abc" + "ab"
        assert cp.connection is not None
        assert cp.connection is not lower
        assert lower.closed
        assert await cp.call(BEAT) == BEATEN
        await network.pass_time(3600)
        assert network.hosts == "abcab" + "a"
        await network.pass_time(100_000)
        assert network.hosts == "abcaba"  # nothing is higher
        network.lose()
        await network.pass_time(10)
        assert network.hosts == "abcabaa"


async def test_no_higher_priority_is_there_yet(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("INFO", "ocpp_rpc.client")
    network = Office()
    async with returning(network) as cp:
        lower = await on_the_last(network, cp)
        network.plan += [None] * 4
        await network.pass_time(7300)
        assert network.hosts == "abc" + "ab" * 2
        assert cp.connection is lower
        assert await cp.call(BEAT) == BEATEN
    for text in (
        "the next attempt is in",
        "the network profile of lower priority remains in use",
    ):
        assert whose(caplog, text) == {("CP001", None)}


async def test_no_call_is_lost_on_the_way_to_a_higher_priority() -> None:
    answers: asyncio.Queue[v16.HeartbeatResponse] = asyncio.Queue()

    async def beat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        return await answers.get()

    network = Office()
    network.handler = routes = Router()
    routes.on(v16.HeartbeatRequest)(beat)
    async with returning(network, when_down="fail") as cp:
        lower = await on_the_last(network, cp)
        await network.pass_time(3590)
        calls = [await begun(cp.call(BEAT, timeout=1000))]
        await network.pass_time(20)
        calls.append(await begun(cp.call(BEAT, timeout=1000)))  # waits for the other
        await network.pass_time(5)
        assert network.hosts == "abc"  # both might have been lost
        answers.put_nowait(BEATEN)
        await network.pass_time(0)
        assert network.hosts == "abca"
        answers.put_nowait(BEATEN)
        await network.pass_time(0)
        assert [await call for call in calls] == [BEATEN] * 2
        assert cp.connection is not lower


async def test_an_answer_that_does_not_come_leaves_the_priority() -> None:
    network = Office()
    network.handler = routes = Router()

    @routes.on(v16.HeartbeatRequest)
    async def beat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        await asyncio.Event().wait()
        return BEATEN

    async with returning(network) as cp:
        lower = await on_the_last(network, cp)
        call = await begun(cp.call(BEAT, timeout=None))
        await network.pass_time(3700)
        assert network.hosts == "abc"
        assert cp.connection is lower
        call.cancel()


async def test_a_connection_lost_on_the_way_to_a_higher_priority() -> None:
    network = Office()
    async with returning(network) as cp:
        await on_the_last(network, cp)
        network.plan += [None, None]
        await network.pass_time(3565)
        network.lose()
        await network.pass_time(200)
        assert cp.connection is not None


async def test_other_settings_on_the_way_to_a_higher_priority() -> None:
    network = Office()
    dial, going_on = network.dial, asyncio.Event()

    async def late(*args: Any, **options: Any) -> Any:
        opened = await dial(*args, **options)
        if len(network.attempts) == 4:
            await going_on.wait()
        return opened

    network.dial = late  # type: ignore[method-assign]
    async with returning(network) as cp:
        await on_the_last(network, cp)
        await network.pass_time(3600)
        assert network.hosts == "abca"
        changing = await begun(cp.reconfigure(profiles="ws://d"))
        going_on.set()
        await network.pass_time(0)
        assert await changing is cp.connection
        assert network.hosts[:5] == "abcad"


async def test_what_is_done_on_each_connection_goes_with_it() -> None:
    network, on = Office(), list[Connection]()
    off: list[Connection] = []

    async def begin(connection: Connection) -> None:
        on.append(connection)
        try:
            await asyncio.Event().wait()
        finally:
            off.append(connection)

    async with returning(network, on_connection=begin) as cp:
        await on_the_last(network, cp)
        await network.pass_time(3600)
        assert (len(on), len(off)) == (2, 1)
        assert on[-1] is cp.connection
    assert off == on


def test_no_time_is_too_short_to_go_back() -> None:
    with pytest.raises(ValueError, match="return_after"):
        Station(connecting(Office()), return_after=0)
