"""What a charger is answered: what its back office says."""

from __future__ import annotations

import asyncio
import base64
from dataclasses import replace
from typing import Any

import pytest

from ocpp_rpc import (
    Accept,
    Handshake,
    HandshakeFailed,
    HandshakeRefused,
    NetworkProfile,
    NotConnected,
    ServerSettings,
    Settings,
    WebSocketSettings,
)
from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.relay import Relay, RelaySettings, SecondOffice
from ocpp_rpc.security import client, server
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import HttpAnswer
from tests.back_office.admitted import asking, open_door
from tests.confidential import PASSWORD, TOKEN
from tests.relay.scene import BEAT, End, Scene

BASIC = "Basic " + base64.b64encode(f"CP001:{PASSWORD}".encode()).decode()


@pytest.mark.parametrize("chosen", ["ocpp1.6", "ocpp2.0.1", None])
async def test_answers_what_the_back_office_has_chosen(chosen: str | None) -> None:
    async with Scene() as scene:
        scene.office.chooses = chosen
        transport, selected = await scene.dial(offers=["ocpp2.0.1", "ocpp1.6"])
        assert selected == chosen
        [asked] = scene.office.requests
        assert asked.headers["sec-websocket-protocol"] == "ocpp2.0.1, ocpp1.6"
        transport.abort()


@pytest.mark.parametrize("offers", [[], ["ocpp9.9"]])
async def test_relays_a_charger_without_a_version(offers: list[str]) -> None:
    async with Scene() as scene:
        scene.office.chooses = None
        charger, office, relayed = await scene.pair(offers=offers)
        [asked] = scene.office.requests
        assert asked.headers.get("sec-websocket-protocol", "") == "".join(offers)
        assert relayed.version == "1.6"  # assumed
        await charger.send(BEAT)
        assert await office.recv() == BEAT


async def test_passes_the_path_and_the_credentials_on() -> None:
    async with Scene("ws://csms/ocpp?a=1") as scene:
        transport, _ = await scene.near.dial(
            f"ws://relay/x/y/RDAM%7c123?token={TOKEN}",
            subprotocols=["ocpp1.6"],
            headers={"Authorization": BASIC},
            ssl=None,
            settings=WebSocketSettings(),
        )
        [asked] = scene.office.requests
        assert asked.target == f"/ocpp/RDAM%7c123?a=1&token={TOKEN}"
        assert asked.headers["authorization"] == BASIC
        [identity] = scene.relay.chargers
        assert identity == "RDAM|123"
        transport.abort()


async def test_passes_the_whole_path_on_if_told() -> None:
    async with Scene("ws://csms/", relay=RelaySettings(whole_path=True)) as scene:
        transport, _ = await scene.dial(path="/acme/de/")
        assert scene.office.requests[0].target == "/acme/de/CP001"
        transport.abort()


@pytest.mark.parametrize("path", ["/../", "/a/%2e%2E/", "/./"])
async def test_passes_no_path_on_that_leads_elsewhere(path: str) -> None:
    async with Scene("ws://csms/ocpp", relay=RelaySettings(whole_path=True)) as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial(path=path)
        assert refused.value.status == 404
        assert not scene.office.requests


OWN = "Basic " + base64.b64encode(f"CP001:{TOKEN}".encode()).decode()


@pytest.mark.parametrize(
    ("profile", "sent"),
    [
        ({"security": client.Profile1(password=TOKEN)}, OWN),
        ({"security": client.Profile0()}, None),
        ({"password": TOKEN}, OWN),
        ({"headers": {"Authorization": OWN}}, OWN),
        ({"headers": {"X-Key": "1"}}, BASIC),
    ],
)
async def test_shows_other_credentials_if_told(
    profile: dict[str, Any], sent: str | None
) -> None:
    async with Scene(NetworkProfile(url="ws://csms/ocpp", **profile)) as scene:
        transport, _ = await scene.dial(headers={"Authorization": BASIC})
        assert scene.office.requests[0].headers.get("authorization") == sent
        transport.abort()


async def test_keeps_the_credentials_to_itself_if_told() -> None:
    async with Scene(relay=RelaySettings(pass_credentials=False)) as scene:
        transport, _ = await scene.dial(headers={"Authorization": BASIC})
        assert "authorization" not in scene.office.requests[0].headers
        transport.abort()


