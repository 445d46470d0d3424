"""Whom a server lets in."""

from __future__ import annotations

import asyncio
import base64
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from ocpp_messages import VERSIONS
from ocpp_rpc import (
    Accept,
    Credentials,
    Handshake,
    HandshakeRefused,
    Peer,
    Server,
    ServerSettings,
    WebSocketSettings,
    serve,
)
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer, TransportClosed
from ocpp_rpc.transports.memory import MemoryTransport, memory_pair
from tests.back_office.admitted import admitted, asking, enter, open_door, refused
from tests.confidential import KEY as PASSWORD
from tests.confidential import TOKEN
from tests.support.scripted import Gate, spin
from tests.support.served import BAD_PATHS, HOST, IDENTITIES, PATHS, open_raw


@asynccontextmanager
async def hooked(
    hook: Callable[[Handshake], Any] | None, **settings: Any
) -> AsyncGenerator[Server, None]:
    """A server that asks a hook."""
    async with Server(
        None,
        versions=["1.6", "2.0.1"],
        on_connect=hook,
        server=ServerSettings(**settings),
    ) as server:
        yield server


def later(outcome: Any) -> Callable[[Handshake], Awaitable[Any]]:
    """A hook that takes a moment for what it returns or raises."""

    async def hook(_handshake: Handshake) -> Any:
        await asyncio.sleep(0)
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return hook


def at_once(outcome: Any) -> Callable[[Handshake], Any]:
    """The same, not asynchronous."""

    def hook(_handshake: Handshake) -> Any:
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    return hook


SPEEDS = pytest.mark.parametrize("hook_of", [later, at_once])


# --- Identities, through a server -----------------------------------------------------


async def test_every_path_is_answered() -> None:
    expected = {path: identity for path, identity in PATHS if path.startswith("/")}
    expected |= {f"/ocpp/{encoded}": identity for identity, encoded in IDENTITIES}
    seen: dict[str, str] = {}

    def hook(handshake: Handshake) -> None:
        seen[handshake.path] = handshake.identity

    async with serve(None, HOST, versions=["1.6"], on_connect=hook) as server:
        for path, status in BAD_PATHS:
            with pytest.raises(InvalidStatus) as caught:
                await open_raw(server, path, ["ocpp1.6"])
            assert caught.value.response.status_code == status, path
        assert seen == {}
        for path, identity in expected.items():
            websocket = await open_raw(server, path, ["ocpp1.6"])
            assert server.connections[identity].identity == identity
            await websocket.close()
    assert seen == expected
    assert server.refusals == {
        404: sum(status == 404 for _, status in BAD_PATHS),
        400: sum(status == 400 for _, status in BAD_PATHS),
    }


@pytest.mark.parametrize("identity", ["C" * 49, "CP%3A1"])
async def test_an_identity_that_2x_does_not_have(identity: str) -> None:
    async with hooked(None) as server:
        both = await admitted(server, identity, ["2.0.1", "1.6"])
        assert both.subprotocol == "ocpp1.6"
        neither = await admitted(server, identity, ["2.0.1"])
        assert neither.subprotocol is None


# --- The hook -------------------------------------------------------------------------


async def test_the_hook_knows_everything() -> None:
    seen: list[Handshake] = []
    certificate = {"subject": ((("commonName", "CP:1"),),)}
    tls: Any = SimpleNamespace(getpeercert=lambda: certificate)
    async with hooked(seen.append, trusted_proxies=["10.0.0.0/8"]) as server:
        basic = base64.b64encode(b"CP:1:" + PASSWORD).decode()
        headers = {
            "authorization": f"Basic {basic}",
            "x-forwarded-for": "192.0.2.7:81",
            "sec-websocket-protocol": "ocpp2.0.1, x, ocpp1.6, ocpp2.1",
        }
        await admitted(
            server,
            target="/a/CP%3A1?b=c",
            headers=headers,
            peer=Peer(("10.0.0.1", 80), tls),
        )
    (handshake,) = seen
    assert handshake == Handshake(
        identity="CP:1",
        path="/a/CP%3A1",
        query="b=c",
        headers={"upgrade": "websocket", **headers},
        subprotocols=("ocpp2.0.1", "x", "ocpp1.6", "ocpp2.1"),
        versions=("1.6",),
        credentials=Credentials(b"CP:1", PASSWORD),
        certificate=certificate,
        address=("192.0.2.7", 81),
    )


