"""A relay: chargers on one side, their back offices on the other one.

What happens to a charger, in this order:

1. The server of the relay decides about it as every server does: limits, security
   profile, the `on_connect` hook of the program.
2. Its back office is dialled, with what the charger offers and, unless there are other
   credentials, with those of the charger. If that fails, the charger is refused.
3. The charger is answered with the subprotocol that the back office has chosen.
4. Everything passes, until one side is closed; then the other one is.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from inspect import isawaitable
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from ocpp_messages import VERSIONS
from ocpp_rpc.back_office.deciding import OnConnect, known_identity
from ocpp_rpc.back_office.handshake import Accept, Handshake
from ocpp_rpc.back_office.refusals import OnRefused
from ocpp_rpc.back_office.server import Server
from ocpp_rpc.back_office.settings import ServerSettings
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Observer, Settings
from ocpp_rpc.errors import HandshakeFailed, HandshakeRefused
from ocpp_rpc.lines import about
from ocpp_rpc.observing import line_of, observers
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.versions import Version, by_subprotocol
from ocpp_rpc.transports import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Library,
    Listener,
    Peer,
    WebSocketSettings,
)
from ocpp_rpc.transports.libraries import library
from ocpp_rpc.transports.places import Place

from .charger import Accepted, Charger, Dialled
from .chargers import Chargers
from .doors import Door, TappingLibrary, arrival
from .ground import Ground
from .ids import Ids
from .offices import SecondOffice
from .settings import RelaySettings
from .upstream import Upstream, Way, check_upstream, profile_of, refusal, way_to

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["Relay"]

logger = logging.getLogger("ocpp_rpc.relay")


class Relay:
    """Passes everything between chargers and their back offices.

    Use it as an asynchronous context manager, and `listen` within it::

        async with Relay("wss://office.example/ocpp") as relay:
            await relay.listen("127.0.0.1", 9000)
            ...

    An endpoint of a web application takes it in the place of a `Server`.

    Args:
        upstream: Where the back office is: an endpoint without the identity, `ws://` or
            `wss://`; or a `NetworkProfile`, with the credentials that the relay shows
            in place of those of the charger; or a function of the `Handshake` that
            returns one of these, or an awaitable of one. Its `identity` is the name
            that `on_connect` has given, if any.
        versions: The versions of OCPP that may be spoken; the back office chooses among
            those that the charger offers.
        on_connect: Decides about each charger before its back office is dialled; see
            `serve`. The `data` of its `Accept` is `Charger.data`; a `version` is the
            only one that the back office is offered.
        security: How chargers prove themselves to the relay; see `serve`.
        settings: How the connections of the relay to chargers behave. The `observer` is
            told of everything that passes, also of chargers whose `Accept` has settings
            of its own; an observer of those is told as well.
        upstream_settings: The same for back offices; as `settings`, but without an
            observer, if not given.
        websocket: How the WebSockets to chargers behave.
        upstream_websocket: How those to back offices do; as those to chargers, if not
            given. A `NetworkProfile` may have its own.
        server: How the server behaves that chargers connect to. If not given, any
            identity is let in (`require_identity="any"`).
        relay: How the relay behaves beside all that.
        others: Further back offices, which see a copy of what passes, and may call.
        transport: The library that dials back offices; see `connect`.

    Attributes:
        chargers: The chargers that are connected, by identity.
        server: The server that chargers connect to: whom it refuses, and why.
        dropped: How many messages further back offices have not got, by their names:
            they were too slow, or not there.
        refused: How many calls they made that they may not make, by their names.

    Raises:
        ValueError: There is no such version or transport; or the URL of the back office
            is none, or does not go with its credentials.
        MissingDependency: The extra for the transport is not installed.
    """

    def __init__(  # noqa: PLR0913
        self,
        upstream: Upstream,
        *,
        versions: Sequence[Version] = tuple(VERSIONS),
        on_connect: OnConnect | None = None,
        security: Profile | None = None,
        settings: Settings | None = None,
        upstream_settings: Settings | None = None,
        websocket: WebSocketSettings | None = None,
        upstream_websocket: WebSocketSettings | None = None,
        server: ServerSettings | None = None,
        relay: RelaySettings | None = None,
        others: Sequence[SecondOffice] = (),
        transport: str | Library = "websockets",
    ) -> None:
        check_upstream(upstream)
        settings, rules = settings or Settings(), relay or RelaySettings()
        websocket = websocket or WebSocketSettings()
        upstream_settings = upstream_settings or replace(settings, observer=None)
        self._others = others
        self._upstream = upstream
        self._on_connect = on_connect
        self._dials = library(transport)
        # Which identities there may be, the back office says, unless the program does.
        self._rules = server or ServerSettings(require_identity="any")
        self._packages = by_subprotocol(versions, settings.dialects)
        self._numbers = {
            package.VERSION: subprotocol
            for subprotocol, package in self._packages.items()
        }
        self._ground = Ground(
            rules=rules,
            settings=settings,
            upstream=upstream_settings,
            websocket=upstream_websocket or replace(websocket, proxy=None),
        )
        # The back office has to be dialled within the time of the hook.
        patience = self._rules.on_connect_timeout + self._ground.websocket.open_timeout
        self.server = Server(
            self._begin,
            versions=versions,
            on_connect=self._decide,
            security=security,
            settings=self._ground.settings,
            websocket=websocket,
            server=replace(self._rules, on_connect_timeout=patience),
        )
        self.chargers = Chargers(self.server.connections)
        self.dropped = self._ground.dropped
        self.refused = self._ground.refused

    # --- Where chargers come ----------------------------------------------------------

    @property
    def port(self) -> int:
        """The port of the first listener.

        Raises:
            RuntimeError: There is none.
        """
        return self.server.port

    async def listen(
        self,
        host: str | None = None,
        port: int = 0,
        *,
        ssl: SSLContext | None = None,
        security: Profile | None = None,
        transport: str | Library = "websockets",
    ) -> Listener:
        """Let chargers in at an address; see `Server.listen`."""
        tapping = TappingLibrary(library(transport), [*self._packages], self._ground)
        return await self.server.listen(
            host, port, ssl=ssl, security=security, transport=tapping
        )

    def acceptor(self, security: Profile | None, place: Place) -> Acceptor:
        """Return what decides about the chargers that come to a place.

        Endpoints of web applications ask for it; see `Server.acceptor`.
        """
        gate = self.server.acceptor(security, place)
        return Door(gate, [*self._packages], self._ground)

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Decide about a client, or answer a request that opens no WebSocket."""
        return await Door(self.server, [*self._packages], self._ground).admit(request)

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Note a client that is turned away; see `ocpp_rpc.transports.Acceptor`."""
        self.server.turned_away(client, cause, reason, error)

    @property
    def refusals(self) -> Counter[int]:
        """How many clients were not let in, by HTTP status; see `Server`."""
        return self.server.refusals

    def on_refused(self, observer: OnRefused) -> None:
        """Have a function called with each client that is turned away, from now on."""
        self.server.on_refused(observer)

    # --- Deciding ---------------------------------------------------------------------

    async def _decide(self, handshake: Handshake) -> Accept:
        """Let a charger in whose back office does.

        Raises:
            HandshakeRefused: The program, or the back office, does not.
        """
        arrived = arrival.get()
        claimed = self._as_offered(handshake, arrived.offers)
        accept = await _asked(self._on_connect, claimed) or Accept()
        if accept.version is not None and accept.version not in self._numbers:
            return accept  # the server refuses it
        handshake = claimed.known_as(known_identity(claimed, accept))
        self._check_duplicate(handshake)
        way = await self._way(self._upstream, handshake, accept)
        # Nothing may wait from when the back office is dialled: it would stay open if
        # this were cancelled.
        others = await self._ways_to_others(handshake, accept)
        try:
            transport, selected = await way.dial()
        except HandshakeFailed as failure:
            logger.warning(
                "%r: %s", handshake.identity, failure, extra=about(handshake.identity)
            )
            raise refusal(failure, self._rules.retry_after) from None
        number = self._number_of(selected)
        package = self._packages[self._numbers[number]]
        dialled = Dialled(transport=transport, subprotocol=selected, package=package)
        settings = replace(
            accept.settings or self._ground.settings,
            observer=self._observer_of(accept),
            new_id=(ids := Ids()).new,
        )
        accepted = Accepted(
            identity=handshake.identity,
            observer=settings.observer,
            data=accept.data,
            others=others,
            ids=ids,
        )
        charger = Charger(self._ground, claimed, way, dialled, accepted)
        arrived.charger = charger
        return replace(
            accept,
            data=charger,
            version=None,
            versions=[number],
            settings=settings,
        )

    def _as_offered(self, handshake: Handshake, offers: Sequence[str]) -> Handshake:
        """Return what a charger asks for, without what the door has added to it.

        Args:
            handshake: The same with all versions, but for those that have no such
                identities.
            offers: The subprotocols that the charger offers.
        """
        barred = {
            name
            for name, package in self._packages.items()
            if package.VERSION not in handshake.versions
        }
        offers = tuple(name for name in offers if name not in barred)
        spoken = filter(self._packages.__contains__, offers)
        versions = tuple(self._packages[name].VERSION for name in spoken)
        return replace(handshake, subprotocols=offers, versions=versions)

    def _observer_of(self, accept: Accept) -> Observer | None:
        """Return what is told of everything that passes a charger."""
        told: list[Observer | None] = [self._ground.settings.observer]
        if accept.settings is not None and accept.settings.observer is not told[0]:
            told.append(accept.settings.observer)
        if any(each.sees == "all" for each in self._others):
            told.append(_show)
        return observers(*filter(None, told)) if any(told) else None

    def _begin(self, connection: Connection) -> None:
        """Begin to pass messages: the WebSocket of a charger is open."""
        cast(Charger, connection.data).begin(connection, self.server.note_security)

    def _check_duplicate(self, handshake: Handshake) -> None:
        """Refuse a second connection before its back office is dialled.

        That would be a second one there, and may end the first.

        Raises:
            HandshakeRefused: There is one, and it is to stay.
        """
        if self._rules.duplicates == "refuse" and handshake.identity in self.chargers:
            raise HandshakeRefused(409, "connected already")

    async def _ways_to_others(
        self, handshake: Handshake, accept: Accept
    ) -> list[tuple[SecondOffice, Way]]:
        """Return the further back offices that can be dialled, and the way to each."""
        found: list[tuple[SecondOffice, Way]] = []
        for office in self._others:
            shown = handshake
            if not office.pass_credentials:
                shown = handshake.without_credentials()
            try:
                found.append((office, await self._way(office.url, shown, accept)))
            except Exception:
                logger.exception(
                    "%r: %s is left out",
                    handshake.identity,
                    office.name,
                    extra=about(handshake.identity),
                )
        return found

    async def _way(
        self, upstream: Upstream, handshake: Handshake, accept: Accept
    ) -> Way:
        """Return the way of a charger to one of its back offices."""
        if callable(upstream):
            found = upstream(handshake)
            upstream = await found if isawaitable(found) else found
        offers = handshake.subprotocols
        if accept.version is not None:
            offers = (self._numbers[accept.version],)
        if accept.versions is not None:
            allowed = {self._numbers.get(number) for number in accept.versions}
            offers = [name for name in offers if name in allowed]
        return way_to(
            profile_of(upstream),
            handshake,
            offers,
            self._ground.rules,
            self._dials,
            self._ground.websocket,
            self._numbers,
        )

    def _number_of(self, subprotocol: str | None) -> str:
        """Return the version that is spoken, or assumed if none was negotiated."""
        if subprotocol in self._packages:
            return self._packages[subprotocol].VERSION
        assumed = self._ground.rules.assumed_version
        return assumed if assumed in self._numbers else next(iter(self._numbers))

    # --- Closing ----------------------------------------------------------------------

    async def close(
        self,
        code: int | None = None,
        reason: str | None = None,
        *,
        spread: float = 0.0,
    ) -> None:
        """Let nobody in any more, and close both sides of all chargers.

        Args:
            code: The close code, on both sides; see `Server.close`.
            reason: The reason, on both sides.
            spread: Over how many seconds the chargers are closed, so that they do not
                all connect again at once; see `Server.close`.

        Raises:
            ValueError: The code is reserved, or the reason is too long.
        """
        if reason is None and not spread:
            reason = "the relay closes"
        await self.server.close(code, reason, spread=spread)
        while self._ground.tasks:
            await asyncio.wait(self._ground.tasks)

    async def __aenter__(self) -> Relay:
        await self.server.__aenter__()
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        await self.close()


def _show(event: Event, connection: Connection) -> None:
    line = line_of(event, connection)
    if line is not None:
        cast(Charger, connection.data).show(line)


async def _asked(hook: OnConnect | None, handshake: Handshake) -> Accept | None:
    """Return what the hook of the program says about a charger."""
    if hook is None:
        return None
    decision: Any = hook(handshake)
    if isawaitable(decision):
        decision = await decision
    return cast("Accept | None", decision)
