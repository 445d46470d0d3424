"""A server of a back office, for any number of stations.

A station is admitted in these steps, and in this order for these reasons:

1. A request that does not open a WebSocket is answered first, so that health checks
   need no identity and are not counted as refusals. Then header lines that are too long
   are refused, before anything reads them.
2. The identity is read, because the hook needs it.
3. The capacity is checked, before the hook, which may query a database: if many
   stations return after a restart, refusing one has to cost less than admitting it.
4. The hook decides. Only then may a station learn that its identity is connected
   already (409), so that clients without a password do not find out who is connected.
5. The capacity is checked again, because other stations may have connected while the
   hook decided.
6. The version is negotiated last: if there is no common version, and the hook has not
   chosen one, the specification requires a WebSocket that is opened and closed at once
   rather than an HTTP error (OCPP-J 1.6 §3.2; 2.0.1 and 2.1 part 4 §3.2). A station
   that has to be refused must not get that far.
7. When the WebSocket is open, the security profile is compared again, because the
   station may have used a higher one in the meantime, and the capacity is checked
   again, because writing the answer may have taken a while. At this point, a refusal
   can only be a close code.
"""

from __future__ import annotations

import asyncio
import logging
import math
import random
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial, reduce
from ssl import SSLContext
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, TypeVar

from ocpp_rpc.connection.closing import check_close
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Observer, Settings, within
from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.handlers.factories import handler_factory
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.dialect import Dialect
from ocpp_rpc.protocol.versions import Version, by_subprotocol
from ocpp_rpc.security.profiles.floors import MemoryFloors
from ocpp_rpc.security.profiles.refusals import ProfileRefused
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
from ocpp_rpc.transports.libraries import library
from ocpp_rpc.transports.places import Place
from ocpp_rpc.transports.upgrade import http_refusal

from .capacity import Capacity
from .contests import Contests, address_of
from .deciding import Decision, Decisions, OnConnect
from .departures import Departures, check_spread
from .gate import Gate, Keeper
from .handshake import Accept, Handshake, negotiate, read_handshake
from .placing import check_place, check_profile, listening_tls
from .plain_http import asks_for_websocket, plain_answer, size_of
from .refusals import OnRefused, Refusal, Refusals, refusal_of
from .registry import Connections
from .reverse_proxies import balancers, networks
from .security_events import SecurityEvents
from .settings import ServerSettings
from .subprotocols import Subprotocols, named_oddly

if TYPE_CHECKING:
    from ocpp_rpc.security.events import OnSecurityEvent, SecurityEvent
    from ocpp_rpc.security.server import Profile

__all__ = ["Server"]

logger = logging.getLogger("ocpp_rpc.server")

ResultT = TypeVar("ResultT")


