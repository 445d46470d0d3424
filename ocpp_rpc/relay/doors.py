"""Doors: decide about connecting chargers, in front of the server of a relay.

The server of a relay decides about a charger as any server does, except for two things
that a door adds. The subprotocol is the one that the back office has chosen, so the
relay connects to the back office before it answers the charger. And the open WebSocket
gets a tap (see `taps`).
"""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from ssl import SSLContext

from ocpp_rpc.connection.settings import Clock, Timer
from ocpp_rpc.transports import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Library,
    Listener,
    Peer,
    Transport,
    WebSocketSettings,
)

from .charger import Charger
from .ground import Ground

__all__ = ["Arrival", "Door", "TappingLibrary", "arrival"]

_OFFERS = "sec-websocket-protocol"


class Arrival:
    """A connecting charger, from its request until its WebSocket is open.

    Args:
        request: The request of the opening handshake.

    Attributes:
        offers: The subprotocols that the charger offers.
        charger: The charger once its back office is connected; None before.
    """

    def __init__(self, request: HandshakeRequest) -> None:
        names = map(str.strip, request.headers.get(_OFFERS, "").split(","))
        self.offers: Sequence[str] = tuple(dict.fromkeys(filter(None, names)))
        self.charger: Charger | None = None
        self._timer: Timer | None = None

    def abandon(self) -> None:
        """Give up the back office, because the charger was refused or is gone."""
        if self._timer is not None:
            self._timer.cancel()
        if self.charger is not None:
            self.charger.abandon()

    def abandon_in(self, seconds: float, clock: Clock) -> None:
        """Give up the back office after a time, unless the WebSocket is open by then.

        This is needed because a listener ignores the decision about a client that has
        vanished.
        """
        self._timer = clock.call_at(clock.time() + seconds, self.abandon)

    def open(self) -> None:
        """Note that the WebSocket is open."""
        if self._timer is not None:
            self._timer.cancel()
        self._timer = None


arrival: ContextVar[Arrival] = ContextVar("arrival")
"""The charger about which the server decides."""


@dataclass(frozen=True, slots=True)
class _Admitted:
    """The decision to accept a charger; see `ocpp_rpc.transports.Admission`."""

    subprotocol: str | None
    headers: Mapping[str, str] = field(repr=False)
    inner: Admission
    arrived: Arrival

    @property
    def websocket(self) -> WebSocketSettings | None:
        return getattr(self.inner, "websocket", None)

    def serve(self, transport: Transport) -> Awaitable[None]:
        return self._serve(transport)

    async def _serve(self, transport: Transport) -> None:
        self.arrived.open()
        charger = self.arrived.charger
        if charger is not None and charger.abandoned:  # it took too long to open
            transport.abort()
            return
        try:
            tap = transport if charger is None else charger.tap(transport)
            await self.inner.serve(tap)
        finally:
            self.arrived.abandon()  # nothing, if the server has served it


class Door:
    """The acceptor of a relay's listener or endpoint.

    Args:
        gate: The acceptor of the relay's server.
        spoken: The subprotocols of the relay.
        ground: The state that all chargers of the relay share.
    """

    def __init__(self, gate: Acceptor, spoken: Sequence[str], ground: Ground) -> None:
        self._gate = gate
        self._spoken = spoken
        self._ground = ground

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Accept or refuse a client, or answer a plain HTTP request."""
        arrived = Arrival(request)
        token = arrival.set(arrived)
        try:
            answer = await self._gate.admit(self._with_all_offers(request, arrived))
        except BaseException:
            arrived.abandon()
            raise
        finally:
            arrival.reset(token)
        if isinstance(answer, HttpAnswer):
            arrived.abandon()
            return answer
        return self._admission(answer, arrived)

    def _admission(self, answer: Admission, arrived: Arrival) -> Admission:
        """Return the answer to the charger, with the back office's subprotocol."""
        subprotocol, charger = answer.subprotocol, arrived.charger
        if charger is not None:
            ground = self._ground
            arrived.abandon_in(ground.websocket.open_timeout, ground.clock)
            chosen = charger.subprotocol
            subprotocol = chosen if chosen in arrived.offers else None
        return _Admitted(subprotocol, answer.headers, answer, arrived)

    def _with_all_offers(
        self, request: HandshakeRequest, arrived: Arrival
    ) -> HandshakeRequest:
        """Add all subprotocols to the offers, because the back office chooses."""
        offers = ", ".join(dict.fromkeys((*arrived.offers, *self._spoken)))
        return replace(request, headers={**request.headers, _OFFERS: offers})

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Count and report a refused client; see `ocpp_rpc.transports.Acceptor`."""
        self._gate.turned_away(client, cause, reason, error)


class TappingLibrary:
    """A WebSocket library whose listeners use the doors of a relay.

    Args:
        library: The WebSocket library.
        spoken: The subprotocols of the relay.
        ground: The state that all chargers of the relay share.
    """

    def __init__(self, library: Library, spoken: Sequence[str], ground: Ground) -> None:
        self.dial = library.dial
        self.in_process = getattr(library, "in_process", False)
        self._library = library
        self._spoken = spoken
        self._ground = ground

    async def listen(
        self,
        acceptor: Acceptor,
        host: str | None,
        port: int,
        *,
        ssl: SSLContext | None,
        settings: WebSocketSettings,
    ) -> Listener:
        """Listen for clients; see `ocpp_rpc.transports.Library`."""
        door = Door(acceptor, self._spoken, self._ground)
        return await self._library.listen(door, host, port, ssl=ssl, settings=settings)
