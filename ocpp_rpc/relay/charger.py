"""A charger and its back office, and what passes between them."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from types import EllipsisType
from typing import Any, Final, TypeVar

from ocpp_messages import Request, Send, Tolerance, VersionPackage
from ocpp_rpc.back_office.handshake import Handshake
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.dispatching import observe_with
from ocpp_rpc.connection.settings import Observer
from ocpp_rpc.errors import ConnectionClosed
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import Closed, Event, FrameReceived, FrameSent
from ocpp_rpc.protocol.frames import MessageType
from ocpp_rpc.security.events import SecurityEvent, SecurityEventKind
from ocpp_rpc.security.profiles.serial_numbers import OTHER_SERIAL_NUMBER
from ocpp_rpc.transports import Transport

from .calling import Side
from .codes import is_lost, passed_on
from .ground import Ground
from .heads import Head, head_of
from .holding import Holding
from .ids import Ids
from .lanes import Lane
from .offices import SecondOffice
from .others import Others
from .serials import SerialNumbers, serial_numbers_of
from .taps import Tap
from .upstream import Way

__all__ = ["Accepted", "Charger", "Dialled"]

logger = logging.getLogger("ocpp_rpc.relay")

ResponseT = TypeVar("ResponseT")

_Observe = Callable[[Event], None]
_Note = Callable[[SecurityEvent, Connection], None]

_AWAY: Final = Closed(1006, "the back office is lost")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialled:
    """A back office to which the relay has opened a WebSocket.

    Attributes:
        transport: The WebSocket.
        subprotocol: The subprotocol that the back office has chosen; None: none.
        package: The messages of that version, or of the assumed one.
    """

    transport: Transport
    subprotocol: str | None
    package: VersionPackage


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """The relay's decisions about an accepted charger.

    Attributes:
        identity: The name by which the relay knows the charger.
        observer: The observer of the connection to the charger.
        data: `Accept.data` of the `on_connect` hook.
        others: The further back offices, and the way to each.
        ids: The ids of the relay's own messages to both sides.
    """

    identity: str
    observer: Observer | None = None
    data: Any = None
    others: Sequence[tuple[SecondOffice, Way]] = ()
    ids: Ids


class Charger:
    """A charger that is connected through a relay. Made by `Relay`.

    Attributes:
        identity: The name by which the relay knows the charger: the identity in its
            URL, unless the `on_connect` hook has chosen another name.
        subprotocol: The subprotocol that the back office has chosen; None: none.
        package: The messages of the version that is spoken, or assumed.
        handshake: The request of the charger, without its credentials.
        data: `Accept.data` of the `on_connect` hook of the relay.
        back_office: The back office, for calls that the relay makes on behalf of the
            charger.
    """

    def __init__(
        self,
        ground: Ground,
        handshake: Handshake,
        way: Way,
        dialled: Dialled,
        accepted: Accepted,
    ) -> None:
        clock, rules = ground.clock, ground.rules
        self.identity: Final = accepted.identity
        self.handshake: Final = handshake.without_credentials()
        self.data = accepted.data
        self._observer = accepted.observer
        self._ids = accepted.ids
        self._ground = ground
        self._way = way
        self._dialled: Transport | None = dialled.transport
        self.subprotocol: Final = dialled.subprotocol
        self.package: Final = dialled.package
        self._clock = clock
        self._rules = rules
        self._down = Lane(rules, clock, self._sent_down)
        self._up = Lane(rules, clock, self._sent_up)
        self._others = Others(ground, accepted.others, self._down, accepted.ids)
        self._connection: Connection | None = None
        self._upstream: Connection | None = None
        self._observe_charger: _Observe | None = None
        self._observe_upstream: _Observe | None = None
        self._holding = Holding(
            ground, self.identity, way, dialled.subprotocol, self._down
        )
        self._held: asyncio.Task[Any] | None = None
        self._ended = False
        self._serials: SerialNumbers | None = None
        self._note: _Note | None = None
        self._refused = False
        self._side = Side(self._down, lambda: self._connection, rules, clock)
        self.back_office: Final = Side(self._up, lambda: self._upstream, rules, clock)

    def __repr__(self) -> str:
        state = "closed" if self.closed else "open"
        return f"<Charger {self.identity!r} OCPP {self.version} {state}>"

    # --- What it is -------------------------------------------------------------------

    @property
    def version(self) -> str:
        """The version that the back office or the hook chose, or the assumed one."""
        return self.package.VERSION

    @property
    def upstream(self) -> str:
        """The URL of the back office, without credentials and query."""
        return self._way.place

    @property
    def closed(self) -> bool:
        """Whether the connection to the charger has ended."""
        return self._ended

    # --- Calls of the relay -----------------------------------------------------------

    async def call(
        self,
        request: Request[ResponseT],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        tolerance: Tolerance | None = None,
    ) -> ResponseT:
        """Send a request to the charger, and return its response; see `Side.call`."""
        return await self._side.call(
            request, timeout=timeout, total_timeout=total_timeout, tolerance=tolerance
        )

    async def send(self, message: Send, *, tolerance: Tolerance | None = None) -> None:
        """Send a SEND message to the charger; see `Side.send`."""
        await self._side.send(message, tolerance=tolerance)

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close both sides with a closing handshake.

        Args:
            code: The close code.
            reason: The reason, at most 123 bytes of UTF-8.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
        """
        if self._connection is not None:
            await self._connection.close(code, reason)

    # --- The beginning ----------------------------------------------------------------

    def tap(self, transport: Transport) -> Transport:
        """Return the transport for the relay's connection to the charger."""
        self._down.use(transport)
        return Tap(transport, self._from_charger, self._up.hurry)

    def begin(self, connection: Connection, note: _Note) -> None:
        """Start to pass messages on, now that both sides are open.

        Args:
            connection: The relay's connection to the charger.
            note: A function that reports a security event of that connection.
        """
        self._connection = connection
        self._serials, self._note = serial_numbers_of(connection), note
        self._observe_charger = observe_with(self._observer, connection)
        connection.on_close(self._charger_closed)
        self._others.begin(self.identity, self.subprotocol)
        transport, self._dialled = self._dialled, None
        assert transport is not None
        self._use(transport)
        logger.info(
            "%r: relayed to %s",
            self.identity,
            self.upstream,
            extra=about(self.identity, self.version),
        )

    @property
    def abandoned(self) -> bool:
        """Whether the WebSocket to the back office was given up before `begin`."""
        return self._dialled is None and self._upstream is None

    def abandon(self) -> None:
        """Give up the WebSocket to the back office, because the charger is gone."""
        transport, self._dialled = self._dialled, None
        if transport is not None:
            self._ended = True
            transport.abort()

    def _use(self, transport: Transport) -> None:
        """Relay to a back office from now on."""
        ground, package = self._ground, self.package
        upstream = Connection(
            Tap(transport, self._from_upstream, self._down.hurry),
            package,
            package.STATION,
            identity=self.identity,
            settings=replace(ground.upstream, new_id=self._ids.new),
        )
        self._upstream = upstream
        self._observe_upstream = observe_with(ground.upstream.observer, upstream)
        websocket = self._way.websocket
        upstream.keep_alive(
            websocket.ping_interval, websocket.ping_timeout, websocket.ping_policy
        )
        upstream.on_close(self._upstream_closed)
        self._up.use(transport)
        self._holding.opened()
        upstream.start()

    # --- What passes ------------------------------------------------------------------

    async def _from_charger(self, message: str | bytes) -> bool:
        """Pass a message of the charger on; return False if it is for the relay."""
        if self._refused:
            return True
        head, ids = head_of(message), self._ids
        if head is not None and head.is_reply:
            was_passed_on = self._down.answered(head.id)
            if self._down.is_orphan(head.id):
                logger.info(
                    "%r: a reply is dropped: the connection that called is lost",
                    self.identity,
                    extra=about(self.identity, self.version),
                )
                return True
            if not was_passed_on and ids.are(head.id):
                is_taken = self._others.take_reply(message, head)
                if is_taken and self._observe_charger is not None:
                    self._observe_charger(FrameReceived(message))
                return is_taken
        elif self._serials is not None and self._serials.are_other(message, head):
            await self._refuse_boot(message, head)
            return True
        elif head is not None:
            ids.see(head.id)
            if isinstance(message, str) and head.type in _SAID:
                self._others.copy(message)
        if self._observe_charger is not None:
            self._observe_charger(FrameReceived(message))
        await self._up.pass_on(message, head)
        return True

    async def _refuse_boot(self, message: str | bytes, head: Head | None) -> None:
        """Close a charger whose serial number differs from its certificate."""
        connection, note = self._connection, self._note
        assert connection is not None
        assert note is not None
        self._refused = True
        if self._observe_charger is not None:
            self._observe_charger(FrameReceived(message))
        note(_other_charger(self.handshake.known_as(self.identity)), connection)
        if head is not None and head.is_call:
            why = json.dumps(OTHER_SERIAL_NUMBER)
            with suppress(ConnectionClosed):
                await self._down.write(f'[4,{head.id},"SecurityError",{why},{{}}]')
        self._ground.keep(connection.close(1008, OTHER_SERIAL_NUMBER))

    async def _from_upstream(self, message: str | bytes) -> bool:
        """Pass a message of the back office on; return False if it is for the relay."""
        head, ids = head_of(message), self._ids
        if head is not None and head.is_reply:
            if not self._up.answered(head.id) and ids.are(head.id):
                return False
        elif head is not None:
            ids.see(head.id)
        if self._observe_upstream is not None:
            self._observe_upstream(FrameReceived(message))
        await self._down.pass_on(message, head)
        return True

    # --- What is seen -----------------------------------------------------------------

    def show(self, line: str) -> None:
        """Show a line of a recording to the further back offices that see all."""
        self._others.show(line)

    def _sent_down(self, message: str | bytes) -> None:
        if self._observe_charger is not None:
            self._observe_charger(_sent(message))

    def _sent_up(self, message: str | bytes) -> None:
        if self._observe_upstream is not None:
            self._observe_upstream(_sent(message))

    # --- The end ----------------------------------------------------------------------

    def _charger_closed(self, connection: Connection) -> None:
        self._end()
        self._ground.keep(self._close_others(connection))
        upstream, end = self._upstream, connection.end
        if upstream is None or upstream.closed or end is None:
            return
        close = passed_on(end, self._rules.lost_code)
        self._ground.keep(upstream.close(close.code, close.reason))

    async def _close_others(self, connection: Connection) -> None:
        """End the copies, after the observer of the connection got its last event."""
        end = connection.end
        assert end is not None  # it is closed
        self._others.close(passed_on(end, self._rules.lost_code))

    def _upstream_closed(self, upstream: Connection) -> None:
        lost = self._up.lose()
        self._down.forget()
        end = upstream.end
        if self._ended or end is None:
            return
        if self._rules.hold and is_lost(end):
            self._held = self._ground.keep(self._hold(end, lost))
        else:
            self._close_charger(end)

    def _close_charger(self, end: Closed) -> None:
        self._up.end()
        close = passed_on(end, self._rules.lost_code)
        if self._connection is not None:
            self._ground.keep(self._connection.close(close.code, close.reason))

    def _end(self) -> None:
        self._ended = True
        self._up.end()
        self._down.end()
        self._others.end_calls()
        if self._held is not None:
            self._held.cancel()

    async def _hold(self, end: Closed, lost: list[str]) -> None:
        """Keep the charger while there is no back office."""
        transport = await self._holding.hold(end, lost)
        if transport is None:
            self._close_charger(_AWAY)
        else:
            self._use(transport)


_SAID: Final = frozenset({MessageType.CALL, MessageType.SEND})
"""The types of messages that are not replies."""


def _sent(message: str | bytes) -> FrameSent:
    text = message if isinstance(message, str) else message.decode(errors="replace")
    return FrameSent(text)


def _other_charger(handshake: Handshake) -> SecurityEvent:
    return SecurityEvent(
        kind=SecurityEventKind.BAD_CERTIFICATE,
        identity=handshake.identity,
        address=handshake.address,
        detail=OTHER_SERIAL_NUMBER,
    )
