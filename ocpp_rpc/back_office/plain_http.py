"""Plain HTTP requests: those without a WebSocket, and the size of requests."""

from __future__ import annotations

from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.transports import HandshakeRequest, HttpAnswer

__all__ = ["asks_for_websocket", "plain_answer", "size_of"]


def asks_for_websocket(request: HandshakeRequest) -> bool:
    """Tell whether a request asks for a WebSocket."""
    protocols = request.headers.get("upgrade", "").lower().split(",")
    return request.method == "GET" and "websocket" in map(str.strip, protocols)


def plain_answer(
    request: HandshakeRequest, health_path: str | None, *, closing: bool
) -> HttpAnswer:
    """Answer a request that does not open a WebSocket.

    Raises:
        HandshakeRefused: The request is not for the health path.
    """
    if request.path != health_path:
        raise _no_websocket(request.method)
    return HttpAnswer(503, "closing\n") if closing else HttpAnswer(200, "ok\n")


def size_of(request: HandshakeRequest) -> int:
    """Return the size of a request line and its header lines, in bytes as sent."""
    lines = (f"\r\n{name}: {value}" for name, value in request.headers.items())
    return len(f"{request.method} {request.target} HTTP/1.1") + sum(map(len, lines))


def _no_websocket(method: str) -> HandshakeRefused:
    """Return the refusal of a request that is not for a WebSocket."""
    if method != "GET":
        return HandshakeRefused(405, f"{method} opens no WebSocket, GET does")
    return HandshakeRefused(426, "this is for OCPP over WebSocket")
