"""Security events: those that a station reports, and those that a server sees.

`StationEvent` lists what OCPP has a station report with SecurityEventNotification (1.6
security white paper, section 8; 2.0.1 and 2.1 part 2, appendix 1), by the names of 2.x.
`name_in` and `is_critical` say what each version makes of them.

For what a server sees, OCPP only recommends a log (A00.FR.323, A00.FR.408 of 1.6).
`SecurityEvent` is our record of one; its kinds have names of our own.
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
"""How many characters the type of a SecurityEventNotification may have."""

MAX_TECH_INFO: Final = 255
"""How many characters its techInfo may have."""


class StationEvent(StrEnum):
    """What a station reports, by the name that OCPP 2.x gives it."""

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
    """Return the `type` of an event in a version; None: it is not defined there."""
    if event not in _DEFINED.get(version, ()):
        return None
    return _NAMES_16.get(event, event.value) if version == "1.6" else event.value


def is_critical(event: StationEvent, version: str) -> bool:
    """Tell whether a station has to push an event, not only to log it (A04.FR.01)."""
    return event in _CRITICAL.get(version, ())


_NAMES_16: Mapping[StationEvent, str] = {
    StationEvent.FAILED_TO_AUTHENTICATE_AT_CSMS: "FailedToAuthenticateAtCentralSystem",
    StationEvent.CSMS_FAILED_TO_AUTHENTICATE: "CentralSystemFailedToAuthenticate",
    StationEvent.INVALID_CSMS_CERTIFICATE: "InvalidCentralSystemCertificate",
    StationEvent.INVALID_CHARGING_STATION_CERTIFICATE: (
        "InvalidChargePointCertificate"
    ),
}
"""What 1.6 calls otherwise than 2.x does."""

_LATER: Final = frozenset(
    {
        StationEvent.MAINTENANCE_LOGIN_ACCEPTED,
        StationEvent.MAINTENANCE_LOGIN_FAILED,
        StationEvent.DISCARDED_RENEWED_CLIENT_CERTIFICATE,
    }
)
"""What only 2.0.1 (the last one by an erratum of 2025) and 2.1 define."""

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
"""The last two by an erratum (2.0.1 errata 2023-12, 2.18.1)."""

_CRITICAL: Mapping[str, frozenset[StationEvent]] = {
    "1.6": _CRITICAL_16,
    # As in 2.0.1 before its errata: 2.0 has the same list.
    "2.0": _CRITICAL_20,
    "2.0.1": _CRITICAL_201,
    "2.1": _CRITICAL_201,
}


class SecurityEventKind(StrEnum):
    """What a server sees of its stations' security.

    FAILED_AUTHENTICATION: credentials are missing, unreadable or wrong.
    OTHER_USER: the user name of HTTP Basic is not the identity.
    NO_CERTIFICATE: a client certificate is due, and there is none.
    BAD_CERTIFICATE: the client certificate is not trusted, expired, revoked, or that of
    another organization or station.
    TLS_VERSION: the client speaks no version of TLS that is new enough.
    TLS_SUITE: there is no cipher suite in common.
    OTHER_PROFILE: the client comes with another security profile than that of the
    address.
    LOWER_PROFILE: the station has used a higher security profile before.
    CONTESTED_IDENTITY: two clients replace each other under one identity.
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
        """Whether a station is set up wrongly, or imitated.

        No scan of the Internet causes these.
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
        address: The host of the client, and its port if it is known; behind a trusted
            proxy, those of the proxy's client. None if it has no address.
        detail: A description for people, in one line, without secrets.
        verify_code: Of a client certificate that OpenSSL refuses: the number that it
            has for the reason, such as 10 for one that has expired.
    """

    kind: SecurityEventKind
    identity: str | None
    address: tuple[str, int | None] | None
    detail: str
    verify_code: int | None = None

    def __str__(self) -> str:
        """Return kind, identity, address and detail."""
        who = "" if self.identity is None else f" as {self.identity!r}"
        return f"{self.kind}: {_shown(self.address)}{who}, {one_line(self.detail)}"


OnSecurityEvent: TypeAlias = Callable[[SecurityEvent], object]
"""Called with each security event that a server sees."""


def _shown(address: tuple[str, int | None] | None) -> str:
    if address is None:
        return "an unknown address"
    host, port = address
    host = f"[{host}]" if ":" in host else host
    return host if port is None else f"{host}:{port}"
