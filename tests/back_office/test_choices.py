"""What a hook chooses for a station: version, name, settings; and other spellings."""

from __future__ import annotations

import base64
import logging
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

import pytest

from ocpp_messages import FIELD
from ocpp_rpc import (
    Accept,
    Handshake,
    Limits,
    Server,
    ServerSettings,
    Settings,
    WebSocketSettings,
)
from ocpp_rpc.protocol import DIALECTS, FrameReceived, Opened
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import Peer, TransportClosed
from tests.back_office.admitted import admitted, enter, open_door, refused
from tests.confidential import PASSWORD
from tests.support.records import whose
from tests.support.scripted import Seen, spin


@asynccontextmanager
async def choosing(
    choice: Accept | Callable[[Handshake], Accept | None] | None = None,
    *,
    versions: Any = ("1.6", "2.0.1"),
    settings: Settings | None = None,
    **rules: Any,
) -> AsyncGenerator[Server, None]:
    """A server whose hook chooses."""

    def hook(handshake: Handshake) -> Accept | None:
        return choice(handshake) if callable(choice) else choice

    async with Server(
        None,
        versions=versions,
        on_connect=hook,
        settings=settings,
        server=ServerSettings(**rules),
    ) as server:
        yield server


def offering(*names: str) -> dict[str, str]:
    return {"sec-websocket-protocol": ", ".join(names)}


def basic(name: str) -> dict[str, str]:
    credentials = base64.b64encode(f"{name}:{PASSWORD}".encode()).decode()
    return {"authorization": f"Basic {credentials}"}


def tenant(handshake: Handshake) -> Accept:
    """Names a station by its path."""
    return Accept(identity=handshake.path.strip("/"))


# --- The version ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("offers", "answered"),
    [
        ([], None),
        (["acme"], None),
        (["ocpp2.0.1"], None),
        (["ocpp2.0.1", "ocpp1.6"], "ocpp1.6"),
        (["ocpp1.6"], "ocpp1.6"),
    ],
)
async def test_a_version_that_the_hook_chooses(
    offers: list[str], answered: str | None
) -> None:
    async with choosing(Accept(version="1.6")) as server:
        admission = await admitted(server, headers=offering(*offers))
        assert admission.subprotocol == answered
        ours = open_door(admission)
        await spin(3)
        connection = server.connections["CP001"]
        assert (connection.version, connection.closed) == ("1.6", False)
        assert connection.handshake is not None
        deviated = [*connection.handshake.deviations]
        shown = ", ".join(offers) or "no subprotocol"
        odd = [f"the station offers {shown}, and speaks ocpp1.6"]
        assert deviated == ([] if answered else odd)
        ours.abort()


async def test_without_a_choice_no_subprotocol_is_no_version() -> None:
    async with choosing(Accept()) as server:
        admission = await admitted(server, headers=offering())
        assert admission.subprotocol is None
        with pytest.raises(TransportClosed) as closed:
            await open_door(admission).recv()
        assert (closed.value.code, dict(server.refusals)) == (1002, {101: 1})


