"""TLS settings of a server, whether TLS ends in this program or in front of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from importlib.util import find_spec
from ssl import CERT_NONE, SSLContext
from typing import Final, TypeAlias

from ocpp_rpc.errors import MissingDependency
from ocpp_rpc.lines import checked_headers
from ocpp_rpc.security.tls import ServerTls
from ocpp_rpc.security.tls.suites import allows_old_versions

__all__ = [
    "ProxyTls",
    "Tls",
    "accepts_expired",
    "context_of",
    "tls_at_proxy",
    "versions_over",
    "wants_certificate",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyTls:
    """The TLS settings of a profile if TLS ends in front of this program.

    Made by `tls_at_proxy`.

    Attributes:
        certificate_header: The name of the header that contains the certificate of the
            client; None if clients show no certificates.
        accept_expired: Whether that certificate may have expired.

    Raises:
        ValueError: `certificate_header` is not a valid name of a header.
        MissingDependency: The extra `security`, which reads certificates, is missing.
    """

    certificate_header: str | None = None
    accept_expired: bool = False

    def __post_init__(self) -> None:
        if self.certificate_header is None:
            return
        checked_headers({self.certificate_header: ""})
        if find_spec("cryptography") is None:
            raise MissingDependency("security")

    @property
    def wants_certificate(self) -> bool:
        """Whether clients have to show a certificate."""
        return self.certificate_header is not None


Tls: TypeAlias = ServerTls | SSLContext | ProxyTls
"""The types of `tls` that a profile of a server accepts."""


def tls_at_proxy(
    *, certificate_header: str | None = None, accept_expired: bool = False
) -> ProxyTls:
    """Return the `tls` of a profile whose TLS ends in front of this program.

    The server trusts the headers of the proxies in `ServerSettings.trusted_proxies`.
    X-Forwarded-Proto reports whether the client used TLS (`https` or `wss`), and the
    header `certificate_header` contains the certificate of the client, which the proxy
    has verified. An ASGI server reports itself whether the client used TLS.

    Args:
        certificate_header: The name of the header. Its value is the certificate as
            URL-encoded PEM (`$ssl_client_escaped_cert` of nginx), or in the format of
            Client-Cert (RFC 9440). The proxy must remove a header of that name that the
            client has sent. None: clients show no certificates.
        accept_expired: Whether that certificate may have expired.

    Raises:
        ValueError: `certificate_header` is not a valid name of a header.
        MissingDependency: The extra `security`, which reads certificates, is missing.
    """
    return ProxyTls(
        certificate_header=certificate_header, accept_expired=accept_expired
    )


def context_of(tls: Tls) -> SSLContext | None:
    """Return the context for a listener; None if TLS ends in front of it."""
    if isinstance(tls, ProxyTls):
        return None
    return tls if isinstance(tls, SSLContext) else tls.context


def wants_certificate(tls: Tls) -> bool:
    """Tell whether clients have to show a certificate."""
    if isinstance(tls, SSLContext):
        return tls.verify_mode is not CERT_NONE
    return tls.wants_certificate


def versions_over(tls: Tls | None) -> Collection[str] | None:
    """Return the versions of OCPP that may be spoken over a channel; None: all.

    2.x forbids TLS before 1.2 (A00.FR.313, A00.FR.416).
    """
    return _WITH_OLD_TLS if _allows_old_versions(tls) else None


def _allows_old_versions(tls: Tls | None) -> bool:
    if isinstance(tls, SSLContext):
        return allows_old_versions(tls)
    return isinstance(tls, ServerTls) and tls.legacy


_WITH_OLD_TLS: Final = frozenset({"1.5", "1.6"})


def accepts_expired(tls: Tls) -> bool:
    """Tell whether the certificate of a client may have expired."""
    return not isinstance(tls, SSLContext) and tls.accept_expired
