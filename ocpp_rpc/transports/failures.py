"""What it means when a client cannot open its WebSocket, for all adapters alike."""

from __future__ import annotations

from collections.abc import Mapping
from ssl import SSLCertVerificationError, SSLError
from urllib.parse import urlsplit

from ocpp_rpc.errors import HandshakeFailed

from . import without_credentials

__all__ = ["handshake_failed"]


def handshake_failed(
    url: str,
    error: Exception,
    status: int | None = None,
    headers: Mapping[str, str] | None = None,
) -> HandshakeFailed:
    """Return what a failure to open a WebSocket means.

    Args:
        url: Where the client connected to.
        error: What the library has raised.
        status: The HTTP status of the answer, if that is what was wrong with it.
        headers: The header lines of that answer, by name in lower case.
    """
    headers = headers or {}
    detail = _failure(url, error) if status is None else _refusal(status, headers)
    return HandshakeFailed(
        without_credentials(url), detail, status=status, headers=headers
    )


def _failure(url: str, error: Exception) -> str:
    """Tell what has happened where the server did not answer."""
    if isinstance(error, ConnectionRefusedError):
        return "there is no server at this address"
    if isinstance(error, SSLCertVerificationError):
        host, why = urlsplit(url).hostname, error.verify_message
        return f"the certificate of {host} is not trusted by the ssl context: {why}"
    if isinstance(error, SSLError) and error.reason == "WRONG_VERSION_NUMBER":
        return "the server does not speak TLS at this address"
    if isinstance(error, ConnectionResetError):
        return "the server cut the connection during the opening handshake"
    if isinstance(error, TimeoutError):
        return "timed out during the opening handshake"
    return str(error) or type(error).__name__


def _refusal(status: int, headers: Mapping[str, str]) -> str:
    """Tell what an answer means, and what it says to do."""
    detail = _STATUS_DETAILS.get(status, "the server refused it")
    location, later = headers.get("location"), headers.get("retry-after")
    if status in _REDIRECTIONS and location is not None:
        place = without_credentials(location)
        detail = f"the server says to connect to {place!r} instead"
    if later is not None:
        unit = " s" if later.isascii() and later.isdigit() else ""
        detail += f", and says to come back after {later!r}{unit}"
    return f"{detail} (HTTP {status})"


_REDIRECTIONS = frozenset({300, 301, 302, 303, 307, 308})
"""Nothing follows them: the credentials are for the server that was named."""

_STATUS_DETAILS: Mapping[int, str] = {
    # What many servers answer where the specification asks for 101 and a close.
    400: "the server refused it, maybe for want of a common OCPP version",
    401: "the server wants other credentials",
    403: "the server forbids it",
    404: "the server does not know this path or identity",
    429: "the server is asked too often",
    503: "the server is not available",
}
