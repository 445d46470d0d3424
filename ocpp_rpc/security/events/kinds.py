"""Security events: those that a station reports, and those that a server notices.

`StationEvent` lists the events that OCPP requires a station to report with
SecurityEventNotification (1.6 security white paper, section 8; 2.0.1 and 2.1 part 2,
appendix 1), by their names in 2.x. `name_in` and `is_critical` return the name of an
event in a version, and whether it is critical there.

For the events of a server, OCPP only recommends a log (A00.FR.323, A00.FR.408 of 1.6).
`SecurityEvent` describes one; the names of its kinds are those of this library.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from ocpp_rpc.lines import one_line

__all__ = [
    "MAX_TECH_INFO",
    "MAX_TYPE",
    "OnSecurityEvent",
    "SecurityEvent",
    "SecurityEventKind",
    "StationEvent",
    "is_critical",
    "name_in",
]

MAX_TYPE: Final = 50
"""The greatest length of `type` in a SecurityEventNotification, in characters."""

MAX_TECH_INFO: Final = 255
"""The greatest length of `techInfo` in a SecurityEventNotification, in characters."""


class StationEvent(StrEnum):
    """A security event that a station reports, by its name in OCPP 2.x."""

    FIRMWARE_UPDATED = "FirmwareUpdated"
    FAILED_TO_AUTHENTICATE_AT_CSMS = "FailedToAuthenticateAtCsms"
    CSMS_FAILED_TO_AUTHENTICATE = "CsmsFailedToAuthenticate"
    SETTING_SYSTEM_TIME = "SettingSystemTime"
    STARTUP_OF_THE_DEVICE = "StartupOfTheDevice"
    RESET_OR_REBOOT = "ResetOrReboot"
    SECURITY_LOG_WAS_CLEARED = "SecurityLogWasCleared"
    RECONFIGURATION_OF_SECURITY_PARAMETERS = "ReconfigurationOfSecurityParameters"
    MEMORY_EXHAUSTION = "MemoryExhaustion"
    INVALID_MESSAGES = "InvalidMessages"
    ATTEMPTED_REPLAY_ATTACKS = "AttemptedReplayAttacks"
    TAMPER_DETECTION_ACTIVATED = "TamperDetectionActivated"
    INVALID_FIRMWARE_SIGNATURE = "InvalidFirmwareSignature"
    INVALID_FIRMWARE_SIGNING_CERTIFICATE = "InvalidFirmwareSigningCertificate"
    INVALID_CSMS_CERTIFICATE = "InvalidCsmsCertificate"
    INVALID_CHARGING_STATION_CERTIFICATE = "InvalidChargingStationCertificate"
    INVALID_TLS_VERSION = "InvalidTLSVersion"
    INVALID_TLS_CIPHER_SUITE = "InvalidTLSCipherSuite"
    MAINTENANCE_LOGIN_ACCEPTED = "MaintenanceLoginAccepted"
    MAINTENANCE_LOGIN_FAILED = "MaintenanceLoginFailed"
    DISCARDED_RENEWED_CLIENT_CERTIFICATE = "DiscardedRenewedClientCertificate"


def name_in(event: StationEvent, version: str) -> str | None:
    """Return the `type` of an event in a version; None if the version lacks it."""
    if event not in _DEFINED.get(version, ()):
        return None
    return _NAMES_16.get(event, event.value) if version == "1.6" else event.value


def is_critical(event: StationEvent, version: str) -> bool:
    """Return whether a station must send an event, not only log it (A04.FR.01)."""
    return event in _CRITICAL.get(version, ())


_NAMES_16: Mapping[StationEvent, str] = {
    StationEvent.FAILED_TO_AUTHENTICATE_AT_CSMS: "FailedToAuthenticateAtCentralSystem",
    StationEvent.CSMS_FAILED_TO_AUTHENTICATE: "CentralSystemFailedToAuthenticate",
    StationEvent.INVALID_CSMS_CERTIFICATE: "InvalidCentralSystemCertificate",
    StationEvent.INVALID_CHARGING_STATION_CERTIFICATE: (
        "InvalidChargePointCertificate"
    ),
}
"""The events that have another name in 1.6."""

_LATER: Final = frozenset(
    {
        StationEvent.MAINTENANCE_LOGIN_ACCEPTED,
        StationEvent.MAINTENANCE_LOGIN_FAILED,
        StationEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE,
    }
)
"""The events that only 2.0.1 (the last one by an erratum of 2025) and 2.1 define."""

_DEFINED: Mapping[str, frozenset[StationEvent]] = {
    "1.6": frozenset(StationEvent) - _LATER,
    "2.0": frozenset(StationEvent) - _LATER,
    "2.0.1": frozenset(StationEvent),
    "2.1": frozenset(StationEvent),
}

_CRITICAL_16: Final = frozenset(
    {
        StationEvent.FIRMWARE_UPDATED,
        StationEvent.SETTING_SYSTEM_TIME,
        StationEvent.STARTUP_OF_THE_DEVICE,
        StationEvent.RESET_OR_REBOOT,
        StationEvent.SECURITY_LOG_WAS_CLEARED,
        StationEvent.MEMORY_EXHAUSTION,
        StationEvent.TAMPER_DETECTION_ACTIVATED,
    }
)

_CRITICAL_20: Final = _CRITICAL_16 | {
    StationEvent.INVALID_CSMS_CERTIFICATE,
    StationEvent.INVALID_CHARGING_STATION_CERTIFICATE,
    StationEvent.INVALID_TLS_VERSION,
    StationEvent.INVALID_TLS_CIPHER_SUITE,
}

_CRITICAL_201: Final = (
    _CRITICAL_20
    | _LATER
    | {
        StationEvent.INVALID_FIRMWARE_SIGNATURE,
        StationEvent.INVALID_FIRMWARE_SIGNING_CERTIFICATE,
    }
)
"""The critical events; the last two by an erratum (2.0.1 errata 2023-12, 2.18.1)."""

_CRITICAL: Mapping[str, frozenset[StationEvent]] = {
    "1.6": _CRITICAL_16,
    # As in 2.0.1 before its errata: 2.0 has the same list.
    "2.0": _CRITICAL_20,
    "2.0.1": _CRITICAL_201,
    "2.1": _CRITICAL_201,
}


class SecurityEventKind(StrEnum):
    """The kind of a security event that a server notices.

    FAILED_AUTHENTICATION: The credentials are missing, unreadable or wrong, or the
    client has to wait after too many failures.
    OTHER_USER: The user name of HTTP Basic is not the identity.
    NO_CERTIFICATE: The profile requires a client certificate, and there is none.
    BAD_CERTIFICATE: The client certificate is not trusted, expired, revoked, or belongs
    to another organization or station.
    TLS_VERSION: The client supports only versions of TLS that are too old.
    TLS_SUITE: The client and the server have no cipher suite in common.
    OTHER_PROFILE: The client uses another security profile than the address.
    LOWER_PROFILE: The station has used a higher security profile before.
    CONTESTED_IDENTITY: Two clients replace each other under one identity.
    """

    FAILED_AUTHENTICATION = "FailedAuthentication"
    OTHER_USER = "OtherUser"
    NO_CERTIFICATE = "NoCertificate"
    BAD_CERTIFICATE = "BadCertificate"
    TLS_VERSION = "TlsVersion"
    TLS_SUITE = "TlsSuite"
    OTHER_PROFILE = "OtherProfile"
    LOWER_PROFILE = "LowerProfile"
    CONTESTED_IDENTITY = "ContestedIdentity"

    @property
    def is_severe(self) -> bool:
        """Whether the event indicates a wrongly configured or imitated station.

        Random scans of the internet do not cause such events.
        """
        return self in _SEVERE


_SEVERE: Final = frozenset(
    {
        SecurityEventKind.OTHER_USER,
        SecurityEventKind.LOWER_PROFILE,
        SecurityEventKind.CONTESTED_IDENTITY,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecurityEvent:
    """A security event that a server has noticed. Its `str` is one line.

    Attributes:
        kind: The kind of the event.
        identity: The identity that the client claims; None if it is not known yet, such
            as during the TLS handshake.
        address: The host of the client, and its port if known; behind a trusted proxy,
            those of the client of the proxy. None if the client has no address.
        detail: A description for people, in one line, without secrets.
        verify_code: If OpenSSL refused the client certificate, OpenSSL's number for the
            reason, such as 10 for an expired certificate; otherwise None.
    """

    kind: SecurityEventKind
    identity: str | None
    address: tuple[str, int | None] | None
    detail: str
    verify_code: int | None = None

    def __str__(self) -> str:
        """Return the kind, address, identity and detail in one line."""
        who = "" if self.identity is None else f" as {self.identity!r}"
        return f"{self.kind}: {_shown(self.address)}{who}, {one_line(self.detail)}"


OnSecurityEvent: TypeAlias = Callable[[SecurityEvent], object]
"""A function that a server calls with each security event."""


def _shown(address: tuple[str, int | None] | None) -> str:
    if address is None:
        return "an unknown address"
    host, port = address
    host = f"[{host}]" if ":" in host else host
    return host if port is None else f"{host}:{port}"
