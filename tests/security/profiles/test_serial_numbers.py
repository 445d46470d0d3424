"""The serial number that a station tells when it boots, beside its certificate."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

import ocpp_messages
from ocpp_messages import Model, v1x, v15, v16, v20, v21, v201
from ocpp_rpc import Connection, ErrorCode, OcppError, Router, Server, ServerSettings
from ocpp_rpc.security import BootGuard
from ocpp_rpc.security.events import SecurityEvent, SecurityEventKind
from ocpp_rpc.security.profiles.serial_numbers import told_serial_numbers
from ocpp_rpc.security.server import Profile3, tls_at_proxy
from ocpp_rpc.transports import HttpAnswer, Peer
from tests.back_office.admitted import asking, open_door
from tests.security.pems import Pems
from tests.security.places import LISTENERS
from tests.security.profiles.test_proxies import AUTHORITY, escaped
from tests.support.scripted import spin

PROXY = Peer(("10.0.0.1", 443))
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)

PROFILE = Profile3(
    tls=tls_at_proxy(certificate_header="X-Client-Cert"),
    organization="Acme CPO",
    serial_of=lambda _: "SN001",
)
RULES = ServerSettings(trusted_proxies=["10.0.0.0/8"])


def boot_1x(package: Any, **serials: str) -> Any:
    return package.BootNotificationRequest(
        charge_point_vendor="Acme", charge_point_model="X1", **serials
    )


def boot_2x(package: Any, serial: str | None = None) -> Any:
    station = package.ChargingStationType(
        model="X1", vendor_name="Acme", serial_number=serial
    )
    return package.BootNotificationRequest(charging_station=station, reason="PowerUp")


def boot_20(serial: str | None = None) -> Any:
    station = v20.ChargingStationType(
        model="X1", vendor_name="Acme", serial_number=serial
    )
    reason = v20.BootReasonEnumType.POWER_UP
    return v20.BootNotificationRequest(charging_station=station, reason=reason)


def office(booted: list[Model], routes: Router | None = None) -> Server:
    """A server whose handlers note each boot, in whichever version."""
    routes = routes or Router()

    def boot(request: Any, connection: Connection) -> Any:
        booted.append(request)
        kind: Any = connection.package.PROCEDURES["BootNotification"].response
        name = "heartbeat_interval" if connection.version == "1.5" else "interval"
        return kind(status="Accepted", current_time=NOW, **{name: 300})

    for package in (v15, v16, v20, v201, v21):
        routes.add(package.BootNotificationRequest, boot)
    return Server(
        routes, versions=ocpp_messages.VERSIONS, security=PROFILE, server=RULES
    )


async def enter(server: Server, version: str) -> Connection:
    """Come with the certificate of SN001; return the side of the station."""
    headers = {
        "x-forwarded-proto": "https",
        "x-client-cert": escaped(AUTHORITY.station()),
    }
    answer = await server.admit(asking("CP001", [version], headers=headers, peer=PROXY))
    assert not isinstance(answer, HttpAnswer), answer
    package = ocpp_messages.load(version)
    station = Connection(open_door(answer), package, package.STATION, identity="CP001")
    station.start()
    await spin(5)
    return station


def noted_about(caplog: pytest.LogCaptureFixture) -> list[tuple[Any, Any]]:
    """The identities and versions of the log records of security events."""
    return [
        (getattr(record, "identity", None), getattr(record, "version", None))
        for record in caplog.records
        if record.message.startswith("security event ")
    ]


GOOD = [
    ("1.5", boot_1x(v15, charge_point_serial_number="SN001")),
    ("1.6", boot_1x(v16, charge_point_serial_number="SN001")),
    ("1.6", boot_1x(v16, charge_box_serial_number="SN001")),
    (
        "1.6",
        boot_1x(v16, charge_point_serial_number="X", charge_box_serial_number="SN001"),
    ),
    ("1.6", boot_1x(v16)),
    ("1.6", boot_1x(v16, meter_serial_number="M1")),
    ("2.0", boot_20("SN001")),
    ("2.0.1", boot_2x(v201, "SN001")),
    ("2.0.1", boot_2x(v201)),
    ("2.1", boot_2x(v21, "SN001")),
]

BAD = [
    ("1.5", boot_1x(v15, charge_point_serial_number="SN002")),
    ("1.6", boot_1x(v16, charge_point_serial_number="SN002")),
    ("1.6", boot_1x(v16, charge_box_serial_number="sn001")),
    ("2.0", boot_20("SN002")),
    ("2.0.1", boot_2x(v201, "SN002")),
    ("2.1", boot_2x(v21, "SN00")),
]


@pytest.mark.parametrize(("version", "boot"), GOOD)
async def test_a_station_that_tells_its_serial_number(version: str, boot: Any) -> None:
    booted: list[Model] = []
    async with office(booted) as server:
        station = await enter(server, version)
        response = await station.call(boot)
        assert response.status == "Accepted"
        assert booted == [boot]
        assert not station.closed
        assert server.security_events == {}
        await station.close()


@pytest.mark.parametrize(("version", "boot"), BAD)
async def test_a_station_that_tells_another_one(
    version: str, boot: Any, caplog: pytest.LogCaptureFixture
) -> None:
    """A00.FR.405, A00.FR.407: the certificate is not its own."""
    caplog.set_level("INFO", "ocpp_rpc.server")
    booted: list[Model] = []
    events: list[SecurityEvent] = []
    async with office(booted) as server:
        server.on_security_event(events.append)
        station = await enter(server, version)
        with pytest.raises(OcppError) as refused:
            await station.call(boot)
        assert refused.value.code == ErrorCode.SECURITY_ERROR
        await station.wait_closed()
        assert station.end is not None
        assert station.end.code == 1008
        assert not server.connections
    assert booted == []
    (event,) = events
    assert (event.kind, event.identity) == (SecurityEventKind.BAD_CERTIFICATE, "CP001")
    why = "the serial number of the station is not that of its certificate"
    assert event.detail == why
    assert noted_about(caplog) == [("CP001", version)]


async def test_other_calls_are_not_looked_at() -> None:
    routes = Router()

    @routes.on(v16.HeartbeatRequest)
    def heartbeat(_: v16.HeartbeatRequest) -> v16.HeartbeatResponse:
        return v16.HeartbeatResponse(current_time=NOW)

    async with office([], routes) as server:
        station = await enter(server, "1.6")
        response = await station.call(v16.HeartbeatRequest())
        assert response.current_time == NOW
        await station.close()


def accepting(booted: list[Any]) -> Router:
    """Handlers that accept each boot of 1.6."""
    routes = Router()

    @routes.on(v16.BootNotificationRequest)
    def boot(request: v16.BootNotificationRequest) -> v16.BootNotificationResponse:
        booted.append(request)
        return v16.BootNotificationResponse(
            status=v16.RegistrationStatus.ACCEPTED, current_time=NOW, interval=300
        )

    return routes


@pytest.mark.parametrize("when", ["made", "later"])
async def test_a_handler_that_is_set_otherwise_is_behind_it_too(when: str) -> None:
    """By what makes the handlers, at any time, and around a guard of boots."""
    booted: list[Any] = []

    def make(connection: Connection) -> Any:
        guard = BootGuard(versions=["1.6"])
        if when == "made":
            connection.set_handler(guard.around(accepting(booted)))

    server = Server(make, versions=["1.6"], security=PROFILE, server=RULES)
    async with server:
        station = await enter(server, "1.6")
        if when == "later":
            server.connections["CP001"].set_handler(accepting(booted))
        response = await station.call(boot_1x(v16, charge_box_serial_number="SN001"))
        assert response.status == "Accepted"
        with pytest.raises(OcppError, match="serial number of the station is not"):
            await station.call(boot_1x(v16, charge_box_serial_number="SN002"))
        await station.wait_closed()
    assert len(booted) == 1


async def test_a_handler_in_a_thread_and_one_for_both_versions() -> None:
    booted: list[Any] = []
    routes = Router()

    @routes.on(v1x.BootNotificationRequest, in_thread=True)
    def boot(request: v1x.BootNotificationRequest) -> v1x.BootNotificationResponse:
        booted.append(request)
        return v1x.BootNotificationResponse(
            status=v1x.RegistrationStatus.ACCEPTED,
            current_time=NOW,
            interval=timedelta(seconds=300),
        )

    server = Server(routes, versions=["1.6"], security=PROFILE, server=RULES)
    async with server:
        station = await enter(server, "1.6")
        response = await station.call(boot_1x(v16, charge_box_serial_number="SN001"))
        assert response.status == "Accepted"
        with pytest.raises(OcppError, match="serial number of the station is not"):
            await station.call(boot_1x(v16, charge_box_serial_number="SN002"))
    assert len(booted) == 1


def test_what_a_boot_tells() -> None:
    assert [told_serial_numbers(boot) for _, boot in GOOD[:6]] == [
        ["SN001"],
        ["SN001"],
        ["SN001"],
        ["X", "SN001"],
        [],
        [],
    ]
    assert told_serial_numbers(boot_2x(v201)) == []


async def test_with_a_certificate_of_tls(pems: Pems) -> None:
    """The same with a certificate that a listener has seen."""
    tls = pems.server_tls(client_ca=pems.roots)
    profile = Profile3(tls=tls, organization="Acme", serial_of=lambda _: "SN001")
    place = LISTENERS[0]
    async with place.open(profile, tls) as served:
        trusted = pems.client_tls(certificate=pems.station())
        transport, _ = await served.dial(tls=trusted, subprotocols=("ocpp1.6",))
        station = Connection(transport, v16, v16.STATION, identity="CP001")
        station.start()
        with pytest.raises(OcppError, match="serial number of the station is not"):
            await station.call(boot_1x(v16, charge_point_serial_number="SN002"))
        await station.wait_closed()
        assert [each.kind for each in served.events] == ["BadCertificate"]
