"""What it means when a client cannot open its WebSocket, for all adapters alike."""

from __future__ import annotations

from collections.abc import Mapping

from ocpp_rpc.errors import HandshakeFailed

from . import without_credentials

__all__ = ["handshake_failed"]


def handshake_failed(
    url: str, error: Exception, status: int | None = None
) -> HandshakeFailed:
    """Return what a failure to open a WebSocket means.

    Args:
        url: Where the client connected to.
        error: What the library has raised.
        status: The HTTP status of the answer, if that is what was wrong with it.
    """
    detail = str(error) or type(error).__name__
    if status is not None:
        detail = _STATUS_DETAILS.get(status, f"the server refused it (HTTP {status})")
    elif isinstance(error, ConnectionRefusedError):
        detail = "there is no server at this address"
    return HandshakeFailed(without_credentials(url), detail, status=status)


_STATUS_DETAILS: Mapping[int, str] = {
    # What many servers answer where the specification asks for 101 and a close.
    400: "the server refused it, maybe for want of a common OCPP version (HTTP 400)",
    401: "the server wants other credentials (HTTP 401)",
    403: "the server forbids it (HTTP 403)",
    404: "the server does not know this path or identity (HTTP 404)",
    503: "the server is not available (HTTP 503)",
}