async def test_asks_a_function_for_the_back_office_of_a_charger() -> None:
    async def upstream(handshake: Handshake) -> str:
        assert handshake.subprotocols == ("ocpp1.6",)
        return f"ws://csms/{handshake.identity.lower()}"

    async with Scene(upstream) as scene:
        transport, _ = await scene.dial()
        assert scene.office.requests[0].target == "/cp001/CP001"
        transport.abort()


async def test_asks_the_hook_of_the_program_first() -> None:
    def decide(handshake: Handshake) -> Accept:
        if handshake.identity != "CP001":
            raise HandshakeRefused(404)
        return Accept(data="depot", versions=["1.6"])

    async with Scene(on_connect=decide) as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial("CP002")
        assert refused.value.status == 404
        assert not scene.office.requests
        transport, selected = await scene.dial(offers=["ocpp2.0.1", "ocpp1.6"])
        assert selected == "ocpp1.6"
        assert scene.relay.chargers["CP001"].data == "depot"
        transport.abort()


def tenant(handshake: Handshake) -> Accept:
    name = handshake.path.split("/")[1]
    return Accept(identity=f"{name}/{handshake.identity}")


async def test_knows_a_charger_by_the_name_that_the_hook_gives() -> None:
    asked: list[str] = []

    def upstream(handshake: Handshake) -> str:
        asked.append(handshake.identity)
        return "ws://csms/ocpp"

    rules = ServerSettings(duplicates="refuse")
    async with Scene(upstream, on_connect=tenant, server=rules) as scene:
        first, _ = await scene.dial(path="/acme/")
        second, _ = await scene.dial(path="/bolt/")  # no duplicate
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial(path="/acme/")
        assert refused.value.status == 409
        await scene.settle()
        assert {*scene.relay.chargers} == {"acme/CP001", "bolt/CP001"}
        assert asked == ["acme/CP001", "bolt/CP001"]
        through = scene.relay.chargers["acme/CP001"]
        assert through.identity == "acme/CP001"
        assert through.handshake.identity == "CP001"
        assert {each.target for each in scene.office.requests} == {"/ocpp/CP001"}
        first.abort()
        second.abort()


async def test_shows_credentials_under_the_identity_of_the_path() -> None:
    profile = NetworkProfile(url="ws://csms/ocpp", password=TOKEN)
    async with Scene(profile, on_connect=tenant) as scene:
        transport, _ = await scene.dial(path="/acme/")
        assert scene.office.requests[0].headers["authorization"] == OWN
        transport.abort()


async def test_appends_the_name_of_a_charger_whose_path_has_none() -> None:
    def hook(handshake: Handshake) -> Accept | None:
        return Accept(identity="a b/1") if handshake.path == "/named/" else None

    nameless = ServerSettings(require_identity=False)
    async with Scene(on_connect=hook, server=nameless) as scene:
        transport, _ = await scene.dial("", path="/named/")
        assert scene.office.requests[0].target == "/ocpp/a%20b%2F1"
        transport.abort()
        transport, _ = await scene.dial("", headers={"Authorization": BASIC})
        assert scene.office.requests[1].target == "/ocpp/CP001"
        transport.abort()
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial("")
        assert refused.value.status == 404
        assert len(scene.office.requests) == 2


async def test_wants_an_identity_in_the_path_otherwise() -> None:
    async with Scene() as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial("")
        assert refused.value.status == 404
        assert not scene.office.requests


@pytest.mark.parametrize(
    ("rules", "offered"),
    [
        (None, "ocpp2.0.1, x, ocpp1.6"),
        (ServerSettings(require_identity="any"), "ocpp2.0.1, x, ocpp1.6"),
        (ServerSettings(), "x, ocpp1.6"),
    ],
)
async def test_offers_the_versions_that_have_such_identities(
    rules: ServerSettings | None, offered: str
) -> None:
    async with Scene(server=rules) as scene:
        offers = ["ocpp2.0.1", "x", "ocpp1.6"]
        scene.office.chooses = "ocpp1.6"
        transport, selected = await scene.dial("CP%C3%A9", offers=offers)
        asked = scene.office.requests[0].headers["sec-websocket-protocol"]
        assert (asked, selected) == (offered, "ocpp1.6")
        transport.abort()


@pytest.mark.parametrize("offers", [["ocpp1.6", "ocpp2.0.1"], ["ocpp2.0.1"], []])
async def test_offers_the_version_that_the_hook_has_chosen(offers: list[str]) -> None:
    def hook(_: Handshake) -> Accept:
        return Accept(version="1.6")

    async with Scene(on_connect=hook) as scene:
        transport, selected = await scene.dial(offers=offers)
        asked = scene.office.requests[0].headers["sec-websocket-protocol"]
        assert asked == "ocpp1.6"
        assert selected == ("ocpp1.6" if "ocpp1.6" in offers else None)
        await scene.settle()
        assert scene.relay.chargers["CP001"].version == "1.6"
        transport.abort()