async def test_a_version_that_the_server_does_not_speak(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with choosing(Accept(version="2.1")) as server:
        assert (await refused(server)).status == 500
    assert (
        "on_connect chose OCPP 2.1, which this server does not support" in caplog.text
    )


async def test_a_choice_is_among_the_versions_that_are_allowed() -> None:
    async with choosing(Accept(version="1.6", versions=["2.0.1"])) as server:
        admission = await admitted(server)
        with pytest.raises(TransportClosed):
            await open_door(admission).recv()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"version": "1.7"}, "unknown versions of OCPP: \\['1.7'\\]"),
        ({"identity": ""}, "is not a valid identity"),
        ({"identity": ".."}, "is not a valid identity"),
        (
            {"websocket": WebSocketSettings(local_address="127.0.0.1")},
            "settings of a client only",
        ),
    ],
)
def test_choices_that_are_none(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Accept(**options)


# --- Spellings ------------------------------------------------------------------------

SPELLINGS = {"ocpp1.6j": "1.6", "ocpp16": "1.6", "ocpp21": "2.1"}


@pytest.mark.parametrize(
    ("offers", "rules", "answered"),
    [
        (["OCPP1.6"], {}, None),
        (["ocpp1.6j"], {}, None),
        (["OCPP1.6"], {"subprotocol_spellings": SPELLINGS}, None),
        (["ocpp1.6j"], {"ignore_subprotocol_case": True}, None),
        (["OCPP1.6"], {"ignore_subprotocol_case": True}, "OCPP1.6"),
        (["ocpp1.6j"], {"subprotocol_spellings": SPELLINGS}, "ocpp1.6j"),
        (["OCPP1.6J"], {"subprotocol_spellings": SPELLINGS}, None),
        (["ocpp21"], {"subprotocol_spellings": SPELLINGS}, None),
        (
            ["OCPP1.6J"],
            {"subprotocol_spellings": SPELLINGS, "ignore_subprotocol_case": True},
            "OCPP1.6J",
        ),
        (["OCPP1.6", "ocpp1.6"], {"ignore_subprotocol_case": True}, "ocpp1.6"),
        (["OCPP1.6", "Ocpp1.6"], {"ignore_subprotocol_case": True}, "OCPP1.6"),
        (["acme", "ocpp1.6"], {"ignore_subprotocol_case": True}, "ocpp1.6"),
    ],
)
async def test_spellings(
    offers: list[str], rules: dict[str, Any], answered: str | None
) -> None:
    seen = Seen()
    async with choosing(settings=Settings(observer=seen), **rules) as server:
        admission = await admitted(server, headers=offering(*offers))
        assert admission.subprotocol == answered
        ours = open_door(admission)
        await spin(3)
        assert ("CP001" in server.connections) is (answered is not None)
        opened = [event.deviations for event in seen.of(Opened)]
        if answered is None:
            assert opened == []
        elif answered == "ocpp1.6":
            assert opened == [()]
        else:
            odd = f"the subprotocol ocpp1.6 is offered as {answered}"
            assert opened == [(odd,)]
            assert str(seen.of(Opened)[0]) == f"Opened: OCPP 1.6, {odd}"
        ours.abort()


async def test_the_order_of_a_station_counts_whatever_its_spelling() -> None:
    async with choosing(ignore_subprotocol_case=True) as server:
        names = ["OCPP2.0.1", "ocpp1.6"]
        assert (await admitted(server, headers=offering(*names))).subprotocol == (
            "OCPP2.0.1"
        )


@pytest.mark.parametrize(
    ("spellings", "message"),
    [
        ({"ocpp1.6j": "1.7"}, "'ocpp1.6j' stands for an unknown version: '1.7'"),
        ({"ocpp1.6": "2.0.1"}, "'ocpp1.6' is the name of OCPP 1.6"),
        ({"a b": "1.6"}, "cannot be the name of a subprotocol"),
        ({"a,b": "1.6"}, "cannot be the name of a subprotocol"),
        ({"é": "1.6"}, "cannot be the name of a subprotocol"),
    ],
)
def test_spellings_that_cannot_be(spellings: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        ServerSettings(subprotocol_spellings=spellings)


def test_a_right_name_may_stand_in_the_table() -> None:
    ServerSettings(
        subprotocol_spellings={
            dialect.subprotocol: number for number, dialect in DIALECTS.items()
        }
    )


# --- The name of a station ------------------------------------------------------------


async def test_tenants_do_not_throw_each_other_out() -> None:
    async with choosing(tenant) as server:
        first, second, again = [
            open_door(await admitted(server, target=target))
            for target in ("/acme/CP01", "/globex/CP01", "/acme/CP01")
        ]
        await spin(5)
        assert sorted(server.connections) == ["acme/CP01", "globex/CP01"]
        assert (first.closed, second.closed, again.closed) == (True, False, False)
        connection = server.connections["acme/CP01"]
        assert connection.identity == "acme/CP01"
        assert connection.handshake is not None
        assert connection.handshake.identity == "CP01"
        for end in (second, again):
            end.abort()


async def test_by_default_they_do() -> None:
    async with choosing() as server:
        first, second = [
            open_door(await admitted(server, target=target))
            for target in ("/acme/CP01", "/globex/CP01")
        ]
        await spin(5)
        assert list(server.connections) == ["CP01"]
        assert (first.closed, second.closed) == (True, False)
        second.abort()


async def test_who_is_connected_already_is_so_by_its_name() -> None:
    async with choosing(tenant, duplicates="refuse") as server:
        ends = [
            open_door(await admitted(server, target=target))
            for target in ("/acme/CP01", "/globex/CP01")
        ]
        await spin(3)
        assert (await refused(server, target="/acme/CP01")).status == 409
        assert dict(server.refusals) == {409: 1}
        for end in ends:
            end.abort()


async def test_a_full_server_lets_a_renamed_station_take_its_own_place() -> None:
    async with choosing(tenant, max_connections=1) as server:
        first = open_door(await admitted(server, target="/acme/CP01"))
        await spin(3)
        assert (await refused(server, target="/globex/CP01")).status == 503
        second = open_door(await admitted(server, target="/acme/CP01"))
        await spin(5)
        assert (first.closed, second.closed) == (True, False)
        second.abort()
        await spin(5)
        third = open_door(await admitted(server, target="/globex/CP01"))
        await spin(3)
        assert list(server.connections) == ["globex/CP01"]
        third.abort()


async def test_a_place_at_another_address_is_none_for_a_renamed_station() -> None:
    here, there = Peer(("10.0.0.1", 1)), Peer(("10.0.0.2", 1))
    async with choosing(tenant, max_per_address=1) as server:
        ends = [
            open_door(await admitted(server, target="/acme/CP01", peer=here)),
            open_door(await admitted(server, target="/acme/CP02", peer=there)),
        ]
        await spin(3)
        assert (await refused(server, target="/acme/CP01", peer=there)).status == 503
        again = await admitted(server, target="/acme/CP01", peer=here)
        assert again.subprotocol == "ocpp1.6"
        for end in ends:
            end.abort()


# --- No identity in the path ----------------------------------------------------------


@pytest.mark.parametrize("target", ["/", "/ocpp/CP001/", "/ocpp/.", "/ocpp/%2E."])
@pytest.mark.parametrize("version", ["1.6", "2.0.1"])
async def test_a_path_without_an_identity(target: str, version: str) -> None:
    def hook(handshake: Handshake) -> Accept:
        assert (handshake.identity, handshake.versions) == ("", (version,))
        return Accept(identity=handshake.path.strip("/") or "the one")

    async with choosing(hook, require_identity=False) as server:
        ours = open_door(await admitted(server, versions=[version], target=target))
        await spin(3)
        (connection,) = server.connections.values()
        assert connection.identity == (target.strip("/") or "the one")
        assert connection.handshake is not None
        assert connection.handshake.deviations == ("the path names no identity",)
        ours.abort()


@pytest.mark.parametrize("choice", [Accept(), None])
@pytest.mark.parametrize("target", ["/", "/ocpp/CP001/"])
async def test_a_station_to_which_the_hook_gives_no_name(
    target: str, choice: Accept | None
) -> None:
    async with choosing(choice, require_identity=False) as server:
        assert (await refused(server, target=target)).status == 404
        assert dict(server.refusals) == {404: 1}
        assert (await admitted(server)).subprotocol == "ocpp1.6"


async def test_by_default_the_hook_is_not_asked() -> None:
    def hook(handshake: Handshake) -> Accept:
        pytest.fail(f"asked about {handshake.path}")

    for value in ("identifierString", "any"):
        async with choosing(hook, require_identity=value) as server:
            answer = await refused(server, target="/ocpp/CP001/")
            assert (answer.status, answer.text) == (404, "no identity in the path\n")


async def test_the_user_name_is_an_identity_as_well() -> None:
    async with choosing(require_identity=False) as server:
        ours = open_door(await admitted(server, target="/", headers=basic("CP007")))
        await spin(3)
        assert list(server.connections) == ["CP007"]
        ours.abort()
        for name in ("", "..", "C" * 256):
            answer = await refused(server, target="/", headers=basic(name))
            assert answer.status == 404
        await enter(server, "CP001")
        assert "CP001" in server.connections  # the path counts


async def test_a_bad_path_is_bad_whatever_is_required() -> None:
    async with choosing(Accept(identity="CP1"), require_identity=False) as server:
        assert (await refused(server, target="/ocpp/%zz")).status == 400
        assert (await refused(server, "C" * 256)).status == 404


# --- Settings -------------------------------------------------------------------------


async def test_settings_of_one_station() -> None:
    special, every, added = Seen(), Seen(), Seen()
    limits, clock = Limits(max_waiting=3), VirtualClock()
    own = Settings(
        limits=limits, tolerance=FIELD, call_timeout=5, observer=special, clock=clock
    )

    def hook(handshake: Handshake) -> Accept | None:
        return Accept(settings=own) if handshake.identity == "CP001" else None

    async with choosing(hook, settings=Settings(observer=every)) as server:
        server.observe(added)
        odd, usual = await enter(server, "CP001"), await enter(server, "CP002")
        connection = server.connections["CP001"]
        assert connection.limits is limits
        assert connection.tolerance.default is FIELD
        other = server.connections["CP002"]
        assert other.limits == Limits() != limits
        assert len(special.of(Opened)) == len(every.of(Opened)) == 1
        assert len(added.of(Opened)) == 2
        assert special.of(FrameReceived) == []
        for end in (odd, usual):
            end.abort()


async def test_settings_that_lack_the_version(
    caplog: pytest.LogCaptureFixture,
) -> None:
    newer = {number: DIALECTS[number] for number in DIALECTS if number != "1.6"}
    async with choosing(Accept(settings=Settings(dialects=newer))) as server:
        assert (await refused(server)).status == 500
    assert "the settings of on_connect have no dialect of OCPP 1.6" in caplog.text


async def test_pings_of_one_station() -> None:
    patient = WebSocketSettings(ping_interval=7, ping_timeout=70, ping_policy="any")

    def hook(handshake: Handshake) -> Accept | None:
        return Accept(websocket=patient) if handshake.identity == "CP001" else None

    async with choosing(hook) as server:
        ends = [await enter(server, "CP001"), await enter(server, "CP002")]
        first, second = [
            server.connections[each].keepalive for each in ("CP001", "CP002")
        ]
        assert (first.interval, first.timeout, first.policy) == (7, 70, "any")
        assert (second.interval, second.timeout, second.policy) == (20, 20, "pong")
        for end in ends:
            end.abort()


async def test_what_is_let_pass_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc.server")
    async with choosing(Accept(version="1.6", identity="one\ntwo")) as server:
        ours = open_door(await admitted(server, headers=offering()))
        await spin(3)
        ours.abort()
    text = (
        "'one\\ntwo': accepted deviation: "
        "the station offers no subprotocol, and speaks ocpp1.6"
    )
    assert whose(caplog, text) == {("one\ntwo", "1.6")}


def test_a_handshake_is_known_by_another_name_without_a_copy() -> None:
    handshake = Handshake(identity="CP1", path="/CP1", headers={})
    assert handshake.known_as("CP1") is handshake
    assert handshake.known_as("a/CP1") == replace(handshake, identity="a/CP1")
