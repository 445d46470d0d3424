"""The credentials that a station presents for a security profile, even via a proxy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ocpp_rpc.security.profiles.channels import ProxyTls
from ocpp_rpc.security.profiles.proofs import check_channel, check_shown, has_expired
from ocpp_rpc.security.profiles.proxy_certificates import certificate_in
from ocpp_rpc.security.server import Profile, tls_of
from ocpp_rpc.transports import HandshakeRequest

from .handshake import Handshake
from .reverse_proxies import Networks, comes_from, forwarded_securely

__all__ = ["shown"]


def shown(
    profile: Profile,
    request: HandshakeRequest,
    handshake: Handshake,
    proxies: Networks,
    now: float,
) -> Handshake:
    """Return a handshake, extended by the credentials for the security profile.

    Args:
        profile: The security profile of the place where the station connects.
        request: The request.
        handshake: The handshake that was read from it.
        proxies: The networks of the trusted proxies.
        now: The time in seconds, for stations that have to wait after failed attempts.

    Raises:
        ProfileRefused: The station does not present what the profile requires.
    """
    from_proxy = comes_from(request, proxies)
    secure = request.secure or request.peer.tls is not None
    check_channel(
        profile, secure=secure or (from_proxy and forwarded_securely(request))
    )
    certificate = _certificate(profile, request, handshake, from_proxy=from_proxy)
    complete = replace(
        handshake,
        profile=profile.number,
        certificate=certificate,
        certificate_expired=certificate is not None and has_expired(certificate),
    )
    check_shown(profile, complete, now)
    return complete


def _certificate(
    profile: Profile,
    request: HandshakeRequest,
    handshake: Handshake,
    *,
    from_proxy: bool,
) -> Mapping[str, Any] | None:
    tls = tls_of(profile)
    if not isinstance(tls, ProxyTls):
        return handshake.certificate
    line = request.headers.get((tls.certificate_header or "").lower())
    return certificate_in(line) if from_proxy and line is not None else None
