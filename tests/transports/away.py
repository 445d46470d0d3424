"""Clients that a listener turns away, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass

from ocpp_rpc.transports import Failure
from tests.transports.wire import request

__all__ = ["AWAY", "HELLO", "Away", "asking", "instead"]

HELLO = bytes.fromhex("16030102000100 01fc0303") + bytes(range(200))


@dataclass(frozen=True)
class Away:
    """A client that is turned away, and what is told of it."""

    data: bytes
    status: int | Failure
    reason: str
    path: str | None = "/ocpp/CP001"


def asking(*lines: str, without: str = "", method: str = "GET") -> bytes:
    return request("/ocpp/CP001", *lines, method=method, without=[without])


def instead(line: str) -> bytes:
    return asking(line, without=line.partition(":")[0])


AWAY = {
    "POST": Away(request(method="POST"), 405, "POST opens no WebSocket, GET does"),
    "POST with a body": Away(
        asking("Content-Length: 3", method="POST") + b"abc",
        405,
        "POST opens no WebSocket, GET does",
    ),
    "an unknown method": Away(
        request(method="BREW"), 405, "BREW opens no WebSocket, GET does"
    ),
    "HEAD": Away(request(method="HEAD"), 405, "HEAD opens no WebSocket, GET does"),
    "no upgrade": Away(
        asking(without="Upgrade"), 426, "this is for OCPP over WebSocket"
    ),
    "another upgrade": Away(
        instead("Upgrade: h2c"), 426, "this is for OCPP over WebSocket"
    ),
    "two upgrades": Away(
        instead("Upgrade: h2c, websocket"),
        426,
        "the Upgrade header has to be websocket",
    ),
    "no connection": Away(
        asking(without="Connection"), 426, "the Connection header has to name Upgrade"
    ),
    "another connection": Away(
        instead("Connection: keep-alive"),
        426,
        "the Connection header has to name Upgrade",
    ),
    "no key": Away(
        asking(without="Sec-WebSocket-Key"),
        400,
        "Sec-WebSocket-Key has to be 16 bytes in base64",
    ),
    "a short key": Away(
        instead("Sec-WebSocket-Key: YWJj"),
        400,
        "Sec-WebSocket-Key has to be 16 bytes in base64",
    ),
    "a key that is none": Away(
        instead("Sec-WebSocket-Key: ???"),
        400,
        "Sec-WebSocket-Key has to be 16 bytes in base64",
    ),
    "no version": Away(
        asking(without="Sec-WebSocket-Version"),
        426,
        "Sec-WebSocket-Version has to be 13",
    ),
    "an old version": Away(
        instead("Sec-WebSocket-Version: 8"), 426, "Sec-WebSocket-Version has to be 13"
    ),
    "two versions": Away(
        asking("Sec-WebSocket-Version: 13"), 426, "Sec-WebSocket-Version has to be 13"
    ),
    "a header without a colon": Away(
        asking("nonsense"), 400, "a header line is malformed"
    ),
    "a header without a name": Away(
        asking(": nonsense"), 400, "a header line is malformed"
    ),
    "a blank in a name": Away(asking("X Acme: x"), 400, "a header line is malformed"),
    "a folded line": Away(asking("X-Acme: x\r\n y"), 400, "a header line is malformed"),
    "a control character": Away(
        asking("X-Acme: \x00"), 400, "a header line is malformed"
    ),
    "a bare line feed": Away(
        asking("X-Acme: x\nX-Other: y"), 400, "a header line is malformed"
    ),
    "no host": Away(asking(without="Host"), 400, "one Host line is required, not 0"),
    "two hosts": Away(asking("Host: other"), 400, "one Host line is required, not 2"),
    "a body": Away(
        asking("Content-Length: 4") + b"\x81\x00\x81\x00",
        400,
        "a GET request must not have a body",
    ),
    "a body in chunks": Away(
        asking("Transfer-Encoding: chunked") + b"0\r\n\r\n",
        400,
        "a GET request must not have a body",
    ),
    "a huge line": Away(
        asking(f"X-Acme: {'x' * 200_000}"), 431, "Request Header Fields Too Large"
    ),
    "a huge target": Away(
        request(f"/ocpp/{'x' * 200_000}"),
        431,
        "Request Header Fields Too Large",
        None,
    ),
    "many lines": Away(
        asking(*(f"X-{n}: x" for n in range(5000))),
        431,
        "Request Header Fields Too Large",
    ),
    "blanks without end": Away(
        asking(f"X-Acme: x{' ' * 16_000}\x00"), 400, "a header line is malformed"
    ),
    "a blank in the path": Away(
        request("/ocpp/CP 001?token=secret"),
        400,
        "the path has to be percent-encoded",
        "/ocpp/CP 001",
    ),
    "a path beyond ASCII": Away(
        request("/ocpp/\xff"), 400, "the path has to be percent-encoded", "/ocpp/\xff"
    ),
    "HTTP/1.0": Away(
        request().replace(b"HTTP/1.1", b"HTTP/1.0"),
        426,
        "this is for OCPP over WebSocket",
    ),
    "HTTP/9": Away(
        request().replace(b"HTTP/1.1", b"HTTP/9.9"),
        505,
        "this server supports HTTP/1.1 only",
    ),
    "HTTP/0.9": Away(
        b"GET /ocpp/CP001\r\n\r\n",
        Failure.NOT_HTTP,
        "the client does not speak HTTP",
        None,
    ),
    "no method": Away(
        b"\r\n\r\n", Failure.NOT_HTTP, "the client does not speak HTTP", None
    ),
    "no HTTP": Away(
        b"hello, is this OCPP?\r\n\r\n",
        Failure.NOT_HTTP,
        "the client does not speak HTTP",
        None,
    ),
    "bytes": Away(
        bytes(range(128, 256)) * 8,
        Failure.NOT_HTTP,
        "the client does not speak HTTP",
        None,
    ),
    "TLS": Away(
        HELLO,
        Failure.TLS_AT_PLAIN,
        "the client speaks TLS, this port plain HTTP: use ws://",
        None,
    ),
}
