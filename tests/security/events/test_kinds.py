"""The names of security events, and what a server makes of those that it sees."""

from __future__ import annotations

import dataclasses
import logging

import pytest

import ocpp_messages
from ocpp_messages import v20
from ocpp_rpc import Router, Server
from ocpp_rpc.security.events import (
    MAX_TYPE,
    SecurityEvent,
    SecurityEventKind,
    StationEvent,
    is_critical,
    name_in,
)

WITH_EVENTS = ("1.6", "2.0", "2.0.1", "2.1")

WRONG = SecurityEvent(
    kind=SecurityEventKind.FAILED_AUTHENTICATION,
    identity="CP001",
    address=("10.0.0.1", 5000),
    detail="the password is wrong",
)


# --- Those that stations report -------------------------------------------------------


@pytest.mark.parametrize(
    ("event", "in_16", "in_2x"),
    [
        (
            StationEvent.FAILED_TO_AUTHENTICATE_AT_CSMS,
            "FailedToAuthenticateAtCentralSystem",
            "FailedToAuthenticateAtCsms",
        ),
        (
            StationEvent.CSMS_FAILED_TO_AUTHENTICATE,
            "CentralSystemFailedToAuthenticate",
            "CsmsFailedToAuthenticate",
        ),
        (
            StationEvent.INVALID_CSMS_CERTIFICATE,
            "InvalidCentralSystemCertificate",
            "InvalidCsmsCertificate",
        ),
        (
            StationEvent.INVALID_CHARGING_STATION_CERTIFICATE,
            "InvalidChargePointCertificate",
            "InvalidChargingStationCertificate",
        ),
        (StationEvent.INVALID_TLS_VERSION, "InvalidTLSVersion", "InvalidTLSVersion"),
        (StationEvent.INVALID_MESSAGES, "InvalidMessages", "InvalidMessages"),
    ],
)
def test_an_event_is_named_as_its_version_has_it(
    event: StationEvent, in_16: str, in_2x: str
) -> None:
    names = [name_in(event, version) for version in WITH_EVENTS]
    assert names == [in_16, in_2x, in_2x, in_2x]


def test_a_version_without_the_message_has_no_events() -> None:
    for version in ocpp_messages.VERSIONS:
        known = "SecurityEventNotification" in ocpp_messages.load(version).PROCEDURES
        named = [event for event in StationEvent if name_in(event, version)]
        assert bool(named) == known


def test_an_event_of_a_later_version_has_no_name_before() -> None:
    later = [e for e in StationEvent if name_in(e, "1.6") is None]
    assert later == [
        StationEvent.MAINTENANCE_LOGIN_ACCEPTED,
        StationEvent.MAINTENANCE_LOGIN_FAILED,
        StationEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE,
    ]
    assert [e for e in StationEvent if name_in(e, "2.0") is None] == later
    assert not any(is_critical(event, "1.6") for event in later)


def test_the_names_of_2_0_are_those_of_its_schema() -> None:
    named = {name_in(event, "2.0") for event in StationEvent} - {None}
    assert named == {each.value for each in v20.SecurityEventEnumType}


def test_every_name_fits_into_the_message() -> None:
    names = [name_in(event, v) or "" for event in StationEvent for v in WITH_EVENTS]
    assert 0 < max(map(len, names)) <= MAX_TYPE


@pytest.mark.parametrize(
    ("event", "critical_in"),
    [
        (StationEvent.FIRMWARE_UPDATED, ["1.6", "2.0", "2.0.1", "2.1"]),
        (StationEvent.TAMPER_DETECTION_ACTIVATED, ["1.6", "2.0", "2.0.1", "2.1"]),
        (StationEvent.INVALID_CSMS_CERTIFICATE, ["2.0", "2.0.1", "2.1"]),
        (StationEvent.INVALID_TLS_CIPHER_SUITE, ["2.0", "2.0.1", "2.1"]),
        (StationEvent.INVALID_FIRMWARE_SIGNATURE, ["2.0.1", "2.1"]),
        (StationEvent.MAINTENANCE_LOGIN_FAILED, ["2.0.1", "2.1"]),
        (StationEvent.INVALID_MESSAGES, []),
        (StationEvent.FAILED_TO_AUTHENTICATE_AT_CSMS, []),
        (StationEvent.ATTEMPTED_REPLAY_ATTACKS, []),
    ],
)
def test_an_event_is_critical_where_its_version_says_so(
    event: StationEvent, critical_in: list[str]
) -> None:
    versions = ocpp_messages.VERSIONS
    assert [v for v in versions if is_critical(event, v)] == critical_in


def test_how_many_are_critical() -> None:
    counts = [sum(is_critical(e, v) for e in StationEvent) for v in WITH_EVENTS]
    assert counts == [7, 11, 16, 16]


# --- Those that a server sees ---------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({}, "FailedAuthentication: 10.0.0.1:5000 as 'CP001', the password is wrong"),
        (
            {"identity": None, "address": ("::1", None)},
            "FailedAuthentication: [::1], the password is wrong",
        ),
        (
            {"identity": "a\nb", "address": None, "detail": "x\n\x1b[2Jy"},
            "FailedAuthentication: an unknown address as 'a\\nb', x \\x1b[2Jy",
        ),
    ],
)
def test_an_event_is_one_line(changes: dict[str, object], text: str) -> None:
    event = dataclasses.replace(WRONG, **changes)  # type: ignore[arg-type]
    assert str(event) == text


@pytest.mark.parametrize(
    ("kind", "level"),
    [
        (SecurityEventKind.FAILED_AUTHENTICATION, logging.INFO),
        (SecurityEventKind.TLS_VERSION, logging.INFO),
        (SecurityEventKind.LOWER_PROFILE, logging.WARNING),
        (SecurityEventKind.CONTESTED_IDENTITY, logging.WARNING),
        (SecurityEventKind.OTHER_USER, logging.WARNING),
    ],
)
async def test_a_server_counts_logs_and_tells_each_event_once(
    kind: SecurityEventKind, level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "ocpp_rpc.server")
    seen: list[SecurityEvent] = []
    event = dataclasses.replace(WRONG, kind=kind)
    async with Server(Router(), versions=["1.6"]) as server:
        server.on_security_event(seen.append)
        server.note_security(event)
        assert server.security_events == {kind: 1}
    assert seen == [event]
    (record,) = (r for r in caplog.records if r.name == "ocpp_rpc.server")
    assert (record.levelno, record.message) == (level, f"security event {event}")


async def test_an_observer_that_fails_keeps_nothing_from_the_others(
    caplog: pytest.LogCaptureFixture,
) -> None:
    seen: list[SecurityEvent] = []

    def fail(_: SecurityEvent) -> None:
        raise ValueError("no disk")

    async with Server(Router(), versions=["1.6"]) as server:
        server.on_security_event(fail)
        server.on_security_event(seen.append)
        server.note_security(WRONG)
    assert seen == [WRONG]
    assert "an observer of security events failed" in caplog.text
