"""Compares the serial number in a BootNotification with the charger's certificate.

A server compares the two in the messages that its connections read (see
`ocpp_rpc.security.profiles.serial_numbers`). A relay has to do it in frames that none
of its connections reads, and that the back office may read more leniently than this
package does. So it looks at every place of a serial number, in a frame of any version
and form, and at every repetition of it. A frame that cannot be read to its end counts
as one with another number.
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
"""The actions in the head of a BootNotification; empty if the head is too short."""

_PLACES: Final = (
    ("chargePointSerialNumber",),
    ("chargeBoxSerialNumber",),
    ("chargingStation", "serialNumber"),
)
"""The places of a serial number in a BootNotification, in 1.x and in 2.x."""

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
        """Tell whether a message is a BootNotification with another serial number.

        Args:
            message: The message, not a reply.
            head: The beginning of its frame; None if it cannot be read, as in a binary
                message.
        """
        if head is not None and head.action not in _MAY_BE_BOOTS:
            return False
        try:
            payload = _boot_of(message)
        except RecursionError:  # the back office may be able to read it to its end
            return True
        told = [found for place in _PLACES if (found := _told(payload, place))]
        return bool(told) and not any(self._names_all(each) for each in told)

    def _names_all(self, told: Sequence[str]) -> bool:
        return all(number in self._names for number in told)


def serial_numbers_of(connection: Connection) -> SerialNumbers | None:
    """Return the serial numbers in the certificate of a charger.

    Returns:
        The numbers; None if the charger has not authenticated with a certificate.
    """
    handshake = connection.handshake
    if handshake is None or handshake.profile != _WITH_CERTIFICATE:
        return None
    return SerialNumbers(names_of(handshake.certificate or {}, "commonName"))


def _boot_of(message: str | bytes) -> Any:
    """Return the payload of a BootNotification; None if the message is not one.

    An object becomes a tuple of names and values, because a name may occur twice.
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
    """Return all values that a payload has at a place."""
    if not place:
        return [] if value is None or value == "" else [str(value)]
    if not isinstance(value, tuple):
        return []
    name, *inner = place
    pairs = cast("tuple[tuple[str, Any], ...]", value)
    return [told for key, part in pairs if key == name for told in _told(part, inner)]
