"""Compares the serial number in a BootNotification with the certificate.

The certificate of a station contains its serial number (A00.FR.511). `proofs` compares
this with the serial number that the program knows before the station is accepted. This
module compares it with the serial number in the BootNotification. A station that
reports another serial number uses a certificate that is not its own.
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
"""The reason for closing the connection of such a station."""

_BOOT: Final = "BootNotification"


def guard_boot(
    profile: Profile,
    connection: Connection,
    handshake: Handshake,
    refuse: Callable[[ProfileRefused], None],
) -> None:
    """Compare the serial number in each BootNotification with the certificate.

    If the two differ, the BootNotification is answered with SecurityError and does not
    reach the handler. This does nothing unless the profile is 3, because only profile 3
    has certificates.

    Args:
        profile: The profile by which the station has authenticated.
        connection: The connection of the station.
        handshake: The handshake of the station, with its certificate.
        refuse: A function that closes the connection, and reports that.
    """
    if isinstance(profile, Profile3):
        names = names_of(handshake.certificate or {}, "commonName")
        connection.guard(_SerialGuard(names, refuse))


def told_serial_numbers(boot: Model) -> list[str]:
    """Return the serial numbers of a station in its BootNotification.

    1.x has two fields, of which each vendor uses one; all are optional.
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
    """Checks each BootNotification of one connection."""

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