class Server:
    """A server for stations.

    `serve` creates a server that listens. To admit stations in other ways, for example
    by a route of a web application, create a server and use it as an asynchronous
    context manager; at the end of its block, it is closed for good. Endpoints ask
    `admit` about each client.

    Args:
        handler: The handler of the stations' calls; see `serve`.
        versions: The supported OCPP versions; see `serve`.
        on_connect: Decides about each station; see `serve`.
        security: The security profile wherever stations connect to a listener or
            endpoint that has none of its own; see `serve`.
        settings: The settings of the connections; default: `Settings()`.
        websocket: The settings of the WebSockets; default: `WebSocketSettings()`. An
            endpoint of a web application may have its own settings.
        server: The settings of the server; default: `ServerSettings()`.

    Attributes:
        connections: The open connections, by the identity of the station.
        refusals: The numbers of refused clients, by HTTP status; 101 if the WebSocket
            was opened and closed at once.
        failures: The numbers of clients that sent no HTTP request, by failure; the keys
            are those of `ocpp_rpc.transports.Failure`.
        security_events: The numbers of security events, by kind; the keys are those of
            `ocpp_rpc.security.events.SecurityEventKind`. A client that is refused
            because of one is also counted in `refusals` or `failures`.

    Raises:
        ValueError: A version is unknown, two have the same number, or the handler or
            the security profile is not valid.
    """

    def __init__(  # noqa: PLR0913
        self,
        handler: Handler,
        *,
        versions: Sequence[Version],
        on_connect: OnConnect | None = None,
        security: Profile | None = None,
        settings: Settings | None = None,
        websocket: WebSocketSettings | None = None,
        server: ServerSettings | None = None,
    ) -> None:
        self._make_handler = handler_factory(handler)
        self._security = security
        self._settings = settings or Settings()
        self._websocket = websocket or WebSocketSettings()
        self._rules = server or ServerSettings()
        self._proxies = networks(self._rules.trusted_proxies)
        dialects = self._settings.dialects
        spoken = by_subprotocol(versions, dialects).values()
        self._versions = {package.VERSION: package for package in spoken}
        self._dialects = {
            number: self._identities_of(dialects[number]) for number in self._versions
        }
        self._subprotocols = Subprotocols(
            {dialect.subprotocol: each for each, dialect in self._dialects.items()},
            {
                name: number
                for name, number in self._rules.subprotocol_spellings.items()
                if number in self._versions
            },
            self._rules.ignore_subprotocol_case,
        )
        self._observers: list[Observer] = []
        self._listeners: list[Listener] = []
        self._closing: asyncio.Task[None] | None = None
        self._departures: Departures | None = None
        self._close_code = _GOING
        self._admits = True
        self._tasks: set[asyncio.Task[Any]] = set()
        self._decisions = Decisions(
            on_connect,
            self._rules.on_connect_timeout,
            self._unavailable,
            self._settings.clock,
        )
        self._warned = False
        self._unfinished: dict[Connection, asyncio.Task[None]] = {}
        self.connections = Connections(self._settings.clock)
        self._capacity = Capacity(
            self.connections,
            replaces=self._rules.duplicates == "replace",
            max_connections=self._rules.max_connections,
            max_deciding=self._rules.max_deciding,
            max_per_address=self._rules.max_per_address,
        )
        self._refused = Refusals()
        self.refusals: Counter[int] = self._refused.by_status
        self.failures: Counter[str] = self._refused.by_failure
        self._contests = Contests(self._now)
        self._noted = SecurityEvents()
        self.security_events: Counter[str] = self._noted.by_kind
        floors = self._rules.floors
        self._keeper = Keeper(
            admit=self._admit_at,
            server=self,
            proxies=self._proxies,
            balancers=balancers(self._rules.proxy_protocol, self._proxies),
            floors=MemoryFloors() if floors is None else floors,
            note=self._noted.note,
            now=self._now,
        )
        check_profile(security)
        self._gate = Gate(self._keeper, security)

    def _now(self) -> float:
        return (self._settings.clock or asyncio.get_running_loop()).time()

    def _identities_of(self, dialect: Dialect) -> Dialect:
        if self._rules.require_identity != "identifierString":
            return replace(dialect, identity_limit=None)
        return dialect

    @property
    def address(self) -> tuple[str, int]:
        """The host and the port of the first listener.

        Raises:
            RuntimeError: The server does not listen.
        """
        if not self._listeners:
            raise RuntimeError("the server has no listener: call listen first")
        return self._listeners[0].address

    @property
    def port(self) -> int:
        """The port of the first listener.

        Raises:
            RuntimeError: The server does not listen.
        """
        return self.address[1]

    async def listen(
        self,
        host: str | None = None,
        port: int = 0,
        *,
        ssl: SSLContext | None = None,
        security: Profile | None = None,
        transport: str | Library = "websockets",
    ) -> Listener:
        """Listen for stations at an address, which may be one of several.

        Args:
            host: The host to listen on; None (default): all interfaces.
            port: The port to listen on; 0 (default): any free port.
            ssl: The TLS context, for a server without `security`; default: no TLS.
            security: The security profile of the stations that connect here; default:
                that of the server. Without one, the host has to be one that only this
                computer can reach, such as 127.0.0.1.
            transport: The library that listens: `websockets` (default),
                `websockets-asyncio`, `aiohttp`, `picows`, or a module or object with
                the interface of those in `ocpp_rpc.transports`.

        Returns:
            The listener.

        Raises:
            OSError: The address cannot be used.
            MissingDependency: The extra of the library is not installed.
            ValueError: The transport is unknown, or the security profile is missing or
                not possible here.
            RuntimeError: The server is closed, or belongs to another event loop.
        """
        self._check_not_closed()
        self.connections.bind_to_loop()
        profile, opener = security or self._security, library(transport)
        gate = self.acceptor(profile, "listener")
        in_process = getattr(opener, "in_process", False)
        context = listening_tls(profile, ssl, host, in_process=in_process)
        listener = await opener.listen(
            gate, host, port, ssl=context, settings=self._websocket
        )
        if self._closing is not None:
            listener.stop()
        self._check_not_closed()
        self._listeners.append(listener)
        return listener

    def acceptor(self, security: Profile | None, place: Place) -> Acceptor:
        """Return the acceptor for the stations that connect at a place.

        Listeners and endpoints of this package call this themselves. Stations that are
        admitted by `admit` have the security profile of the server, if there is one.

        Args:
            security: The security profile there; None: that of the server.
            place: The kind of place.

        Raises:
            ValueError: The security profile is missing, or not possible at such a
                place.
        """
        profile = security or self._security
        check_place(profile, place, self._proxies)
        return Gate(self._keeper, profile)

    def on_refused(self, observer: OnRefused) -> None:
        """Call a function with each client that is turned away, from now on.

        Args:
            observer: The function, which gets a `Refusal`. It is called in the event
                loop, so it must not block; its exceptions are logged.
        """
        self._refused.observe(observer)

    def on_security_event(self, observer: OnSecurityEvent) -> None:
        """Call a function with each security event, from now on.

        Args:
            observer: The function, which gets a `SecurityEvent`. It is called in the
                event loop, so it must not block; its exceptions are logged.
        """
        self._noted.observe(observer)

    def note_security(
        self, event: SecurityEvent, connection: Connection | None = None
    ) -> None:
        """Record a security event: count it, log it, and report it to the observers.

        Use this for events that the server itself cannot detect, for example if a
        program finds from its messages that a charger is not the one it claims to be.

        Args:
            event: The security event.
            connection: The connection of the charger, if it was let in: the log record
                then has its identity and version. Default: None.
        """
        if connection is None:
            self._noted.note(event)
        else:
            station = about(connection.identity, connection.version)
            self._noted.note(event, station)

    def observe(self, observer: Observer) -> None:
        """Report every event of the connections created from now on to an observer.

        Args:
            observer: The observer, called after `Settings.observer`, even if that one
                raises.
        """
        self._observers.append(observer)
        self._settings = _observed(self._settings, observer)

    def _settings_of(self, accept: Accept) -> Settings:
        """Return the settings of a station's connection."""
        if accept.settings is None:
            return self._settings
        return reduce(_observed, self._observers, accept.settings)

    def stop_admitting(self) -> None:
        """Refuse new stations, while the connected stations stay.

        New stations, and the health path, are answered with 503 until the server is
        closed. The stations are told to try again at random times within `retry_after`.
        """
        self._admits = False

    def _check_not_closed(self) -> None:
        if self._closing is not None:
            raise RuntimeError("the server is closed")

    async def close(
        self,
        code: int | None = None,
        reason: str | None = None,
        *,
        spread: float = 0.0,
    ) -> None:
        """Refuse new stations, and close all connections gracefully.

        Accepted calls are answered. Connections that take longer than `drain_timeout`
        are cut. If the server is being closed already, this only waits, but a call
        without `spread` closes all remaining connections now; the first code wins. A
        handler may close the server; its own call stays unanswered.

        With `spread`, the stations do not reconnect all at once: their connections are
        closed one after the other, in random order, and are served normally until then.
        Stations that connect in the meantime are answered with 503 and a random
        Retry-After beyond the last close.

        Args:
            code: The close code; default: 1001, and with `spread` 1012 (service
                restart).
            reason: The reason that accompanies it; default: a text for the code.
            spread: The time over which the connections are closed, in seconds; default:
                0.

        Raises:
            ValueError: The code is reserved, the reason is too long, or `spread` is
                negative or infinite.
            RuntimeError: Called outside the event loop of the server.
        """
        self.connections.bind_to_loop()
        check_spread(spread)
        usual = (_RESTARTING, "the server restarts") if spread else (_GOING, _CLOSES)
        code = usual[0] if code is None else code
        reason = usual[1] if reason is None else reason
        check_close(code, reason)
        for connection in (*self.connections.all(), *self._unfinished):
            connection.exempt_current_task()
        if self._closing is None:
            self._close_code = code
            self._departures = Departures(
                self.connections.all(), spread, self._settings.clock
            )
            closing = self._close(self._departures, code, reason)
            self._closing = asyncio.create_task(closing)
        elif self._departures is not None and not spread:
            self._departures.hurry()
        await asyncio.shield(self._closing)

    async def _close(self, departures: Departures, code: int, reason: str) -> None:
        self._decisions.close()
        async for connection in departures.turns():
            self._keep(connection.close(code, reason), self._tasks)
        for listener in self._listeners:
            listener.stop()
            self._keep(listener.wait_closed(), self._tasks)
        if not await self._ends_within(self._rules.drain_timeout):
            logger.warning("cutting %d connections", self.connections.total)
            for connection in self.connections.all():
                connection.abort()
            for after in self._unfinished.values():
                after.cancel()
            await self._ends_within(_CUT_TIMEOUT)
        self.connections.end()

    async def _ends_within(self, seconds: float) -> bool:
        """Wait until nothing runs in the background; tell whether that was in time."""
        with suppress(TimeoutError):
            async with within(seconds, self._settings.clock):
                while running := {*self._tasks, *self._decisions.running}:
                    await asyncio.wait(running)
                return True
        return False

    async def __aenter__(self) -> Server:
        self._check_not_closed()
        self.connections.bind_to_loop()
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        await self.close()

    # --- Admission --------------------------------------------------------------------

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Decide about a client, or answer a request that opens no WebSocket."""
        return await self._gate.admit(request)

    async def _admit_at(
        self, request: HandshakeRequest, gate: Gate
    ) -> Admission | HttpAnswer:
        try:
            return await self._admit(request, gate)
        except HandshakeRefused as refusal:
            return self._answer(request, refusal)
        except Exception:
            logger.exception("a handshake failed")
            return self._answer(request, HandshakeRefused(500))

    async def _admit(
        self, request: HandshakeRequest, gate: Gate
    ) -> Admission | HttpAnswer:
        # The docstring of this module explains the order.
        if not asks_for_websocket(request):
            closing = self._closing is not None or not self._admits
            return plain_answer(request, self._rules.health_path, closing=closing)
        if size_of(request) > self._websocket.max_header_size:
            raise HandshakeRefused(431)
        handshake = read_handshake(
            request,
            self._dialects,
            self._proxies,
            self._rules.max_identity,
            subprotocols=self._subprotocols,
            needs_identity=self._rules.require_identity is not False,
        )
        handshake = gate.meet(request, handshake)
        decision = await self._decide(handshake, gate)
        self._check_room(handshake.known_as(decision.identity))
        version = self._version(handshake, decision)
        subprotocol, deviations = None, handshake.deviations
        if version is not None:
            offers = handshake.subprotocols
            subprotocol = self._subprotocols.offered(version, offers)
            right = self._dialects[version].subprotocol
            deviations += named_oddly(right, subprotocol, offers)
        asked = replace(handshake.without_credentials(), deviations=deviations)
        return _Admission(
            subprotocol,
            decision.accept.headers,
            partial(self._serve, asked, decision, version),
            decision.accept.websocket,
        )

    def _version(self, handshake: Handshake, decision: Decision) -> str | None:
        """Return the version that a station is to use; None if there is none.

        Raises:
            HandshakeRefused: The hook has chosen a version that is not possible here.
        """
        spoken = [number for number in self._versions if decision.allows(number)]
        accept = decision.accept
        if accept.version is not None and accept.version not in self._versions:
            logger.error(
                "%r: on_connect chose OCPP %s, which this server does not support",
                decision.identity,
                accept.version,
                extra=about(decision.identity),
            )
            raise HandshakeRefused(500)
        offered = handshake.versions if accept.version is None else (accept.version,)
        version = negotiate(offered, spoken, self._rules.prefer)
        settings = accept.settings or self._settings
        if version is not None and version not in settings.dialects:
            logger.error(
                "%r: the settings of on_connect have no dialect of OCPP %s",
                decision.identity,
                version,
                extra=about(decision.identity),
            )
            raise HandshakeRefused(500)
        return version

    async def _decide(self, handshake: Handshake, gate: Gate) -> Decision:
        """Decide about a station, if there is room for it.

        Raises:
            HandshakeRefused: There is no room, or the station is refused.
        """
        self._check_room(handshake, decided=False)
        try:
            with self._capacity.deciding(handshake):
                return await self._decisions.decide(handshake, gate)
        except ProfileRefused:
            # There may have been room only because the identity is connected, which
            # a client without valid credentials must not find out.
            self._check_room(handshake, decided=False, proved=False)
            raise

    def _answer(
        self, request: HandshakeRequest, refusal: HandshakeRefused
    ) -> HttpAnswer:
        answer = http_refusal(refusal)
        self.turned_away(request, answer.status, answer.text)
        return answer

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Record a client that is turned away; see `ocpp_rpc.transports.Acceptor`."""
        refusal = refusal_of(client, cause, reason, self._proxies)
        self._refused.note(refusal)
        if error is not None:
            self._noted.note_failure(error, refusal.address)

    def _check_room(
        self, handshake: Handshake, *, decided: bool = True, proved: bool = True
    ) -> None:
        """Refuse a station if there is no room for it.

        Raises:
            HandshakeRefused: There is no room, or the server closes.
        """
        if self._closing is not None or not self._admits:
            raise self._unavailable(_CLOSES)
        shortage = self._capacity.shortage(handshake, decided=decided, proved=proved)
        if shortage is not None:
            raise self._unavailable(shortage)
        refuses = decided and self._rules.duplicates == "refuse"
        if refuses and handshake.identity in self.connections:
            raise HandshakeRefused(409, "connected already")

    def _unavailable(self, text: str) -> HandshakeRefused:
        return HandshakeRefused(503, text, retry_after=self._retry_after())

    def _retry_after(self) -> int:
        usual = self._rules.retry_after
        if self._departures is not None:
            return self._departures.retry_after(usual)
        return usual if self._admits else math.ceil(random.random() * usual)

    # --- Serving ----------------------------------------------------------------------

    async def _serve(
        self,
        handshake: Handshake,
        decision: Decision,
        version: str | None,
        transport: Transport,
    ) -> None:
        """Serve a station until its connection is closed."""
        if version is None:
            # OCPP-J 1.6 §3.2, 2.0.1 and 2.1 part 4 §3.2: not an HTTP error.
            await self._turn_away(handshake, transport, 1002, "no common OCPP version")
            return
        try:
            await self._decisions.settle(handshake, decision)
            # Opening the WebSocket takes time, in which the server may have filled up.
            self._check_room(handshake.known_as(decision.identity))
        except HandshakeRefused as refusal:
            closes = self._closing is not None
            code = self._close_code if closes else _CLOSE_CODES[refusal.status]
            await self._turn_away(handshake, transport, code, refusal.text)
            return
        package, accept = self._versions[version], decision.accept
        connection = Connection(
            transport,
            package,
            package.BACK_OFFICE,
            identity=decision.identity,
            settings=self._settings_of(accept),
        )
        connection.data, connection.handshake = accept.data, handshake
        connection.profile = handshake.profile
        pings = accept.websocket or self._websocket
        connection.keep_alive(
            pings.ping_interval, pings.ping_timeout, pings.ping_policy
        )
        try:
            # After all settings, so that changes by the function persist.
            handler = self._make_handler(connection)
            if handler is not None:
                connection.set_handler(handler)
            decision.gate.guard(connection, self._end)
        except Exception:
            logger.exception(
                "%r: creating the handler of this connection failed",
                connection.identity,
                extra=about(connection.identity, connection.version),
            )
            connection.keep_alive(None)
            await transport.close(1011, "")
            return
        if connection.closed:
            return
        for deviation in handshake.deviations:
            logger.info(
                "%r: accepted deviation: %s",
                connection.identity,
                deviation,
                extra=about(connection.identity, connection.version),
            )
        self._register(connection)
        self._capacity.enter(handshake, decision.identity)
        try:
            await connection.run()
        finally:
            self._capacity.leave(handshake, decision.identity)

    async def _turn_away(
        self, handshake: Handshake, transport: Transport, code: int, reason: str
    ) -> None:
        """Close a WebSocket that is open already."""
        offered = ", ".join(handshake.subprotocols) or "no subprotocol"
        spoken = {each.subprotocol for each in self._dialects.values()}
        if not handshake.versions and spoken.intersection(handshake.subprotocols):
            offered += ", which has no such identities"
        self._refused.note(
            Refusal(
                address=handshake.address,
                path=handshake.path,
                status=101,
                failure=None,
                reason=f"closed with {code}, {reason} (it offers {offered})",
            )
        )
        await transport.close(code, reason)

    def _register(self, connection: Connection) -> None:
        """Register a connection; by default, close the one that it replaces.

        A station that lost its network may reconnect long before the server notices
        that the old connection is dead. Connections that were replaced before are cut,
        so that a station that reconnects again and again cannot make old ones pile up.
        """
        # Before closing the older one, which may take a while, so that calls to the
        # station go over the new connection at once.
        older = self.connections.of(connection.identity)
        self.connections.add(connection)
        connection.on_close(self._finish)
        if self._rules.duplicates == "allow" or not older:
            return
        logger.info(
            "%r: connected again",
            connection.identity,
            extra=about(connection.identity, connection.version),
        )
        self._warn_of_replacing(connection)
        self._look_for_contest(connection, older[-1])
        *replaced, last = older
        for each in replaced:
            each.abort(1008, _REPLACED)
        last.fail_calls(1008, _REPLACED)  # it may be dead, and answer none of them
        self._keep(last.close(1008, _REPLACED), self._tasks)

    def _warn_of_replacing(self, connection: Connection) -> None:
        """Warn once that anyone who knows an identity can replace its station."""
        if self._warned or connection.profile or self._decisions.has_hook:
            return
        self._warned = True
        logger.warning(
            "a connection was replaced by one without credentials: without a security "
            "profile, anyone can end the connection of any station; see "
            "docs/security.md, or set ServerSettings(duplicates='refuse')"
        )

    def _look_for_contest(self, connection: Connection, older: Connection) -> None:
        """Record it if two stations with one identity replace each other in turn."""
        new = address_of(connection)
        hosts = (each and each[0] for each in (address_of(older), new))
        detail = self._contests.note(connection.identity, *hosts)
        if detail is not None:
            self._noted.note_contest(connection.identity, new, detail)

    def _end(self, connection: Connection, reason: str) -> None:
        """Close the connection of a station that is not the one it claims to be."""
        self._keep(connection.close(1008, reason), self._tasks)

    def _finish(self, connection: Connection) -> None:
        """Let the server wait for functions of `Router.after` of a connection."""
        if connection.running.has_afters:
            task = self._keep(connection.running.finish(), self._tasks)
            self._unfinished[connection] = task
            task.add_done_callback(lambda _: self._unfinished.pop(connection))

    def _keep(
        self, coroutine: Coroutine[Any, Any, ResultT], tasks: set[asyncio.Task[Any]]
    ) -> asyncio.Task[ResultT]:
        """Run a coroutine, and keep its task until it ends."""
        task = asyncio.create_task(coroutine)
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        return task


@dataclass(frozen=True, slots=True)
class _Admission:
    """The admission of a station; see `ocpp_rpc.transports.Admission`."""

    subprotocol: str | None
    headers: Mapping[str, str] = field(repr=False)
    serve: Callable[[Transport], Coroutine[Any, Any, None]]
    websocket: WebSocketSettings | None = None


def _observed(settings: Settings, observer: Observer) -> Settings:
    """Return settings with one more observer."""
    from ocpp_rpc.observing.wire import observers  # noqa: PLC0415 - rarely needed

    earlier = settings.observer
    joined = observer if earlier is None else observers(earlier, observer)
    return replace(settings, observer=joined)


_CLOSE_CODES: Mapping[int, int] = {403: 1008, 409: 1008, 503: 1013}
"""The close codes, by the HTTP status that would have refused the station."""

_GOING: Final = 1001
_RESTARTING: Final = 1012
"""The code registered with IANA for a restart: reconnect after a random wait."""

_CLOSES: Final = "the server closes"

_REPLACED: Final = "replaced by a newer connection"

_CUT_TIMEOUT: Final = 1.0
"""The time that cut connections may take to end, in seconds."""
