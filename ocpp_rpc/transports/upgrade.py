"""The checks of requests before a WebSocket library sees them (RFC 9112).

All listeners share these checks. Therefore a charger gets the same answer whichever
library carries its frames, and an acceptor is never asked about a malformed request.
"""

from __future__ import annotations

import base64
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from email.utils import formatdate
from http import HTTPStatus
from typing import Final

from ocpp_rpc.errors import HandshakeRefused

from . import Acceptor, Admission, HandshakeRequest, HttpAnswer, Peer, joined

__all__ = [
    "asked",
    "check_lines",
    "http_refusal",
    "http_request",
    "http_response",
    "origin_form",
    "refused",
    "target_of",
]

_REQUEST_LINE: Final = re.compile(
    rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+) (.*) HTTP/(\d)\.(\d)"
)
_TARGET: Final = re.compile(rb"[!-~]+")
_AUTHORITY: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://[^/?]*")
_NAME: Final = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE: Final = re.compile(rb"[ \t!-~\x80-\xff]*")

_PHRASES: Final = {status.value: status.phrase for status in HTTPStatus}

_WITHOUT_BODY: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def http_request(head: bytes, peer: Peer) -> HandshakeRequest:
    """Parse the request line and the header lines of a client.

    Raises:
        HandshakeRefused: They are not a request of HTTP/1, or not one that is answered.
    """
    first, *rest = head.split(b"\r\n")
    line = _REQUEST_LINE.fullmatch(first)
    if line is None:
        raise HandshakeRefused(400, "the request line is not that of HTTP/1")
    if not _TARGET.fullmatch(line[2]):
        raise HandshakeRefused(400, "the path has to be percent-encoded")
    if line[3] != b"1":
        raise HandshakeRefused(505, "this server supports HTTP/1.1 only")
    method, lines = _text(line[1]), [_header_line(each) for each in rest]
    check_lines(method, lines, host_needed=line[4] != b"0")
    headers = joined(lines)
    if line[4] == b"0":
        headers.pop("upgrade", None)  # means nothing there (RFC 9110 §7.8)
    return HandshakeRequest(origin_form(_text(line[2])), headers, peer, method)


def _header_line(line: bytes) -> tuple[str, str]:
    name, colon, value = line.partition(b":")
    value = value.strip(b" \t")
    if not colon or not _NAME.fullmatch(name) or not _VALUE.fullmatch(value):
        raise HandshakeRefused(400, "a header line is malformed")
    return _text(name), _text(value)


def _text(data: bytes) -> str:
    return data.decode("ascii", "surrogateescape")


def origin_form(target: str) -> str:
    """Return path and query of a target, which may be a whole URL (RFC 9112 §3.2.2)."""
    authority = _AUTHORITY.match(target)
    return target if authority is None else target[authority.end() :] or "/"


def target_of(head: bytes) -> str | None:
    """Return the target of a possibly malformed request; None: there is none."""
    line = _REQUEST_LINE.fullmatch(head.partition(b"\r\n")[0])
    return None if line is None else origin_form(line[2].decode("latin-1"))


def check_lines(
    method: str, lines: Sequence[tuple[str, str]], *, host_needed: bool
) -> None:
    """Check the header lines of a request.

    Args:
        method: The method of the request.
        lines: The header lines of the request.
        host_needed: Whether a Host line is required, as in HTTP/1.1.

    Raises:
        HandshakeRefused: There is not exactly one Host line (RFC 9112 §3.2), or a body
            where none is allowed, which would be taken for the data after the request.
    """
    counts = Counter(name.lower() for name, _ in lines)
    if counts["host"] > 1 or (host_needed and not counts["host"]):
        raise HandshakeRefused(400, f"one Host line is required, not {counts['host']}")
    lengths = {value for name, value in lines if name.lower() == "content-length"}
    if method in _WITHOUT_BODY and (counts["transfer-encoding"] or lengths - {"0"}):
        raise HandshakeRefused(400, f"a {method} request must not have a body")


async def asked(
    acceptor: Acceptor, request: HandshakeRequest
) -> Admission | HttpAnswer:
    """Return the decision of an acceptor, or a refusal if the request is malformed.

    An admitted request that cannot open a WebSocket is refused with 426, or 405 if it
    is not a GET request.
    """
    try:
        can_open = _can_open(request)
    except HandshakeRefused as refusal:
        return refused(acceptor, request, refusal)
    answer = await acceptor.admit(request)
    if can_open or isinstance(answer, HttpAnswer):
        return answer
    status = 426 if request.method == "GET" else 405
    return refused(acceptor, request, HandshakeRefused(status))


def _can_open(request: HandshakeRequest) -> bool:
    """Return whether a request asks for a WebSocket.

    Raises:
        HandshakeRefused: It asks for a WebSocket, but violates RFC 6455 §4.2.1.
    """
    headers = request.headers
    upgrade = headers.get("upgrade", "").lower()
    if request.method != "GET" or "websocket" not in _tokens(upgrade):
        return False
    if upgrade != "websocket":
        raise HandshakeRefused(426, "the Upgrade header has to be websocket")
    if "upgrade" not in _tokens(headers.get("connection", "").lower()):
        raise HandshakeRefused(426, "the Connection header has to name Upgrade")
    if headers.get("sec-websocket-version") != "13":
        raise HandshakeRefused(426, "Sec-WebSocket-Version has to be 13")
    try:
        key = base64.b64decode(headers.get("sec-websocket-key", ""), validate=True)
    except ValueError:
        key = b""
    if len(key) != 16:
        raise HandshakeRefused(400, "Sec-WebSocket-Key has to be 16 bytes in base64")
    return True


def _tokens(value: str) -> Iterable[str]:
    return map(str.strip, value.split(","))


def refused(
    acceptor: Acceptor,
    client: HandshakeRequest | Peer,
    refusal: HandshakeRefused,
) -> HttpAnswer:
    """Tell an acceptor that a client is refused; return the answer for it."""
    answer = http_refusal(refusal)
    acceptor.turned_away(client, answer.status, answer.text.rstrip())
    return answer


_ADDED: Final[Mapping[int, Mapping[str, str]]] = {
    401: {"WWW-Authenticate": 'Basic realm="OCPP"'},
    405: {"Allow": "GET"},
    426: {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
    },
}
"""The header lines that answers of a status need (RFC 9110 §15.5, RFC 6455 §4.4)."""


def http_refusal(refusal: HandshakeRefused) -> HttpAnswer:
    """Return the answer that tells a client about its refusal."""
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
    headers = {
        "Date": formatdate(usegmt=True),
        "Content-Type": "text/plain; charset=utf-8",
        **answer.headers,
        "Content-Length": str(len(body)),
    }
    lines = [
        f"HTTP/1.1 {answer.status} {_PHRASES.get(answer.status, '')}",
        "Connection: close",
        *(f"{name}: {value}" for name, value in headers.items()),
    ]
    return "\r\n".join([*lines, "", ""]).encode() + (body if with_body else b"")