@SPEEDS
@pytest.mark.parametrize("outcome", [None, Accept()])
async def test_accepting(hook_of: Callable[[Any], Any], outcome: Any) -> None:
    async with hooked(hook_of(outcome)) as server:
        admission = await admitted(server, versions=["2.0.1", "1.6"])
        assert (admission.subprotocol, admission.headers) == ("ocpp2.0.1", {})
        open_door(admission)
        await spin()
        connection = server.connections["CP001"]
        assert connection.data is None
        assert connection.handshake is not None
        assert connection.handshake.path == "/ocpp/CP001"


async def test_credentials_are_for_the_hook_only() -> None:
    seen: list[Handshake] = []
    basic = {"authorization": f"Basic {base64.b64encode(b'CP001:x').decode()}"}
    async with hooked(seen.append) as server:
        open_door(await admitted(server, headers=basic))
        await spin()
        kept = server.connections["CP001"].handshake
    (handshake,) = seen
    assert handshake.credentials == Credentials(b"CP001", b"x")
    assert handshake.headers == {**asking().headers, **basic}
    assert kept == replace(handshake, credentials=None, headers=asking().headers)


@SPEEDS
async def test_accepting_with_session_data(hook_of: Callable[[Any], Any]) -> None:
    data = object()
    accept = Accept(data=data, versions=["1.6", "2.1"], headers={"X-Acme": "1"})
    made: list[Any] = []

    def factory(connection: Any) -> None:
        made.append((connection.data, connection.version))

    async with Server(factory, versions=VERSIONS, on_connect=hook_of(accept)) as server:
        admission = await admitted(server, versions=["2.0.1", "1.6", "2.1"])
        assert (admission.subprotocol, admission.headers) == (
            "ocpp1.6",
            {"X-Acme": "1"},
        )
        open_door(admission)
        await spin()
        assert server.connections["CP001"].data is data
    assert made == [(data, "1.6")]


@pytest.mark.parametrize("versions", [[], ["2.1"], ["2.0.1"]])
async def test_accepting_with_versions_that_are_not_common(versions: Any) -> None:
    async with hooked(at_once(Accept(versions=versions))) as server:
        admission = await admitted(server, versions=["1.6"])
        assert admission.subprotocol is None


@SPEEDS
@pytest.mark.parametrize(
    ("refusal", "answer"),
    [
        (HandshakeRefused(404), HttpAnswer(404, "Not Found\n")),
        (
            HandshakeRefused(401),
            HttpAnswer(
                401, "Unauthorized\n", {"WWW-Authenticate": 'Basic realm="OCPP"'}
            ),
        ),
        (
            HandshakeRefused(401, "who?", headers={"www-authenticate": "Acme"}),
            HttpAnswer(401, "who?\n", {"www-authenticate": "Acme"}),
        ),
        (
            HandshakeRefused(403, "not you", headers={"X-Acme": "1"}),
            HttpAnswer(403, "not you\n", {"X-Acme": "1"}),
        ),
        (
            HandshakeRefused(503, "later", retry_after=7),
            HttpAnswer(503, "later\n", {"Retry-After": "7"}),
        ),
    ],
)
async def test_refusing(
    hook_of: Callable[[Any], Any], refusal: HandshakeRefused, answer: HttpAnswer
) -> None:
    async with hooked(hook_of(refusal)) as server:
        assert await refused(server) == answer
        assert server.refusals == {refusal.status: 1}


