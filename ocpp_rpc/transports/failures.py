"""The causes of failed opening handshakes of clients, the same for all adapters."""

from __future__ import annotations

from collections.abc import Mapping
from ssl import SSLCertVerificationError, SSLError
from urllib.parse import urlsplit

from ocpp_rpc.errors import HandshakeFailed, TlsFault

from . import without_secrets
from .responses import HandshakeResponse

__all__ = ["handshake_failed"]


def handshake_failed(
    url: str, error: Exception, response: HandshakeResponse
) -> HandshakeFailed:
    """Return the error that explains why a WebSocket could not be opened.

    Args:
        url: The URL that the client connected to.
        error: The error that the library raised.
        response: The answer of the server, if there was one.
    """
    status, headers = response.status, response.headers
    fault = None
    if status is not None:
        detail = _refusal(status, headers)
        if status == 400 and url.lower().startswith("ws:"):
            detail = f"{detail}; or it wants TLS, with wss:// in the URL"
    else:
        detail = response.fault or _failure(url, error, response)
        fault = _tls_fault(response.error or error)
    return HandshakeFailed(
        without_secrets(url), detail, status=status, headers=headers, tls_fault=fault
    )


def _tls_fault(error: Exception) -> TlsFault | None:
    """Return the fault of the TLS of a server, or None if TLS is not the cause."""
    if isinstance(error, SSLCertVerificationError):
        return TlsFault.CERTIFICATE
    return _TLS_FAULTS.get(error.reason) if isinstance(error, SSLError) else None


def _failure(url: str, error: Exception, response: HandshakeResponse) -> str:
    """Return the cause of a failure without an answer of the server."""
    if isinstance(error, TimeoutError):
        return "timed out during the opening handshake"
    error = response.error or error
    if isinstance(error, ConnectionRefusedError):
        return "there is no server at this address"
    if isinstance(error, SSLCertVerificationError):
        host, why = urlsplit(url).hostname, error.verify_message
        return f"the certificate of {host} is not trusted by the ssl context: {why}"
    if isinstance(error, SSLError) and error.reason in _TLS_DETAILS:
        return _TLS_DETAILS[error.reason]
    if response.ended or isinstance(error, ConnectionResetError):
        return _cut(url)
    # Libraries repeat a URL that they cannot read.
    return str(error).replace(url, without_secrets(url)) or type(error).__name__


def _cut(url: str) -> str:
    """Return the cause of a failure in which the server closed without an answer.

    With TLS 1.3, the TLS handshake is over for a client before the server has seen its
    certificate, or that it has none (RFC 8446 §4.4.2.4). The alert of the server may be
    lost with the connection, and some servers send none.
    """
    detail = "the server cut the connection during the opening handshake"
    if url.lower().startswith("wss:"):
        detail += (
            "; it may want a client certificate in the ssl context, or another, or "
            "other versions or ciphers of TLS"
        )
    return detail


def _refusal(status: int, headers: Mapping[str, str]) -> str:
    """Return the meaning of a refusal, and what the server asks the client to do."""
    detail = _STATUS_DETAILS.get(status, "the server refused it")
    location, later = headers.get("location"), headers.get("retry-after")
    if status in _REDIRECTIONS and location is not None:
        place = _quoted(without_secrets(location))
        detail = f"the server says to connect to {place} instead"
    if later is not None:
        is_number = later.isascii() and later.isdigit() and len(later) < 10
        time = f"{later} s" if is_number else _quoted(later)
        detail += f", and says to come back after {time}"
    return f"{detail} (HTTP {status})"


def _quoted(text: str) -> str:
    """Return a text of a server in quotes, escaped and shortened."""
    return repr(text if len(text) <= _LONG else f"{text[:_LONG]}...")


_LONG = 200

_NO_CERTIFICATE = "the server wants a client certificate: load one in the ssl context"
_BAD_CERTIFICATE = "the server does not accept the client certificate"
_NO_VERSION = "the server and the ssl context have no version of TLS in common"
_NO_CIPHER = "the server has no cipher in common with the ssl context"

# The reasons that OpenSSL gives for the alerts of RFC 8446 §6.2, TLS 1.2 among them.
_TLS_DETAILS: Mapping[str, str] = {
    "WRONG_VERSION_NUMBER": "the server does not speak TLS at this address",
    "UNSUPPORTED_PROTOCOL": _NO_VERSION,
    "TLSV1_ALERT_PROTOCOL_VERSION": _NO_VERSION,
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": _NO_CERTIFICATE,
    "SSLV3_ALERT_BAD_CERTIFICATE": _BAD_CERTIFICATE,
    "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE": _BAD_CERTIFICATE,
    "SSLV3_ALERT_CERTIFICATE_REVOKED": f"{_BAD_CERTIFICATE}: it is revoked",
    "SSLV3_ALERT_CERTIFICATE_EXPIRED": f"{_BAD_CERTIFICATE}: it is expired",
    "SSLV3_ALERT_CERTIFICATE_UNKNOWN": _BAD_CERTIFICATE,
    "TLSV1_ALERT_ACCESS_DENIED": _BAD_CERTIFICATE,
    "TLSV1_ALERT_UNKNOWN_CA": f"{_BAD_CERTIFICATE}: it does not trust who signed it",
    "TLSV1_ALERT_INSUFFICIENT_SECURITY": _NO_CIPHER,
    "TLSV1_UNRECOGNIZED_NAME": "the server has no certificate for this host name",
    # Before TLS 1.3, the answer to a client without a certificate, and to others.
    "SSLV3_ALERT_HANDSHAKE_FAILURE": "the server refuses the TLS handshake: it may want"
    " a client certificate in the ssl context, or have no cipher in common",
}

_TLS_FAULTS: Mapping[str, TlsFault] = {
    "UNSUPPORTED_PROTOCOL": TlsFault.VERSION,
    "TLSV1_ALERT_PROTOCOL_VERSION": TlsFault.VERSION,
    "SSLV3_ALERT_HANDSHAKE_FAILURE": TlsFault.SUITE,
    "TLSV1_ALERT_INSUFFICIENT_SECURITY": TlsFault.SUITE,
    "WRONG_CIPHER_RETURNED": TlsFault.SUITE,
}
"""The faults that the reasons given by OpenSSL stand for."""

_REDIRECTIONS = frozenset({300, 301, 302, 303, 307, 308})
"""Redirections, not followed: the credentials are for the named server only."""

_STATUS_DETAILS: Mapping[int, str] = {
    # What many servers answer where the specification asks for 101 and a close.
    400: "the server refused it, maybe for want of a common OCPP version",
    401: "the server wants other credentials",
    403: "the server forbids it",
    404: "the server does not know this path or identity",
    429: "the server is asked too often",
    503: "the server is not available",
}
