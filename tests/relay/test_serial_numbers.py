"""The serial number that a charger tells through a relay, beside its certificate."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ocpp_rpc import ServerSettings
from ocpp_rpc.security.events import SecurityEvent, SecurityEventKind
from ocpp_rpc.security.server import Profile3, tls_at_proxy
from ocpp_rpc.transports import HttpAnswer
from tests.back_office.admitted import asking, open_door
from tests.relay.scene import BEAT, CALL, End, Scene
from tests.security.profiles.test_proxies import AUTHORITY, escaped
from tests.security.profiles.test_serial_numbers import PROXY, noted_about

PROFILE = Profile3(
    tls=tls_at_proxy(certificate_header="X-Client-Cert"),
    organization="Acme CPO",
    serial_of=lambda _: "SN001",
)
RULES = ServerSettings(trusted_proxies=["10.0.0.0/8"])


def certified() -> Scene:
    return Scene(security=PROFILE, server=RULES)


async def enter(scene: Scene) -> tuple[End, End]:
    """Come with the certificate of SN001; return both ends."""
    headers = {
        "x-forwarded-proto": "https",
        "x-client-cert": escaped(AUTHORITY.station()),
    }
    answer = await scene.relay.admit(asking("CP001", headers=headers, peer=PROXY))
    assert not isinstance(answer, HttpAnswer), answer
    charger = End(open_door(answer))
    scene.opened(charger)
    await scene.settle()
    return charger, await scene.office.ends.get()


def boot(payload: str) -> str:
    return f'[2,"1","BootNotification",{payload}]'


GOOD: list[str | bytes] = [
    boot('{"chargePointSerialNumber":"SN001"}'),
    boot('{"chargePointSerialNumber":"X","chargeBoxSerialNumber":"SN001"}'),
    boot('{"chargingStation":{"serialNumber":"SN001","model":"X"}}'),
    boot('{"chargePointSerialNumber":null,"chargeBoxSerialNumber":""}'),
    boot("{}"),
    boot("[]"),
    boot('{"chargePointSerialNumber":"SN0'),  # no JSON
    '[2,"1","DataTransfer",{"chargePointSerialNumber":"SN002"}]',
    '[3,"1",{"chargePointSerialNumber":"SN002"}]',
    b'[2,"1","BootNotification",{"chargePointSerialNumber":"SN001"}]',
    b"\xff",
    "no OCPP",
]

LONG = "i" * 2000

BAD: list[str | bytes] = [
    boot('{"chargePointSerialNumber":"SN002"}'),
    boot('{"chargeBoxSerialNumber":"sn001"}'),
    boot('{"chargePointSerialNumber":["SN001"]}'),
    boot('{"chargePointSerialNumber":"SN001","chargePointSerialNumber":"SN002"}'),
    boot('{"chargingStation":{"serialNumber":"SN002"}}'),
    boot('{"chargePointSerialNumber":"SN002","n":' + "9" * 5000 + "}"),
    boot('{"chargePointSerialNumber":"SN002","a":"\x01"}'),
    boot('{"a":' + "[" * 200_000 + "]" * 200_000 + "}"),
    '[2,"1","Boot\\u004eotification",{"chargeBoxSerialNumber":"SN002"}]',
    '\ufeff[2,"1","BootNotification",{"chargeBoxSerialNumber":"SN002"}]',
    '[2.0,"1","BootNotification",{"chargeBoxSerialNumber":"SN002"}]',
    f'[2,"{LONG}","BootNotification",{{"chargeBoxSerialNumber":"SN002"}}]',
    f'[2,"1",{" " * 5000}"BootNotification",{{"chargeBoxSerialNumber":"SN002"}}]',
    b'[2,"1","BootNotification",{"chargePointSerialNumber":"SN002"}]',
]


@pytest.mark.parametrize("message", GOOD, ids=range(len(GOOD)))
async def test_passes_what_tells_no_other_serial_number(message: str | bytes) -> None:
    async with certified() as scene:
        charger, office = await enter(scene)
        await charger.send(message)
        assert await office.recv() == message
        assert not scene.relay.server.security_events


@pytest.mark.parametrize("message", BAD, ids=range(len(BAD)))
async def test_closes_a_charger_that_tells_another(
    message: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """A00.FR.405, A00.FR.407: the certificate is not its own."""
    caplog.set_level("INFO", "ocpp_rpc.server")
    events: list[SecurityEvent] = []
    async with certified() as scene:
        scene.relay.server.on_security_event(events.append)
        charger, office = await enter(scene)
        await charger.send(message)
        await charger.send(BEAT)
        assert await scene.clock.until(closed_unread(office)) == 1008
        assert (await charger.closed())[0] == 1008
        assert not scene.relay.chargers
    (event,) = events
    assert (event.kind, event.identity) == (SecurityEventKind.BAD_CERTIFICATE, "CP001")
    assert (event.address or ("",))[0] == "10.0.0.1"
    assert noted_about(caplog) == [("CP001", "1.6")]


async def closed_unread(end: End) -> int:
    """Return how an end was closed to which nothing was passed on."""
    opened = end.transport.recv()
    with pytest.raises(Exception, match="1008") as closed:
        await opened
    return closed.value.code  # type: ignore[attr-defined, no-any-return]


async def test_tells_the_charger_and_passes_nothing_of_it_any_more() -> None:
    async with certified() as scene:
        charger, office = await enter(scene)
        await office.send(CALL)
        await charger.recv()
        await charger.send(BAD[0])
        answer: Any = json.loads(str(await charger.recv()))
        assert answer[:3] == [4, "1", "SecurityError"]
        await charger.send('[3,"1",{"status":"Accepted"}]')
        assert await scene.clock.until(closed_unread(office)) == 1008
        await charger.closed()


async def test_has_nothing_to_compare_without_a_certificate() -> None:
    async with Scene() as scene:
        charger, office, _ = await scene.pair()
        await charger.send(BAD[0])
        assert await office.recv() == BAD[0]
