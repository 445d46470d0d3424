"""Checks whether a station meets the security profile of the address.

`check_shown` checks the request itself, which costs almost nothing. `prove` asks the
program whether the password is right, or for the serial number of the station, which
may take a while. Both raise `ProfileRefused`, which has the kind of the security event.
`floors.check_floor` follows at the end, so that only an authenticated station learns
that it has used a higher profile before.
"""

from __future__ import annotations

import math
import ssl
from collections.abc import Mapping
from contextlib import nullcontext
from time import time
from typing import TYPE_CHECKING, Any, Final

from ocpp_rpc.security.attempts import FailedAttempts
from ocpp_rpc.security.events import SecurityEventKind

from .asking import asked, checked_bool
from .channels import accepts_expired
from .refusals import ProfileRefused
from .server import Profile, Profile1, Profile2, Profile3

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake

__all__ = [
    "check_channel",
    "check_shown",
    "has_expired",
    "names_of",
    "prove",
]

# --- Checks of the request ------------------------------------------------------------


def check_channel(profile: Profile, *, secure: bool) -> None:
    """Check that a station uses TLS if, and only if, the profile does.

    Args:
        profile: The profile of the address.
        secure: Whether TLS protects the channel, as far as that is known.

    Raises:
        ProfileRefused: The station uses another profile.
    """
    if profile.number >= 2 and not secure:
        why = f"security profile {profile.number} needs TLS: use wss://"
        raise ProfileRefused(SecurityEventKind.OTHER_PROFILE, 403, why)
    if profile.number == 1 and secure:
        why = "this address is for security profile 1, without TLS: use ws://"
        raise ProfileRefused(SecurityEventKind.OTHER_PROFILE, 403, why)


def check_shown(profile: Profile, handshake: Handshake, now: float) -> None:
    """Check the credentials in a request, without asking the program.

    Args:
        profile: The profile of the address.
        handshake: The handshake of the station.
        now: The time, for the wait after failed attempts.

    Raises:
        ProfileRefused: The request does not meet the profile, or the station has to
            wait.
    """
    if isinstance(profile, Profile1 | Profile2):
        _check_credentials(handshake)
        _check_wait(profile.back_off, handshake, now)
    elif isinstance(profile, Profile3):
        _check_certificate(profile, handshake)


def _check_credentials(handshake: Handshake) -> None:
    credentials = handshake.credentials
    if credentials is None:
        garbage = "authorization" in handshake.headers
        raise ProfileRefused(
            SecurityEventKind.FAILED_AUTHENTICATION, 401, _UNREADABLE[garbage]
        )
    if credentials.username != handshake.identity.encode():
        why = "the user name is not the identity in the path"
        raise ProfileRefused(SecurityEventKind.OTHER_USER, 401, why)


_UNREADABLE: Final = {
    False: "this address requires a user name and a password",
    True: "the Authorization header is not one of HTTP Basic",
}


def _check_wait(
    back_off: FailedAttempts | None, handshake: Handshake, now: float
) -> None:
    """Refuse a station that has failed too often, without a check of its password.

    The status is not 401, because that would mean that the password is wrong.
    """
    if back_off is None:
        return
    seconds = back_off.wait(_host(handshake), handshake.identity, now)
    if seconds > 0:
        raise ProfileRefused(
            SecurityEventKind.FAILED_AUTHENTICATION,
            429,
            "too many failed attempts",
            retry_after=math.ceil(seconds),
        )


def _check_certificate(profile: Profile3, handshake: Handshake) -> None:
    certificate = handshake.certificate
    if certificate is None:
        why = f"security profile {profile.number} needs a client certificate"
        raise ProfileRefused(SecurityEventKind.NO_CERTIFICATE, 403, why)
    if handshake.certificate_expired and not accepts_expired(profile.tls):
        raise _bad_certificate("it has expired")
    if _time(certificate, "notBefore") > time():
        raise _bad_certificate("it is not yet valid")
    names = names_of(certificate, "organizationName")
    if not any(profile.organization in name for name in names):
        raise _bad_certificate("its organization (O) is not that of the operator")


def _bad_certificate(why: str) -> ProfileRefused:
    text = f"the client certificate is refused: {why}"
    return ProfileRefused(SecurityEventKind.BAD_CERTIFICATE, 403, text)


def has_expired(certificate: Mapping[str, Any]) -> bool:
    """Tell whether a certificate was valid only until a time that has passed."""
    return _time(certificate, "notAfter") < time()


def _time(certificate: Mapping[str, Any], name: str) -> float:
    return ssl.cert_time_to_seconds(certificate[name])


def names_of(certificate: Mapping[str, Any], attribute: str) -> list[str]:
    """Return the values of an attribute of the subject of a certificate."""
    parts = (part for parts in certificate.get("subject", ()) for part in parts)
    return [value for name, value in parts if name == attribute]


# --- Checks by the program ------------------------------------------------------------


async def prove(profile: Profile, handshake: Handshake, now: float) -> None:
    """Ask the program whether a station is the one that it claims to be.

    Args:
        profile: The profile of the address.
        handshake: The handshake of the station, which has passed `check_shown`.
        now: The time of the attempt.

    Raises:
        ProfileRefused: It is not.
        TypeError: A function of the profile returned a value of the wrong type.
    """
    if isinstance(profile, Profile1 | Profile2):
        await _prove_password(profile, handshake, now)
    elif isinstance(profile, Profile3):
        await _prove_serial_number(profile, handshake)


async def _prove_password(
    profile: Profile1 | Profile2, handshake: Handshake, now: float
) -> None:
    assert handshake.credentials is not None  # `check_shown` has checked that
    identity, password = handshake.identity, handshake.credentials.password
    back_off, host = profile.back_off, _host(handshake)
    # Again, because other attempts may have passed in the same turn of the loop.
    _check_wait(back_off, handshake, now)
    with nullcontext() if back_off is None else back_off.trying(host, identity):
        answer = await asked(profile.verify, identity, password)
    is_right = checked_bool("verify", answer)
    if back_off is not None:
        note = back_off.succeeded if is_right else back_off.failed
        note(host, identity, now)
    if not is_right:
        why = "the password is wrong"
        raise ProfileRefused(SecurityEventKind.FAILED_AUTHENTICATION, 401, why)


async def _prove_serial_number(profile: Profile3, handshake: Handshake) -> None:
    serial = await asked(profile.serial_of, handshake.identity)
    if not isinstance(serial, str | None):
        kind = type(serial).__name__
        raise TypeError(f"serial_of returned a {kind}, not a str or None")
    # The same text for a station that does not exist, so that clients cannot find out
    # which stations exist.
    if not serial or names_of(handshake.certificate or {}, "commonName") != [serial]:
        raise _bad_certificate("its name (CN) is not the serial number of the station")


def _host(handshake: Handshake) -> str | None:
    return None if handshake.address is None else handshake.address[0]
