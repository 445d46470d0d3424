"""An ASGI application that stations connect to, for Starlette, FastAPI and the like.

`Endpoint` is mounted in an application; this module imports neither library. The ASGI
server, such as uvicorn, opens the WebSockets, limits, compresses and pings them, and
reads on only as events are taken. One event at a time is requested from it, in a task
that continues if a reader is cancelled, so that no event is lost; events to be sent go
through a queue for the same reason.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias
from urllib.parse import quote

from ocpp_rpc.errors import HandshakeRefused

from . import (
    Acceptor,
    Admission,
    HandshakeRequest,
    HttpAnswer,
    Peer,
    TransportClosed,
    joined,
)
from .places import acceptor_at
from .upgrade import asked, origin_form, refused

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["AsgiTransport", "Endpoint", "Message", "Receive", "Scope", "Send"]

logger = logging.getLogger(__name__)

Scope: TypeAlias = MutableMapping[str, Any]
"""The description of a connection in ASGI 3."""

Message: TypeAlias = MutableMapping[str, Any]
"""An event of ASGI 3, in either direction."""

Receive: TypeAlias = Callable[[], Awaitable[Message]]
"""Waits for the next event from the ASGI server."""

Send: TypeAlias = Callable[[Message], Awaitable[None]]
"""Sends an event to the ASGI server."""


class Endpoint:
    """An ASGI application that stations connect to.

    Args:
        server: The acceptor that admits and serves the stations: a `Server`.
        security: The security profile of the stations that connect here; default: that
            of the server. One is required, even if it is `Profile0()`, because an ASGI
            server does not report where it listens. TLS ends in front of the
            application, so `tls` of the profile has to be `tls_at_proxy(...)`; the
            scheme of the scope determines whether TLS is used.
        close_timeout: The time limit for informing a peer that does not read that its
            WebSocket is closed, in seconds, after which it is cut; default: 10.

    Raises:
        ValueError: The security profile is missing, or not possible here.
    """

    def __init__(
        self,
        server: Acceptor,
        *,
        security: Profile | None = None,
        close_timeout: float = 10.0,
    ) -> None:
        self._server = acceptor_at(server, security, "asgi")
        self._close_timeout = close_timeout
        self._warned = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an HTTP request, or serve a station until its WebSocket is closed.

        Raises:
            ValueError: The scope is neither HTTP nor a WebSocket.
        """
        if scope["type"] == "http":
            await self._answer(scope, send)
        elif scope["type"] == "websocket":
            await self._open(scope, receive, send)
        else:
            raise ValueError(
                f"the scope {scope['type']!r} is neither HTTP nor a WebSocket"
            )

    async def _answer(self, scope: Scope, send: Send) -> None:
        request = _request(scope)
        if request.headers.get("upgrade", "").lower() == "websocket":
            refusal = HandshakeRefused(426, "the ASGI server has no WebSocket support")
            answer = refused(self._server, request, refusal)
        else:
            decision = await asked(self._server, request)
            assert isinstance(decision, HttpAnswer)  # it asks for no WebSocket
            answer = decision
        await _respond("http", answer, send)

    async def _open(self, scope: Scope, receive: Receive, send: Send) -> None:
        transport = AsgiTransport(_peer(scope), receive, send, self._close_timeout)
        try:
            await receive()  # websocket.connect
            admission = await self._decide(_request(scope), transport)
            if isinstance(admission, HttpAnswer):
                await _refuse(scope, admission, send)
                await transport.ends()
            elif admission is not None:
                self._warn(admission)
                await _accept(admission, send)
                await transport.carry(admission)
        finally:
            transport.abort()

    def _warn(self, admission: Admission) -> None:
        """Warn once that an ASGI server does not support settings of one WebSocket."""
        if not self._warned and getattr(admission, "websocket", None) is not None:
            self._warned = True
            logger.warning(
                "Accept(websocket=...) has no effect over ASGI: the ASGI server sends "
                "the pings and sets the limits; see docs/back-office.md"
            )

    async def _decide(
        self, request: HandshakeRequest, transport: AsgiTransport
    ) -> Admission | HttpAnswer | None:
        """Return the decision about a station; None if it disconnects meanwhile."""
        decision = asyncio.create_task(self._server.admit(request))
        try:
            return await decision if await transport.outlasts(decision) else None
        finally:
            decision.cancel()


