"""TLS of a station: the roots that it trusts, and its certificate."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from ipaddress import ip_address
from ssl import (
    PROTOCOL_TLS_CLIENT,
    Purpose,
    SSLContext,
    SSLObject,
)
from typing import Any, Final

from .pem import Files, Pair, Secret, load_pair, load_trust, paths
from .refusing import failed_verification
from .suites import SUITES, harden

__all__ = ["ClientTls", "tls"]

_HOSTNAME_MISMATCH: Final = 62
"""X509_V_ERR_HOSTNAME_MISMATCH of OpenSSL."""

_BY_WILDCARD: Final = "only a wildcard matches the name, which OCPP forbids"


class ClientTls:
    """The TLS settings of a station. Made by `tls`.

    Attributes:
        has_certificate: Whether the station has a certificate to show to the server.
    """

    def __init__(
        self, build: Callable[[], SSLContext], *, has_certificate: bool
    ) -> None:
        self._build = build
        self._context = build()
        self.has_certificate: Final = has_certificate

    @property
    def context(self) -> SSLContext:
        """The context for the next connection; `reload` replaces it."""
        return self._context

    def reload(self) -> None:
        """Read all files again, for connections that are opened afterwards.

        If it raises an exception, the station continues with the files that it read
        before.

        Raises:
            OSError: A file cannot be read.
            ValueError: A file has a fault; the message names it.
        """
        self._context = self._build()


def tls(
    *,
    ca: Files | None = None,
    certificate: Pair | None = None,
    password: Secret | None = None,
    allow_wildcards: bool = False,
) -> ClientTls:
    """Return the TLS settings of a station that OCPP requires.

    They allow TLS 1.2 and later, with the cipher suites that OCPP requires and those of
    ECDHE-RSA. The certificate of the server must contain the name in the URL: as a
    dNSName of its subjectAltName or, if that has none, as its CN (A00.FR.308,
    A00.FR.412). An IP address must be in the subjectAltName.

    All files are PEM.

    Args:
        ca: The files with the only roots to trust. None: the roots of the system, which
            OCPP advises against (white paper "Improved security for OCPP 1.6-J" ed. 4).
        certificate: For profile 3, the file with the certificate of the station and the
            intermediate certificates up to its root, and the file with its key.
        password: The password of the key, if it is encrypted, or a function that
            returns it.
        allow_wildcards: Whether to accept certificates for names such as
            `*.example.com`. 2.x forbids them unless AllowCSMSTLSWildcards is true, and
            1.6 unless AllowCentralSystemTLSWildcards is.

    Raises:
        OSError: A file cannot be read.
        ValueError: A file has a fault, or OpenSSL lacks a required suite; the message
            names it.
    """
    build = partial(_build, ca, certificate, password, allow_wildcards=allow_wildcards)
    return ClientTls(build, has_certificate=certificate is not None)


def _build(
    ca: Files | None,
    certificate: Pair | None,
    password: Secret | None,
    *,
    allow_wildcards: bool,
) -> SSLContext:
    context = SSLContext(PROTOCOL_TLS_CLIENT)  # verifies certificates and names
    context.hostname_checks_common_name = True
    harden(context, [suite for each in SUITES.values() for suite in each])
    if ca is None:
        context.load_default_certs(Purpose.SERVER_AUTH)
    else:
        load_trust(context, paths(ca, "ca"), "ca")
    if certificate is not None:
        load_pair(context, certificate, "certificate", password)
    if not allow_wildcards:
        context.sslobject_class = _WithoutWildcards
    return context


class _WithoutWildcards(SSLObject):
    """Refuses a certificate that matches the name of the server only by a wildcard.

    OpenSSL has an option for that, but `ssl` has no public way to set it.
    """

    def do_handshake(self) -> None:
        """Do a step of the handshake.

        Raises:
            SSLCertVerificationError: It is complete, but only a wildcard matches the
                name.
        """
        super().do_handshake()
        host = self.server_hostname or ""
        if self.context.check_hostname and not self._has_name(host):
            raise failed_verification(_HOSTNAME_MISMATCH, _BY_WILDCARD)

    def _has_name(self, host: str) -> bool:
        """Tell whether the certificate contains exactly this name."""
        return _is_address(host) or host.lower() in _names(self.getpeercert())


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _names(certificate: Any) -> set[str]:
    """Return the valid names: the CN only if there is no dNSName (RFC 6125)."""
    alternatives = certificate.get("subjectAltName", ())
    names = {value.lower() for kind, value in alternatives if kind == "DNS"}
    return names or {
        value.lower()
        for part in certificate.get("subject", ())
        for kind, value in part
        if kind == "commonName"
    }