@pytest.mark.parametrize(
    ("accept", "versions"),
    [
        (Accept(), ("2.0.1", "1.6")),
        (Accept(version="2.1"), ("2.1",)),
        (Accept(versions=["2.1", "1.6"]), ("1.6",)),
    ],
)
async def test_tells_the_function_which_versions_the_hook_has_chosen(
    accept: Accept, versions: tuple[str, ...]
) -> None:
    told: list[Handshake] = []

    def upstream(handshake: Handshake) -> str:
        told.append(handshake)
        raise HandshakeRefused(404)

    def hook(_: Handshake) -> Accept:
        return accept

    async with Scene(upstream, on_connect=hook) as scene:
        with pytest.raises(HandshakeFailed):
            await scene.dial(offers=["ocpp2.0.1", "x", "ocpp1.6"])
    assert [each.versions for each in told] == [versions]
    assert told[0].subprotocols == ("ocpp2.0.1", "x", "ocpp1.6")


@pytest.mark.parametrize(("chosen", "version"), [("2.0.1", "2.0.1"), (None, "1.6")])
async def test_speaks_the_version_of_the_hook_if_none_is_negotiated(
    chosen: str | None, version: str
) -> None:
    def hook(_: Handshake) -> Accept:
        return Accept(version=chosen)

    async with Scene(on_connect=hook) as scene:
        scene.office.chooses = None
        transport, selected = await scene.dial(offers=["ocpp1.6"])
        await scene.settle()
        assert selected is None
        assert scene.relay.chargers["CP001"].version == version
        transport.abort()


@pytest.mark.parametrize(
    "accept",
    [
        Accept(versions=["2.0.1"]),
        Accept(versions=[]),
        Accept(version="1.6", versions=["2.0.1"]),
    ],
)
async def test_closes_a_charger_that_offers_no_version_of_the_hook(
    accept: Accept,
) -> None:
    def hook(_: Handshake) -> Accept:
        return accept

    async with Scene(on_connect=hook) as scene:
        transport, selected = await scene.dial(offers=["ocpp1.6"])
        assert selected is None
        assert await End(transport).closed() == (1002, "no common OCPP version")
        assert not scene.office.requests


async def test_dials_nothing_for_a_version_that_it_does_not_speak() -> None:
    def hook(_: Handshake) -> Accept:
        return Accept(version="2.1")

    async with Scene(on_connect=hook, versions=["1.6"]) as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial()
        assert refused.value.status == 500
        assert not scene.office.requests


async def test_tells_its_observer_of_a_charger_with_settings_of_its_own() -> None:
    told: dict[str, list[str]] = {"relay": [], "hook": []}

    def telling(name: str) -> Observer:
        return lambda event, _: told[name].append(type(event).__name__)

    clock = VirtualClock()
    usual = Settings(clock=clock, observer=telling("relay"))
    own = iter([None, usual, replace(usual, observer=telling("hook"))])

    def hook(_: Handshake) -> Accept:
        return Accept(settings=next(own))

    async with Scene(on_connect=hook, settings=usual) as scene:
        for hook_is_told in (False, False, True):
            charger, office, _ = await scene.pair()
            await charger.send(BEAT)
            await office.recv()
            charger.cut()
            await scene.settle()
            seen = ["Opened", "FrameReceived", "Closed"]
            assert told == {"relay": seen, "hook": seen if hook_is_told else []}
            told["relay"].clear()


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (HttpAnswer(401, "", {"WWW-Authenticate": 'Basic realm="x"'}), 401),
        (HttpAnswer(403, ""), 403),
        (HttpAnswer(404, ""), 404),
        (HttpAnswer(503, "", {"Retry-After": "77"}), 503),
        (HttpAnswer(500, ""), 502),
        (HttpAnswer(302, "", {"Location": "ws://elsewhere"}), 502),
    ],
)
async def test_refuses_whom_the_back_office_refuses(
    answer: HttpAnswer, status: int
) -> None:
    async with Scene() as scene:
        scene.office.answer = answer
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial()
        assert refused.value.status == status
        for name in ("WWW-Authenticate", "Retry-After"):
            if name in answer.headers:
                assert refused.value.headers[name.lower()] == answer.headers[name]
        assert scene.relay.refusals == {status: 1}
        assert not scene.relay.chargers