class AsgiTransport:
    """A transport over a WebSocket that an ASGI server has opened."""

    def __init__(
        self, peer: Peer, receive: Receive, send: Send, close_timeout: float
    ) -> None:
        self.peer: Final = peer
        self._receive = receive
        self._send = send
        self._close_timeout = close_timeout
        self._event: asyncio.Future[Message] | None = None
        self._outbox: deque[Message] = deque()
        self._writing: asyncio.Task[None] | None = None
        self._broken = False
        self._end: tuple[int, str] | None = None
        self._cut = asyncio.get_running_loop().create_future()

    async def outlasts(self, decision: asyncio.Future[Any]) -> bool:
        """Wait for a decision, and return whether the client is still connected."""
        event = self._next_event()
        await asyncio.wait([decision, event], return_when=asyncio.FIRST_COMPLETED)
        return not event.done() or event.result()["type"] == "websocket.receive"

    async def ends(self) -> None:
        """Wait until the ASGI server has closed it; uvicorn logs an earlier end."""
        await asyncio.wait([self._next_event()], timeout=self._close_timeout)

    async def carry(self, admission: Admission) -> None:
        """Serve the admitted client until that ends or this transport is aborted."""
        serving = asyncio.ensure_future(admission.serve(self))
        try:
            await asyncio.wait(
                [serving, self._cut], return_when=asyncio.FIRST_COMPLETED
            )
            if serving.done():
                await serving
        finally:
            serving.cancel()

    async def recv(self) -> str | bytes:
        """Return the next message; bytes for a binary message."""
        self._check_open()
        taken = self._next_event()
        await _done(taken)
        if taken.cancelled():
            self._check_open()
        self._event = None
        event = taken.result()
        if event["type"] != "websocket.receive":
            code, reason = event.get("code", 1006), event.get("reason")
            if code == 1005 and reason is None:
                code = 1006  # what uvicorn has not had from a close frame
            self._finish(int(code), reason or "")
            self._check_open()
        text: str | None = event.get("text")
        return event["bytes"] if text is None else text

    def write(self, text: str) -> Awaitable[None] | None:
        """Queue a text message; return an awaitable if the queue is full."""
        writing = self._put({"type": "websocket.send", "text": text})
        return None if len(self._outbox) < _ROOM else self._written(writing)

    async def send(self, text: str) -> None:
        """Queue a text message, and wait while the queue is full."""
        room = self.write(text)
        if room is not None:
            await room

    async def send_bytes(self, data: bytes) -> None:
        """Queue a binary message, and wait while the queue is full."""
        writing = self._put({"type": "websocket.send", "bytes": data})
        if len(self._outbox) >= _ROOM:
            await self._written(writing)

    async def ping(self) -> bool:
        """Return False at once, because the ASGI server pings."""
        self._check_open()
        return False

    async def close(self, code: int, reason: str) -> None:
        """Let the ASGI server close the WebSocket; abort if it is late."""
        end = {"type": "websocket.close", "code": code, "reason": reason}
        try:
            async with asyncio.timeout(self._close_timeout):
                await self._written(self._put(end))
        except TimeoutError:
            if self._writing is not None:  # otherwise the time ran out in that turn
                self.abort()
        except TransportClosed:
            self.abort()
        self._finish(code, reason)

    def abort(self) -> None:
        """Let the ASGI server cut the connection."""
        self._finish(1006, "")
        if self._writing is not None:
            self._writing.cancel()
        if not self._cut.done():
            self._cut.set_result(None)

    def _finish(self, code: int, reason: str) -> None:
        if self._end is None:
            self._end = code, reason
        if self._event is not None:
            self._event.cancel()

    def _check_open(self) -> None:
        if self._end is not None:
            raise TransportClosed(*self._end)

    def _check_writable(self) -> None:
        self._check_open()
        if self._broken:
            raise TransportClosed

    def _next_event(self) -> asyncio.Future[Message]:
        """Return a future of the next event, which cancelled readers do not lose."""
        if self._event is None:
            self._event = asyncio.ensure_future(self._receive())
        return self._event

    def _put(self, event: Message) -> asyncio.Task[None]:
        """Queue an event for the ASGI server, and return the task that sends it."""
        self._check_writable()
        self._outbox.append(event)
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        return self._writing

    async def _written(self, writing: asyncio.Task[None]) -> None:
        """Wait until the ASGI server has taken all queued events."""
        await _done(writing)
        self._check_writable()

    async def _write(self) -> None:
        try:
            while self._outbox:
                await self._send(self._outbox.popleft())
        except Exception:  # noqa: BLE001 - it is closed; servers differ in what they raise
            self._broken = True
        finally:
            self._writing = None


# How many messages may wait until the ASGI server has taken those before them.
_ROOM = 4


async def _done(future: asyncio.Future[Any]) -> None:
    """Wait until a future is done; cancelling the wait does not cancel the future."""
    waiter = asyncio.get_running_loop().create_future()

    def wake(_: object) -> None:
        if not waiter.done():
            waiter.set_result(None)

    future.add_done_callback(wake)
    try:
        await waiter
    finally:
        future.remove_done_callback(wake)


def _peer(scope: Scope) -> Peer:
    client = scope.get("client")
    return Peer((client[0], client[1]) if client else None)


def _request(scope: Scope) -> HandshakeRequest:
    raw_path = scope.get("raw_path") or quote(scope["path"]).encode()
    query = b"?" + scope["query_string"] if scope["query_string"] else b""
    lines: list[tuple[bytes, bytes]] = [*scope["headers"]]
    headers = joined((name.decode(_HTTP), value.decode(_HTTP)) for name, value in lines)
    if scope["type"] == "websocket":
        # HTTP/2 has no such line (RFC 8441), and some servers keep the other one back.
        headers["upgrade"] = "websocket"
        headers["sec-websocket-protocol"] = ", ".join(scope.get("subprotocols", ()))
    target = origin_form((raw_path + query).decode(_HTTP))
    method, secure = scope.get("method", "GET"), scope.get("scheme") in _SECURE
    return HandshakeRequest(target, headers, _peer(scope), method, secure)


_SECURE: Final = frozenset({"wss", "https"})

_HTTP = "latin-1"


async def _accept(admission: Admission, send: Send) -> None:
    await send(
        {
            "type": "websocket.accept",
            "subprotocol": admission.subprotocol,
            "headers": _lines(admission.headers),
        }
    )


async def _refuse(scope: Scope, answer: HttpAnswer, send: Send) -> None:
    if "websocket.http.response" in (scope.get("extensions") or ()):
        await _respond("websocket.http", answer, send)
    else:
        await send({"type": "websocket.close"})  # the ASGI server answers 403


async def _respond(kind: str, answer: HttpAnswer, send: Send) -> None:
    body = answer.text.encode()
    headers = {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Length": str(len(body)),
        **answer.headers,
    }
    await send(
        {
            "type": f"{kind}.response.start",
            "status": answer.status,
            "headers": _lines(headers),
        }
    )
    await send({"type": f"{kind}.response.body", "body": body})


def _lines(headers: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    return [
        (name.lower().encode(_HTTP), value.encode(_HTTP))
        for name, value in headers.items()
    ]
