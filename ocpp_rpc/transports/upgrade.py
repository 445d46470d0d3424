"""The opening handshake of a server: all of it for picows, the checks for aiohttp."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from ocpp_rpc.errors import HandshakeRefused

from . import HandshakeRequest, HttpAnswer, Peer, joined

__all__ = ["http_error", "http_refusal", "http_request", "http_response", "unfit"]

_REQUEST_LINE: Final = re.compile(rb"([!-~]+) ([!-~]+) HTTP/1\.([01])")

_HEADER_LINE: Final = re.compile(
    rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([ \t!-~\x80-\xff]*?)[ \t]*"
)

_PHRASES: Final = {status.value: status.phrase for status in HTTPStatus}


def http_request(head: bytes, peer: Peer) -> HandshakeRequest | HttpAnswer:
    """Return what a client asks for, or what it is to be told (RFC 9112)."""
    first, *lines = head.split(b"\r\n")
    request = _REQUEST_LINE.fullmatch(first)
    matches = [_HEADER_LINE.fullmatch(line) for line in lines]
    if request is None or None in matches:
        return http_error(400)
    method, target = _text(request[1]), _text(request[2])
    if method not in {"GET", "HEAD"}:
        return http_error(405, {"Allow": "GET"})
    headers = joined((_text(each[1]), _text(each[2])) for each in matches if each)
    if request[3] == b"0":
        headers.pop("upgrade", None)  # means nothing there (RFC 9110 §7.8)
    return HandshakeRequest(target, headers, peer, method)


def _text(data: bytes) -> str:
    return data.decode("ascii", "surrogateescape")


def unfit(request: HandshakeRequest) -> HttpAnswer | None:
    """Return what to say to a request that opens no WebSocket (RFC 6455 §4.2.1).

    Returns:
        None if it does.
    """
    if request.method != "GET":
        return http_error(405, {"Allow": "GET"})
    headers = request.headers
    connection = headers.get("connection", "").lower().split(",")
    if (
        headers.get("upgrade", "").lower() != "websocket"
        or "upgrade" not in [token.strip() for token in connection]
        or headers.get("sec-websocket-version") != "13"
    ):
        return http_error(426, {"Upgrade": "websocket", "Sec-WebSocket-Version": "13"})
    try:
        key = base64.b64decode(headers.get("sec-websocket-key", ""), validate=True)
    except ValueError:
        key = b""
    return None if len(key) == 16 else http_error(400)


def http_error(status: int, headers: Mapping[str, str] | None = None) -> HttpAnswer:
    """Return an answer to a request that is not that of a WebSocket."""
    return HttpAnswer(status, f"{_PHRASES[status]}\n", headers or {})


_ADDED: Final[Mapping[int, Mapping[str, str]]] = {
    401: {"WWW-Authenticate": 'Basic realm="OCPP"'},
    405: {"Allow": "GET"},
    426: {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
    },
}
"""What answers of a status have to hold (RFC 9110 §15.5, RFC 6455 §4.4)."""


def http_refusal(refusal: HandshakeRefused) -> HttpAnswer:
    """Return the answer that tells a client that it is refused."""
    named = {name.lower() for name in refusal.headers}
    added = _ADDED.get(refusal.status, {})
    headers = {name: added[name] for name in added if name.lower() not in named}
    headers |= refusal.headers
    if refusal.retry_after is not None:
        headers["Retry-After"] = str(refusal.retry_after)
    text = refusal.text or _PHRASES[refusal.status]
    return HttpAnswer(refusal.status, f"{text}\n", headers)


def http_response(answer: HttpAnswer, *, with_body: bool = True) -> bytes:
    """Return the bytes of an answer, after which the connection ends."""
    body = answer.text.encode()
    lines = [
        f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}",
        "Connection: close",
        "Content-Type: text/plain; charset=utf-8",
        f"Content-Length: {len(body)}",
        *(f"{name}: {value}" for name, value in answer.headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + (body if with_body else b"")