async def test_refuses_a_charger_whose_back_office_is_not_there() -> None:
    async with Scene("ws://nowhere/ocpp") as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial()
        assert refused.value.status == 502
        assert refused.value.retry_after == 30


async def test_refuses_a_charger_whose_back_office_does_not_answer() -> None:
    async with Scene(upstream_websocket=WebSocketSettings(open_timeout=5)) as scene:
        scene.office.pause = asyncio.Event()
        dialling = asyncio.ensure_future(scene.dial())
        await scene.clock.pass_time(5)
        with pytest.raises(HandshakeFailed) as refused:
            await dialling
        assert refused.value.status == 504
        scene.office.pause.set()


async def test_gives_the_back_office_up_if_the_charger_is_gone_meanwhile() -> None:
    async with Scene() as scene:
        scene.office.pause = asyncio.Event()
        dialling = asyncio.ensure_future(scene.dial())
        await scene.settle()
        scene.near.cut()
        with pytest.raises(HandshakeFailed):
            await dialling
        scene.office.pause.set()
        await scene.clock.pass_time(11)
        office: End = scene.office.ends.get_nowait()
        assert (await office.closed())[0] == 1006
        assert not scene.relay.chargers


async def test_gives_the_back_office_up_if_the_charger_takes_too_long() -> None:
    async with Scene(upstream_websocket=WebSocketSettings(open_timeout=5)) as scene:
        answer = await scene.relay.admit(asking())
        assert not isinstance(answer, HttpAnswer)
        await scene.clock.pass_time(5)
        office = await scene.office.ends.get()
        assert (await office.closed())[0] == 1006
        charger = End(open_door(answer))
        assert (await charger.closed())[0] == 1006
        assert not scene.relay.chargers


async def test_dials_nothing_for_a_charger_that_takes_too_long_to_decide_about() -> (
    None
):
    never = asyncio.Event()

    async def undecided(_: Handshake) -> str:
        await never.wait()
        raise AssertionError

    other = SecondOffice(url=undecided)
    rules = ServerSettings(on_connect_timeout=1)
    patience = WebSocketSettings(open_timeout=1)
    async with Scene(
        others=[other], server=rules, upstream_websocket=patience
    ) as scene:
        dialling = asyncio.ensure_future(scene.dial())
        await scene.clock.pass_time(2)
        with pytest.raises(HandshakeFailed) as refused:
            await dialling
        assert refused.value.status == 503
        assert not scene.office.requests


async def test_refuses_a_second_connection_before_the_back_office_is_dialled() -> None:
    async with Scene(server=ServerSettings(duplicates="refuse")) as scene:
        charger, office, _ = await scene.pair()
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial()
        assert refused.value.status == 409
        assert len(scene.office.requests) == 1
        await charger.send(BEAT)
        assert await office.recv() == BEAT


async def test_replaces_a_connection_and_that_to_its_back_office() -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        second, new_office, _ = await scene.pair()
        assert (await office.closed())[0] == 1008
        assert (await charger.closed())[0] == 1008
        await second.send(BEAT)
        assert await new_office.recv() == BEAT


async def test_wants_a_proof_of_its_own_of_a_charger() -> None:
    profile = server.Profile1(verify=lambda _, secret: secret == PASSWORD.encode())
    async with Scene(security=profile) as scene:
        with pytest.raises(HandshakeFailed) as refused:
            await scene.dial()
        assert refused.value.status == 401
        assert not scene.office.requests
        transport, _ = await scene.dial(headers={"Authorization": BASIC})
        assert scene.office.requests[0].headers["authorization"] == BASIC
        transport.abort()


async def test_has_only_chargers_that_are_connected() -> None:
    async with Scene() as scene:
        charger, _, relayed = await scene.pair()
        assert dict(scene.relay.chargers) == {"CP001": relayed}
        assert not relayed.closed
        charger.cut()
        await scene.settle()
        assert relayed.closed
        with pytest.raises(NotConnected):
            scene.relay.chargers["CP001"]


@pytest.mark.parametrize(
    "upstream",
    [
        "http://csms",
        "csms/ocpp",
        "ws:///ocpp",
        NetworkProfile(
            url="ws://csms",
            security=client.Profile1(password="x"),
            headers={"Authorization": "y"},
        ),
    ],
)
def test_refuses_a_back_office_that_cannot_be(upstream: Any) -> None:
    with pytest.raises(ValueError, match=r"ws://.* and a host|Authorization"):
        Relay(upstream)
