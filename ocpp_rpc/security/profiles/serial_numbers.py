"""The serial number that a station tells when it boots, beside its certificate.

The certificate of a station names its serial number (A00.FR.511). What the program
knows of an identity is compared with that before the station is let in (`proofs`); what
the station says of itself, when it boots. A station that tells another serial number
than its certificate has a certificate that is not its own.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, Final

from ocpp_messages import Model
from ocpp_rpc.errors import ErrorCode, OcppError
from ocpp_rpc.security.boot.guarding import Guard
from ocpp_rpc.security.events import SecurityEventKind

from .proofs import names_of
from .refusals import ProfileRefused
from .server import Profile, Profile3

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake
    from ocpp_rpc.connection.connection import Connection

__all__ = ["OTHER_SERIAL_NUMBER", "guard_boot", "told_serial_numbers"]

OTHER_SERIAL_NUMBER: Final = (
    "the serial number of the station is not that of its certificate"
)
"""Why the connection of such a station is closed."""

_BOOT: Final = "BootNotification"


def guard_boot(
    profile: Profile,
    connection: Connection,
    handshake: Handshake,
    refuse: Callable[[ProfileRefused], None],
) -> None:
    """Have the serial number that a station tells compared with its certificate.

    A BootNotification that tells another one is answered with SecurityError, and no
    handler sees it. Only profile 3 has certificates; with another one, this does
    nothing.

    Args:
        profile: The profile by which the station has proved itself.
        connection: Its connection.
        handshake: What it has shown.
        refuse: Closes the connection, and tells of that.
    """
    if isinstance(profile, Profile3):
        names = names_of(handshake.certificate or {}, "commonName")
        connection.guard(_SerialGuard(names, refuse))


def told_serial_numbers(boot: Model) -> list[str]:
    """Return the serial numbers of a station in its BootNotification.

    1.x has two fields, of which makers use one or the other; all are optional.
    """
    station = getattr(boot, "charging_station", boot)
    told = (getattr(station, name, None) for name in _FIELDS)
    return [str(number) for number in told if number]


_FIELDS: Final = (
    "serial_number",
    "charge_point_serial_number",
    "charge_box_serial_number",
)


class _SerialGuard(Guard):
    """Looks at each BootNotification of one connection."""

    __slots__ = ("_names", "_refuse")

    def __init__(
        self, names: Sequence[str], refuse: Callable[[ProfileRefused], None]
    ) -> None:
        self._names = names
        self._refuse = refuse

    def passes(self, action: str) -> bool:
        return action != _BOOT

    def check(self, action: str, request: Model) -> Awaitable[object] | None:
        told = told_serial_numbers(request)
        if told and not set(told).intersection(self._names):
            kind = SecurityEventKind.BAD_CERTIFICATE
            self._refuse(ProfileRefused(kind, 403, OTHER_SERIAL_NUMBER))
            raise OcppError(ErrorCode.SECURITY_ERROR, OTHER_SERIAL_NUMBER)
        return None
