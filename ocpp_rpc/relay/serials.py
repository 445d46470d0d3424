"""The serial number that a charger tells when it boots, beside its certificate.

A server compares the two (see `ocpp_rpc.security.profiles.serial_numbers`) in what its
connections read. A relay has to do it with frames that no connection reads, and that
its back office may read more leniently than this package does. So every place of a
serial number counts, in a frame of any version and form, each time that it is told; and
what is told in a frame that cannot be read to the end counts as another number.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, Final, cast

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.security.profiles.proofs import names_of

from .heads import Head

__all__ = ["SerialNumbers", "serial_numbers_of"]

_MAY_BE_BOOTS: Final = frozenset({"BootNotification", ""})
"""What the beginning of a boot tells of its action; nothing if that is far away."""

_PLACES: Final = (
    ("chargePointSerialNumber",),
    ("chargeBoxSerialNumber",),
    ("chargingStation", "serialNumber"),
)
"""Where a BootNotification tells a serial number, in 1.x and in 2.x."""

_WITH_CERTIFICATE: Final = 3
"""The security profile whose chargers have certificates."""


class SerialNumbers:
    """The serial numbers that the certificate of a charger names.

    Args:
        names: The numbers.
    """

    def __init__(self, names: Collection[str]) -> None:
        self._names = names

    def are_other(self, message: str | bytes, head: Head | None) -> bool:
        """Tell whether a message of the charger is a boot as another charger.

        Args:
            message: The message.
            head: How it begins, if it is no reply; None if that cannot be read, as in
                a binary message.
        """
        if head is not None and head.action not in _MAY_BE_BOOTS:
            return False
        try:
            payload = _boot_of(message)
        except RecursionError:  # another reader may get to the end of it
            return True
        told = [found for place in _PLACES if (found := _told(payload, place))]
        return bool(told) and not any(self._names_all(each) for each in told)

    def _names_all(self, told: Sequence[str]) -> bool:
        return all(number in self._names for number in told)


def serial_numbers_of(connection: Connection) -> SerialNumbers | None:
    """Return what the boots of a charger are compared with.

    None: it has not proved itself by a certificate.
    """
    handshake = connection.handshake
    if handshake is None or handshake.profile != _WITH_CERTIFICATE:
        return None
    return SerialNumbers(names_of(handshake.certificate or {}, "commonName"))


def _boot_of(message: str | bytes) -> Any:
    """Return the payload of a BootNotification; None if the message is none.

    An object is a tuple of its names and values, since a name may be there twice.
    """
    text = message if isinstance(message, str) else message.decode(errors="replace")
    try:
        frame = json.loads(
            text.lstrip("\ufeff"),
            strict=False,
            object_pairs_hook=tuple,
            parse_int=str,
            parse_float=str,
        )
    except ValueError:  # no back office can read it
        return None
    match frame:
        case [_, _, "BootNotification", payload, *_]:
            return payload
        case _:
            return None


def _told(value: Any, place: Sequence[str]) -> list[str]:
    """Return what a payload tells at a place, each time that it does."""
    if not place:
        return [] if value is None or value == "" else [str(value)]
    if not isinstance(value, tuple):
        return []
    name, *inner = place
    pairs = cast("tuple[tuple[str, Any], ...]", value)
    return [told for key, part in pairs if key == name for told in _told(part, inner)]
