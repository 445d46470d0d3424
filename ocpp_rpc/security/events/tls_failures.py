"""The security events for failed TLS handshakes of a server."""

from __future__ import annotations

from collections.abc import Mapping
from ssl import SSLCertVerificationError, SSLError
from typing import Final

from .kinds import SecurityEvent, SecurityEventKind

__all__ = ["tls_event"]


def tls_event(
    error: BaseException, address: tuple[str, int | None] | None
) -> SecurityEvent | None:
    """Return the security event for a failed TLS handshake.

    Args:
        error: The exception of the handshake.
        address: The address of the client.

    Returns:
        The event; None if the failure is not a security event, for example because the
        client has gone away.
    """
    kind = _KINDS.get(error.reason) if isinstance(error, SSLError) else None
    if kind is None:
        return None
    detail, code = _DETAILS[kind], None
    if isinstance(error, SSLCertVerificationError):
        detail, code = f"{detail}: {error.verify_message}", error.verify_code
    return SecurityEvent(
        kind=kind, identity=None, address=address, detail=detail, verify_code=code
    )


_KINDS: Final[Mapping[str, SecurityEventKind]] = {
    "BAD_SIGNATURE": SecurityEventKind.BAD_CERTIFICATE,
    "CERTIFICATE_VERIFY_FAILED": SecurityEventKind.BAD_CERTIFICATE,
    "NO_SHARED_CIPHER": SecurityEventKind.TLS_SUITE,
    "NO_SUITABLE_SIGNATURE_ALGORITHM": SecurityEventKind.TLS_SUITE,
    "PEER_DID_NOT_RETURN_A_CERTIFICATE": SecurityEventKind.NO_CERTIFICATE,
    "UNSUPPORTED_PROTOCOL": SecurityEventKind.TLS_VERSION,
}
"""The kinds by the reason names of OpenSSL, which are stable between releases."""

_DETAILS: Final[Mapping[SecurityEventKind, str]] = {
    SecurityEventKind.BAD_CERTIFICATE: "the client certificate is refused",
    SecurityEventKind.NO_CERTIFICATE: "there is no client certificate",
    SecurityEventKind.TLS_SUITE: "there is no cipher suite in common",
    SecurityEventKind.TLS_VERSION: "the version of TLS is too low",
}
