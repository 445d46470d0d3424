"""Opens connections of a station by one network profile."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit, urlunsplit

from ocpp_messages import VersionPackage
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.connection.settings import Settings
from ocpp_rpc.connection.sides import StationConnection
from ocpp_rpc.errors import HandshakeFailed, NegotiationFailed
from ocpp_rpc.handlers.routing import Handler
from ocpp_rpc.protocol.versions import by_subprotocol
from ocpp_rpc.security.boot.station import StationBootGuard, offer_guard
from ocpp_rpc.transports import (
    Library,
    PingPolicy,
    Transport,
    WebSocketSettings,
    without_credentials,
    without_secrets,
)
from ocpp_rpc.transports.local_addresses import check_binds

from .profiles import NetworkProfile
from .proofs import explain, proof_of

if TYPE_CHECKING:
    from ocpp_rpc.security.events.reporting import EventReporter

__all__ = ["Dialer", "Pings", "Speaker"]


@dataclass(frozen=True, slots=True)
class Pings:
    """The ping settings of a connection; see `Connection.keep_alive`."""

    interval: float | None
    timeout: float | None
    policy: PingPolicy = "pong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The settings that all connections of a station share.

    Attributes:
        identity: The identity of the station.
        handler: The handler of the back office's calls.
        transports: The library that opens WebSockets.
        settings: The settings of the connections.
        security_events: Reports failed attempts as security events; may be None.
        guard: Delays calls until the station has booted, if the program uses `boot`.
    """

    identity: str
    handler: Handler
    transports: Library
    settings: Settings
    security_events: EventReporter | None
    guard: StationBootGuard = field(default_factory=StationBootGuard)


class Dialer:
    """Opens connections by one network profile.

    Args:
        profile: The complete network profile; only `local_address` may be missing.
        speaker: The settings that all connections share.

    Raises:
        ValueError: See `connect`.
    """

    def __init__(self, profile: NetworkProfile, speaker: Speaker) -> None:
        assert profile.versions is not None
        identity, dialects = speaker.identity, speaker.settings.dialects
        self._offered = by_subprotocol(profile.versions, dialects)
        self._proof = proof_of(profile, identity)
        self._url = _with_identity(without_credentials(profile.url), identity)
        self._websocket = _websocket_of(profile)
        if self._websocket.local_address is not None:
            check_binds(speaker.transports)
        self._speaker: Final = speaker

    async def open(self, pings: Pings | None = None) -> StationConnection:
        """Open a connection.

        Args:
            pings: The ping settings; None: those of the WebSocket settings.

        Raises:
            HandshakeFailed: The connection could not be opened.
        """
        transport, package = await self._dial()
        connection: StationConnection = Connection(
            transport,
            package,
            package.STATION,
            self._speaker.handler,
            identity=self._speaker.identity,
            settings=self._speaker.settings,
        )
        offer_guard(connection, self._speaker.guard)
        connection.profile = self._proof.profile
        pings = pings or self.pings
        connection.keep_alive(pings.interval, pings.timeout, pings.policy)
        connection.start()  # last, so that changes by an observer persist
        return connection

    @property
    def pings(self) -> Pings:
        """The ping settings, unless a program has changed them."""
        websocket = self._websocket
        return Pings(
            websocket.ping_interval, websocket.ping_timeout, websocket.ping_policy
        )

    async def _dial(self) -> tuple[Transport, VersionPackage]:
        """Open a WebSocket and return it with the package of the negotiated version."""
        proof, speaker = self._proof, self._speaker
        try:
            transport, selected = await speaker.transports.dial(
                self._url,
                subprotocols=[*self._offered],
                headers=proof.headers,
                ssl=proof.context,
                settings=self._websocket,
            )
        except HandshakeFailed as failure:
            explain(failure, proof.profile)
            if speaker.security_events is not None:
                preferred = next(iter(self._offered.values()))
                speaker.security_events.failed(failure, preferred)
            raise
        if selected is not None and selected in self._offered:
            return transport, self._offered[selected]
        await transport.close(1002, "no common OCPP version")
        numbers = [package.VERSION for package in self._offered.values()]
        raise NegotiationFailed(without_secrets(self._url), numbers)


def _websocket_of(profile: NetworkProfile) -> WebSocketSettings:
    """Return the WebSocket settings of a network profile."""
    websocket = profile.websocket or WebSocketSettings()
    if profile.local_address is None:
        return websocket
    return replace(websocket, local_address=profile.local_address)


def _with_identity(url: str, identity: str) -> str:
    """Append the identity to the path of a URL, as one path segment."""
    parts = urlsplit(url)
    path = f"{parts.path.rstrip('/')}/{quote(identity, safe='')}"
    return urlunsplit(parts._replace(path=path))
