"""A relay, with chargers on one side and their back offices on the other.

A charger goes through these steps:

1. The server of the relay decides about it as any server does: limits, security
   profile, the `on_connect` hook of the program.
2. The relay connects to the back office, with the subprotocols that the charger offers
   and, unless the `NetworkProfile` has other ones, with its credentials. If that fails,
   the charger is refused.
3. The charger is answered with the subprotocol that the back office has chosen.
4. All messages are passed on until one side closes; then the other one is closed.
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
    """A server that passes all messages between chargers and their back offices.

    Use it as an asynchronous context manager, and call `listen` inside the block::

        async with Relay("wss://office.example/ocpp") as relay:
            await relay.listen("127.0.0.1", 9000)
            ...

    An endpoint of a web application takes it in place of a `Server`.

    Args:
        upstream: The address of the back office: a `ws://` or `wss://` endpoint without
            the identity; a `NetworkProfile`, whose credentials replace those of the
            charger; or a function that takes the `Handshake` and returns either of
            these, or an awaitable of one. `Handshake.identity` and `Handshake.versions`
            are those that `on_connect` has chosen, if it has.
        versions: The allowed versions of OCPP; the back office chooses among those of
            them that the charger offers. Default: all.
        on_connect: The hook that accepts or refuses each charger before the relay
            connects to its back office; see `serve`. `Accept.data` becomes
            `Charger.data`; if `Accept.version` is set, the back office is offered this
            version only.
        security: The security profile for chargers; see `serve`.
        settings: The settings of the connections to chargers. Its `observer` is called
            for every message that passes, also if the `Accept` of a charger has its own
            settings, whose observer is called as well.
        upstream_settings: The settings of the connections to back offices; default:
            `settings` without its observer.
        websocket: The settings of the WebSockets to chargers.
        upstream_websocket: The settings of the WebSockets to back offices; default:
            `websocket` without its proxy. A `NetworkProfile` may have its own.
        server: The settings of the server that chargers connect to; default: any
            identity is accepted (`require_identity="any"`).
        relay: The settings of the relay itself.
        others: Further back offices, which get a copy of the messages and may call.
        transport: The library that connects to back offices; see `connect`.

    Attributes:
        chargers: The connected chargers, by identity.
        server: The server that chargers connect to.
        dropped: The number of messages that were dropped because a further back office
            was too slow or not connected, by `SecondOffice.name`.
        refused: The number of calls that a further back office was not allowed to make,
            by `SecondOffice.name`.

    Raises:
        ValueError: A version or the transport is unknown; or the URL of the back office
            is not one of a WebSocket, or does not fit its credentials.
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

    # --- Where chargers connect -------------------------------------------------------

    @property
    def port(self) -> int:
        """The port of the first listener.

        Raises:
            RuntimeError: The relay does not listen.
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
        """Accept chargers at an address; see `Server.listen`.

        Args:
            host: The host name or address to listen on; None: all interfaces.
            port: The port; 0: any free port, see the property `port`.
            ssl: The TLS context, if there is no security profile.
            security: The security profile of chargers that connect here; None: that of
                the relay. Without one, the host must be a loopback address.
            transport: The library that listens.

        Raises:
            OSError, RuntimeError, ValueError, MissingDependency: See `Server.listen`.
        """
        tapping = TappingLibrary(library(transport), [*self._packages], self._ground)
        return await self.server.listen(
            host, port, ssl=ssl, security=security, transport=tapping
        )

    def acceptor(self, security: Profile | None, place: Place) -> Acceptor:
        """Return the acceptor for chargers that connect at a place.

        Endpoints of web applications call this; see `Server.acceptor`.
        """
        gate = self.server.acceptor(security, place)
        return Door(gate, [*self._packages], self._ground)

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Accept or refuse a client, or answer a plain HTTP request."""
        return await Door(self.server, [*self._packages], self._ground).admit(request)

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Count and report a refused client; see `ocpp_rpc.transports.Acceptor`."""
        self.server.turned_away(client, cause, reason, error)

    @property
    def refusals(self) -> Counter[int]:
        """The number of refused clients, by HTTP status; see `Server`."""
        return self.server.refusals

    def on_refused(self, observer: OnRefused) -> None:
        """Call a function for each client that is refused from now on."""
        self.server.on_refused(observer)

    # --- Deciding ---------------------------------------------------------------------

    async def _decide(self, handshake: Handshake) -> Accept:
        """Accept a charger if the program and its back office do.

        Raises:
            HandshakeRefused: The program or the back office refuses it.
        """
        arrived = arrival.get()
        claimed = self._as_offered(handshake, arrived.offers)
        accept = await _asked(self._on_connect, claimed) or Accept()
        if accept.version is not None and accept.version not in self._numbers:
            return accept  # the server refuses it
        handshake = _as_decided(claimed, accept)
        if accept.versions is not None and not handshake.versions:
            return replace(accept, versions=[])  # the server closes it: none in common
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
        number = self._number_of(selected, accept)
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
        """Return the handshake of a charger without the offers that the door has added.

        Args:
            handshake: The handshake with all versions that allow its identity.
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
        """Return the observer of the connection to a charger."""
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
        """Refuse a second connection before the relay connects to the back office.

        The back office would see a second connection, and might close the first one.

        Raises:
            HandshakeRefused: The charger is connected, and `duplicates` is "refuse".
        """
        if self._rules.duplicates == "refuse" and handshake.identity in self.chargers:
            raise HandshakeRefused(409, "connected already")

    async def _ways_to_others(
        self, handshake: Handshake, accept: Accept
    ) -> list[tuple[SecondOffice, Way]]:
        """Return the further back offices that have an address, and the way to each."""
        found: list[tuple[SecondOffice, Way]] = []
        for office in self._others:
            shown = handshake
            if not office.pass_credentials:
                shown = handshake.without_credentials()
            try:
                found.append((office, await self._way(office.url, shown, accept)))
            except Exception:
                logger.exception(
                    "%r: %s gets no copy: its address cannot be determined",
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
        if accept.version is not None or accept.versions is not None:
            offers = [self._numbers[number] for number in handshake.versions]
        return way_to(
            profile_of(upstream),
            handshake,
            offers,
            self._ground.rules,
            self._dials,
            self._ground.websocket,
            self._numbers,
        )

    def _number_of(self, subprotocol: str | None, accept: Accept) -> str:
        """Return the negotiated version; if there is none, the chosen or assumed one.

        Args:
            subprotocol: The subprotocol that the back office has chosen; None: none.
            accept: The decision of the program, which may have chosen a version.
        """
        if subprotocol in self._packages:
            return self._packages[subprotocol].VERSION
        if accept.version is not None:
            return accept.version
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
        """Accept no further chargers, and close both sides of all connected ones.

        Args:
            code: The close code for both sides; see `Server.close`.
            reason: The reason for both sides.
            spread: The seconds over which the chargers are closed, so that they do not
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


def _as_decided(claimed: Handshake, accept: Accept) -> Handshake:
    """Return a handshake with the identity and the versions that the program chose."""
    versions = claimed.versions if accept.version is None else (accept.version,)
    if accept.versions is not None:
        versions = tuple(each for each in versions if each in accept.versions)
    identity = known_identity(claimed, accept)
    return replace(claimed, identity=identity, versions=versions)


async def _asked(hook: OnConnect | None, handshake: Handshake) -> Accept | None:
    """Return the decision of the program's hook about a charger."""
    if hook is None:
        return None
    decision: Any = hook(handshake)
    if isawaitable(decision):
        decision = await decision
    return cast("Accept | None", decision)