class Wrong:
    """What is no decision."""


@SPEEDS
@pytest.mark.parametrize(
    ("outcome", "logged"),
    [
        (Wrong(), "on_connect returned a Wrong, not an Accept or None"),
        (False, "on_connect returned a bool"),
        ((), "on_connect returned a tuple"),
        (KeyError("x"), "KeyError: 'x'"),
        (TimeoutError("db"), "TimeoutError: db"),
    ],
)
async def test_a_hook_that_is_wrong(
    hook_of: Callable[[Any], Any],
    outcome: Any,
    logged: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with hooked(hook_of(outcome)) as server:
        assert await refused(server) == HttpAnswer(500, "Internal Server Error\n")
        assert server.refusals == {500: 1}
    assert "'CP001': on_connect failed" in caplog.text
    assert logged in caplog.text


@pytest.mark.parametrize(
    ("wrong", "options"),
    [
        (Accept, {"headers": {"X-A": "b\r\nSet-Cookie: c"}}),
        (Accept, {"headers": {"X-A": "日"}}),
        (Accept, {"versions": ["1.7"]}),
        (HandshakeRefused, {"status": 403, "headers": {"X-A\r\nX-B": "b"}}),
        (HandshakeRefused, {"status": 200}),
    ],
)
async def test_a_hook_whose_answer_cannot_be_written(
    wrong: Callable[..., Any], options: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with hooked(lambda _: wrong(**options)) as server:
        assert await refused(server) == HttpAnswer(500, "Internal Server Error\n")
    assert "ValueError" in caplog.text


async def test_a_hook_that_is_slow(caplog: pytest.LogCaptureFixture) -> None:
    gate = Gate()
    hook = later_through(gate)
    async with hooked(hook, on_connect_timeout=0.02, retry_after=9) as server:
        answer = await refused(server)
        assert answer == HttpAnswer(503, "not decided in time\n", {"Retry-After": "9"})
        await spin(3)
        assert gate.cancelled.is_set()
        assert gate.inside == 0
    assert "'CP001': on_connect took too long" in caplog.text


def later_through(gate: Gate) -> Callable[[Handshake], Awaitable[None]]:
    """A hook that waits at a gate."""

    async def hook(_handshake: Handshake) -> None:
        await gate.pass_through()

    return hook


async def test_a_client_that_vanishes_meanwhile() -> None:
    gate = Gate()
    async with hooked(later_through(gate)) as server:
        admitting = asyncio.create_task(server.admit(asking()))
        await gate.reached.wait()
        admitting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await admitting
        await spin(3)
        assert gate.cancelled.is_set()
        assert server.refusals == {}
        assert len(asyncio.all_tasks()) == 1


async def test_a_hook_that_gives_itself_up(caplog: pytest.LogCaptureFixture) -> None:
    async def hook(_handshake: Handshake) -> None:
        raise asyncio.CancelledError

    async with hooked(hook) as server:
        assert await refused(server) == HttpAnswer(500, "Internal Server Error\n")
    assert "the decision was cancelled" in caplog.text


async def test_the_server_closes_meanwhile() -> None:
    gate = Gate()
    async with hooked(later_through(gate)) as server:
        admitting = asyncio.create_task(refused(server))
        await gate.reached.wait()
        await server.close()
        answer = await admitting
    assert (answer.status, answer.text) == (503, "the server closes\n")
    assert gate.cancelled.is_set()


async def test_a_hook_that_decides_while_the_server_closes() -> None:
    gate = Gate()

    async def hook(_handshake: Handshake) -> None:
        try:
            await gate.pass_through()
        except asyncio.CancelledError:
            await spin(3)

    async with hooked(hook) as server:
        admitting = asyncio.create_task(refused(server))
        await gate.reached.wait()
        await server.close()
        assert (await admitting).status == 503


async def test_several_hooks_run_side_by_side() -> None:
    gate = Gate()
    async with hooked(later_through(gate)) as server:
        admitting = [asyncio.create_task(admitted(server, name)) for name in "abc"]
        await spin()
        assert gate.inside == 3
        gate.opened.set()
        await asyncio.gather(*admitting)


async def test_a_station_nobody_can_read(caplog: pytest.LogCaptureFixture) -> None:
    class Tls:
        def getpeercert(self) -> Mapping[str, Any]:
            raise ValueError("a certificate full of nonsense")

    async with hooked(None) as server:
        peer = Peer(("192.0.2.1", 1), Tls())  # type: ignore[arg-type]
        assert (await refused(server, peer=peer)).status == 500
    assert "full of nonsense" in caplog.text


# --- Room -----------------------------------------------------------------------------


async def test_too_many_connections() -> None:
    async with hooked(None, max_connections=2, retry_after=5) as server:
        a, _ = await enter(server, "a"), await enter(server, "b")
        answer = HttpAnswer(503, "too many connections\n", {"Retry-After": "5"})
        assert await refused(server, "c") == answer
        # Who takes the place of another one needs no room.
        a2 = await enter(server, "a")
        await a.wait_closed()
        assert not a2.closed
        await a2.close()
        await spin()
        await enter(server, "c")
        assert set(server.connections) == {"b", "c"}


async def test_too_many_while_it_was_decided() -> None:
    async with hooked(later(None), max_connections=1) as server:
        doors = [await admitted(server, name) for name in "ab"]
        first, second = map(open_door, doors)
        with pytest.raises(TransportClosed) as closed:
            await second.recv()
        assert (closed.value.code, closed.value.reason) == (
            1013,
            "too many connections",
        )
        await first.send("x")
        assert list(server.connections) == ["a"]
        assert server.refusals == {101: 1}


async def test_a_full_server_asks_no_hook() -> None:
    asked: list[str] = []
    async with hooked(lambda h: asked.append(h.identity), max_connections=0) as server:
        assert (await refused(server)).status == 503
    assert asked == []


async def test_those_decided_about_need_room_as_well() -> None:
    gate = Gate()
    async with hooked(later_through(gate), max_connections=1, retry_after=7) as server:
        first = asyncio.create_task(admitted(server, "a"))
        await gate.reached.wait()
        for name in ("b", "c"):
            answer = await refused(server, name)
            assert answer.text == "too many connections\n"
            assert answer.headers["Retry-After"] == "7"
        assert gate.inside == 1
        gate.opened.set()
        open_door(await first)
        await spin()
        assert (await refused(server, "b")).status == 503
        # Who replaces itself takes no room, neither before nor after the decision.
        await enter(server, "a")
        assert list(server.connections) == ["a"]


async def test_who_replaces_itself_keeps_nobody_out() -> None:
    gate = Gate()
    gate.opened.set()
    async with hooked(later_through(gate), max_connections=2) as server:
        await enter(server, "a")
        gate.opened.clear()
        again = asyncio.create_task(admitted(server, "a"))
        await spin()
        other = asyncio.create_task(admitted(server, "b"))
        await spin()
        assert gate.inside == 2
        gate.opened.set()
        await asyncio.gather(again, other)


async def test_too_many_are_decided_about() -> None:
    gate = Gate()
    async with hooked(later_through(gate), max_deciding=2) as server:
        deciding = [asyncio.create_task(admitted(server, name)) for name in "ab"]
        await spin()
        answer = await refused(server, "c")
        assert answer.text == "too many pending decisions\n"
        assert "Retry-After" in answer.headers
        deciding[0].cancel()  # the client has gone
        await asyncio.wait([deciding[0]])
        third = asyncio.create_task(admitted(server, "c"))
        await spin()
        assert gate.inside == 2
        gate.opened.set()
        await asyncio.gather(deciding[1], third)


async def test_only_so_many_are_decided_about_by_default() -> None:
    gate = Gate()
    async with hooked(later_through(gate)) as server:
        asking_ = [server.admit(asking(f"CP{n}")) for n in range(300)]
        deciding = [asyncio.create_task(each) for each in asking_]
        await spin()
        assert gate.inside == 256
        assert server.refusals == {503: 44}
        gate.opened.set()
        await asyncio.wait(deciding)


FORWARDED = {"x-forwarded-for": "192.0.2.7"}
PROXY = Peer(("10.0.0.1", 80))


async def test_too_many_from_one_address() -> None:
    gate = Gate()
    gate.opened.set()
    rules: dict[str, Any] = {"max_per_address": 2, "trusted_proxies": ["10.0.0.1"]}
    async with hooked(later_through(gate), **rules) as server:

        async def come(name: str, **options: Any) -> MemoryTransport:
            station = open_door(await admitted(server, name, **options))
            await spin()
            return station

        first = await come("a", headers=FORWARDED, peer=PROXY)
        gate.opened.clear()
        second = asyncio.create_task(come("b", headers=FORWARDED, peer=PROXY))
        await spin()
        answer = await refused(server, "c", headers=FORWARDED, peer=PROXY)
        assert answer.text == "too many connections from this address\n"
        assert answer.headers["Retry-After"] == "30"
        gate.opened.set()
        await second
        # The same station again, one of another address, and those of none.
        await come("a", headers=FORWARDED, peer=Peer(("10.0.0.1", 81)))
        await come("c", peer=PROXY)
        for name in "def":
            await come(name)
        # A station of there elsewhere is no reason to let another one in.
        assert (await refused(server, "c", headers=FORWARDED, peer=PROXY)).status == 503
        with pytest.raises(TransportClosed):
            await first.recv()
        await server.connections["a"].close()
        await spin()
        await come("g", headers=FORWARDED, peer=PROXY)


async def test_a_place_is_free_once_it_is_left() -> None:
    async with hooked(None, max_per_address=1) as server:
        for name in "abc":
            door = await admitted(server, name, peer=PROXY)
            station = open_door(door)
            await spin()
            assert (await refused(server, "x", peer=PROXY)).status == 503
            station.abort()
            await spin()
        capacity: Any = vars(server)["_capacity"]
        assert (capacity._open, capacity._deciding, capacity._coming) == ({}, {}, 0)


@pytest.mark.parametrize("length", [7, 8])
async def test_an_identity_that_is_too_long(length: int) -> None:
    asked: list[Handshake] = []
    async with hooked(asked.append, max_identity=7) as server:
        answer = await server.admit(asking("%C3%A9" * length))
        if length == 7:
            assert not isinstance(answer, HttpAnswer)
        else:
            assert answer == HttpAnswer(
                404, "the identity is longer than 7 characters\n"
            )
    assert len(asked) == (length == 7)


@pytest.mark.parametrize("identity", ["%00", "%1B%5B2J", "a%2Fb", "CP%3A1", "C" * 49])
async def test_identities_of_2x(
    identity: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    async with hooked(None) as server:
        admission = await admitted(server, identity, ["2.0.1"])
        with pytest.raises(TransportClosed, match="1002"):
            await open_door(admission).recv()
    assert "(it offers ocpp2.0.1, which has no such identities)" in caplog.text
    async with hooked(None, require_identity="any") as server:
        admission = await admitted(server, identity, ["2.0.1"])
        assert admission.subprotocol == "ocpp2.0.1"


async def test_one_that_is_connected_already() -> None:
    async with hooked(later(None), duplicates="refuse") as server:
        doors = [await admitted(server) for _ in range(2)]
        first = await enter(server)
        assert await refused(server) == HttpAnswer(409, "connected already\n")
        for door in doors:
            with pytest.raises(TransportClosed) as closed:
                await open_door(door).recv()
            end = closed.value.code, closed.value.reason
            assert end == (1008, "connected already")
        assert not first.closed
        assert server.refusals == {409: 1, 101: 2}
        await first.close()
        await spin()
        await enter(server)
        assert list(server.connections) == ["CP001"]


async def test_who_is_connected_is_not_told_to_strangers() -> None:
    def hook(handshake: Handshake) -> None:
        if "authorization" not in handshake.headers:
            raise HandshakeRefused(401)

    async with hooked(hook, duplicates="refuse") as server:
        open_door(await admitted(server, headers={"authorization": "x"}))
        await spin()
        assert "CP001" in server.connections
        assert (await refused(server)).status == 401


async def test_several_connections_of_a_station() -> None:
    async with hooked(None, duplicates="allow", max_connections=3) as server:
        stations = [await enter(server) for _ in range(3)]
        assert (await refused(server)).status == 503
        assert not any(station.closed for station in stations)
        assert len(server.connections.of("CP001")) == server.connections.total == 3
        await stations[-1].close()
        await spin()
        assert server.connections["CP001"] is server.connections.of("CP001")[1]


# --- No common version ----------------------------------------------------------------


@pytest.mark.parametrize("offers", ["", "nonsense", "ocpp1.5"])
async def test_no_common_version(offers: str, caplog: pytest.LogCaptureFixture) -> None:
    # OCPP-J 1.6 §3.2, 2.0.1 and 2.1 part 4 §3.2.
    caplog.set_level(logging.INFO, "ocpp_rpc")
    asked: list[Handshake] = []
    async with hooked(asked.append) as server:
        admission = await admitted(server, headers={"sec-websocket-protocol": offers})
        assert admission.subprotocol is None
        with pytest.raises(TransportClosed) as closed:
            await open_door(admission).recv()
        assert closed.value.code == 1002
        assert server.refusals == {101: 1}
        assert not server.connections
    assert [handshake.versions for handshake in asked] == [()]
    assert (
        "refused an unknown address for '/ocpp/CP001': HTTP 101, closed with 1002, "
        f"no common OCPP version (it offers {offers or 'no subprotocol'})"
    ) in caplog.text


# --- Other requests -------------------------------------------------------------------


@pytest.mark.parametrize("target", ["/", "/ocpp/CP001", "/health", "/live?x"])
async def test_a_request_that_opens_no_websocket(target: str) -> None:
    request = HandshakeRequest(target, {"upgrade": "h2c"}, Peer())
    async with hooked(None, health_path="/live") as server:
        answer = await server.admit(request)
        assert isinstance(answer, HttpAnswer)
        if target == "/live?x":
            assert answer == HttpAnswer(200, "ok\n")
        else:
            assert answer.status == 426
            assert answer.headers == {
                "Upgrade": "websocket",
                "Connection": "Upgrade",
                "Sec-WebSocket-Version": "13",
            }
        assert server.refusals == ({} if target == "/live?x" else {426: 1})
        await server.close()
        answer = await server.admit(request)
        assert isinstance(answer, HttpAnswer)
        assert answer.status == (503 if target == "/live?x" else 426)


@pytest.mark.parametrize(("target", "status"), [("/live", 200), ("/ocpp/CP001", 405)])
async def test_who_asks_for_the_head_only(target: str, status: int) -> None:
    lines = asking().headers  # which opens nothing in a HEAD request
    async with hooked(None, health_path="/live") as server:
        answer = await server.admit(HandshakeRequest(target, lines, Peer(), "HEAD"))
        assert isinstance(answer, HttpAnswer)
        assert answer.status == status
        assert server.refusals == ({} if status == 200 else {status: 1})


async def test_there_is_no_health_path_unless_asked_for() -> None:
    async with hooked(None) as server:
        answer = await server.admit(HandshakeRequest("/health", {}, Peer()))
        assert isinstance(answer, HttpAnswer)
        assert answer.status == 426


@pytest.mark.parametrize("upgrade", ["websocket", "WebSocket", "h2c, websocket"])
async def test_what_asks_for_a_websocket(upgrade: str) -> None:
    async with hooked(None) as server:
        await admitted(server, headers={"upgrade": upgrade})


async def test_headers_that_are_too_long() -> None:
    async with Server(
        None, versions=["1.6"], websocket=WebSocketSettings(max_header_size=200)
    ) as server:
        await admitted(server, headers={"x": "y" * 100})
        answer = await refused(server, headers={"x": "y" * 200})
        assert answer.status == 431


# --- Settings and logging -------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"prefer": "client"}, "prefer must be one of"),
        ({"duplicates": "close"}, "duplicates must be one of"),
        ({"trusted_proxies": ["proxy"]}, "proxy"),
        ({"health_path": "health"}, "has to begin with /"),
        ({"max_connections": -1}, "max_connections"),
        ({"max_deciding": -1}, "max_deciding"),
        ({"max_per_address": -1}, "max_per_address"),
        ({"max_identity": -1}, "max_identity"),
        ({"require_identity": "all"}, "require_identity must be one of"),
        ({"on_connect_timeout": -0.1}, "on_connect_timeout"),
        ({"retry_after": -1}, "retry_after"),
        ({"drain_timeout": -1}, "drain_timeout"),
    ],
)
def test_settings_that_are_wrong(settings: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ServerSettings(**settings)


async def test_the_log_tells_whom_a_proxy_has_let_through(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")
    async with hooked(
        at_once(HandshakeRefused(403)), trusted_proxies=["::1"]
    ) as server:
        forwarded = {"x-forwarded-for": "192.0.2.7"}
        await refused(server, headers=forwarded, peer=Peer(("::1", 9)))
    line = "refused 192.0.2.7 for '/ocpp/CP001': HTTP 403, Forbidden"
    assert line in caplog.text


async def test_the_log_tells_no_secrets(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    secret = TOKEN
    basic = base64.b64encode(b"CP001:" + secret.encode()).decode()
    options: dict[str, Any] = {
        "target": f"/ocpp/CP001?token={secret}",
        "headers": {"authorization": f"Basic {basic}"},
        "peer": Peer(("192.0.2.1", 9)),
    }
    hooks = [None, at_once(HandshakeRefused(401)), at_once(KeyError("x")), at_once(5)]
    for hook in hooks:
        async with hooked(hook) as server:
            answer = await server.admit(asking(**options))
            if not isinstance(answer, HttpAnswer):
                open_door(answer)
                await spin()
    line = "refused 192.0.2.1:9 for '/ocpp/CP001': HTTP 401, Unauthorized"
    assert line in caplog.text
    assert "'CP001': open, OCPP 1.6" in caplog.text
    assert secret not in caplog.text
    assert basic not in caplog.text


async def test_a_station_writes_no_lines_of_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc")

    def hook(handshake: Handshake) -> None:
        if "known" not in handshake.identity:
            raise HandshakeRefused(404, f"{handshake.identity} is not known")

    async with hooked(hook, duplicates="refuse") as server:
        for name in ("CP%0Aforged", "known%0Aforged", "known%0D%0Aforged"):
            answer = await server.admit(asking(name, ["1.6"]))
            if not isinstance(answer, HttpAnswer):
                open_door(answer)
                await spin()
        await refused(server, "known%0Aforged")
        offers = {"sec-websocket-protocol": "x\nforged"}
        open_door(await admitted(server, "known", headers=offers))
        await spin()
    lines = caplog.text.splitlines()
    assert len(lines) > 6
    assert not [line for line in lines if line.startswith("forged")]


async def test_a_transport_of_another_make() -> None:
    """What is served need not have come by `listen`."""
    async with hooked(None) as server:
        _, theirs = memory_pair()
        serving = asyncio.ensure_future((await admitted(server)).serve(theirs))
        connection = await server.connections.wait_for("CP001", 1)
        connection.abort()
        await serving
        assert connection.closed
