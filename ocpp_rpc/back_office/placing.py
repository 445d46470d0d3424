"""Checks which security profiles are possible, and required, at which place."""

from __future__ import annotations

from ipaddress import ip_address
from ssl import SSLContext
from typing import TYPE_CHECKING, Final

from ocpp_rpc.transports.places import Place

from .reverse_proxies import Networks

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["check_place", "check_profile", "is_loopback", "listening_tls"]


def check_profile(profile: object) -> None:
    """Check that an object is a security profile of a server, or None.

    Raises:
        ValueError: The object is something else.
    """
    if profile is None:
        return
    # Imported here, because a program with a profile has already imported it.
    from ocpp_rpc.security.server import Profile  # noqa: PLC0415

    if not isinstance(profile, Profile):
        kind = type(profile).__name__
        why = f"security has to be of ocpp_rpc.security.server, not a {kind}"
        raise ValueError(why)  # noqa: TRY004 - one kind of error for all wrong settings


def check_place(profile: Profile | None, place: Place, proxies: Networks) -> None:
    """Check that a security profile is possible at a place.

    Raises:
        ValueError: The profile is not possible there, the object is not a profile, or
            there is none for an endpoint.
    """
    check_profile(profile)
    if profile is None:
        if place != "listener":
            raise ValueError(_WITHOUT_SECURITY.format("an endpoint"))
        return
    from ocpp_rpc.security.profiles.channels import ProxyTls  # noqa: PLC0415
    from ocpp_rpc.security.server import tls_of  # noqa: PLC0415

    tls = tls_of(profile)
    if isinstance(tls, ProxyTls):
        if not proxies and (place != "asgi" or tls.wants_certificate):
            raise ValueError(_WITHOUT_PROXIES)
    elif tls is not None and place == "asgi":
        raise ValueError(_TLS_OVER_ASGI.format(profile.number))


def listening_tls(
    profile: Profile | None,
    ssl: SSLContext | None,
    host: str | None,
    *,
    in_process: bool,
) -> SSLContext | None:
    """Return the TLS context of a listener; None without TLS.

    Args:
        profile: The security profile of the stations that connect there.
        ssl: The `ssl` argument of the program.
        host: The host to listen on.
        in_process: Whether only this program can connect, whatever the host.

    Raises:
        ValueError: Both are given, or there is no profile for a host that other
            computers can reach.
    """
    if profile is None:
        if not in_process and not is_loopback(host):
            where = repr(host) if host else "a server on all interfaces"
            raise ValueError(_WITHOUT_SECURITY.format(where))
        return ssl
    if ssl is not None:
        raise ValueError("ssl is for servers without security=: pass it to the profile")
    from ocpp_rpc.security.profiles.channels import context_of  # noqa: PLC0415
    from ocpp_rpc.security.server import tls_of  # noqa: PLC0415

    tls = tls_of(profile)
    return None if tls is None else context_of(tls)


_WITHOUT_SECURITY: Final = (
    "{} may be reached from other computers: pass a security profile, such as "
    "security=server.Profile2(...), or security=server.Profile0() to do without (from "
    "ocpp_rpc.security import server)"
)

_WITHOUT_PROXIES: Final = (
    "tls_at_proxy() needs trusted proxies: add their networks to "
    "ServerSettings.trusted_proxies"
)

_TLS_OVER_ASGI: Final = (
    "TLS ends in front of an ASGI application: pass tls=server.tls_at_proxy(...) to "
    "profile {}"
)


def is_loopback(host: str | None) -> bool:
    """Tell whether a host can be reached from this computer only."""
    if host is None or host.lower() == "localhost":
        return host is not None
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
