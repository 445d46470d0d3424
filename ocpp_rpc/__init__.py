"""Remote procedure calls of OCPP over WebSocket, for stations and back offices.

`connect` opens a station's connection, `serve` accepts those of stations; both give a
`Connection`, whose `call` sends a request and returns the typed response. A `Router`
holds the handlers of what the peer calls. The messages are in `ocpp_messages`.

`sync.connect` does without asyncio. A connection needs the extra of the library that
carries it, `websockets` by default; everything else does without.
"""

from . import sync as sync
from .backoff import BackOff
from .client import connect
from .connection import Connection
from .data_transfer import DataTransfers, VendorMessage
from .errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    HandshakeFailed,
    HandshakeRefused,
    InvalidResponse,
    MissingDependency,
    NegotiationFailed,
    NotConnected,
    NotConnectedInTime,
    NotInVersion,
    OcppError,
    OcppRpcError,
    QueueFull,
    RegistrationError,
    TransferRefused,
)
from .events import Event
from .handshake import Accept, Credentials, Handshake
from .profiles import NetworkProfile
from .refusals import OnRefused, Refusal
from .registry import Change, Changes, Connections
from .routing import Handler, Router
from .server import OnConnect, Server, ServerSettings, serve
from .session import Limits
from .settings import Settings
from .station import Station
from .tolerances import Tolerances
from .transports import Peer, WebSocketSettings

__all__ = [
    "Accept",
    "BackOff",
    "CallTimeout",
    "CannotSend",
    "Change",
    "Changes",
    "Connection",
    "ConnectionClosed",
    "Connections",
    "Credentials",
    "DataTransfers",
    "ErrorCode",
    "Event",
    "Handler",
    "Handshake",
    "HandshakeFailed",
    "HandshakeRefused",
    "InvalidResponse",
    "Limits",
    "MissingDependency",
    "NegotiationFailed",
    "NetworkProfile",
    "NotConnected",
    "NotConnectedInTime",
    "NotInVersion",
    "OcppError",
    "OcppRpcError",
    "OnConnect",
    "OnRefused",
    "Peer",
    "QueueFull",
    "Refusal",
    "RegistrationError",
    "Router",
    "Server",
    "ServerSettings",
    "Settings",
    "Station",
    "Tolerances",
    "TransferRefused",
    "VendorMessage",
    "WebSocketSettings",
    "connect",
    "serve",
]
