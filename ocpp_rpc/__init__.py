"""Remote procedure calls of OCPP over WebSocket, for stations and back offices.

A station connects with `connect`; a back office accepts stations with `serve`. Both
yield a `Connection`, whose `call` sends a request and returns the typed response. A
`Router` registers handlers for the peer's messages. The messages themselves are in
`ocpp_messages`.

Programs without asyncio use `sync.connect`. To open connections, install the extra of a
WebSocket library, by default `websockets`; everything else in this package works
without an extra.
"""

from . import sync as sync
from .back_office.deciding import OnConnect
from .back_office.handshake import Accept, Credentials, Handshake
from .back_office.refusals import OnRefused, Refusal
from .back_office.registry import Change, Changes, Connections
from .back_office.server import Server
from .back_office.serving import serve
from .back_office.settings import ServerSettings
from .connection.calls import CurrentCall, current_call
from .connection.connection import Connection
from .connection.settings import Settings
from .connection.sides import BackOfficeConnection, StationConnection
from .errors import (
    BadSignature,
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
    ReconfigurationReplaced,
    RegistrationError,
    TransferRefused,
)
from .handlers.data_transfer import DataTransfers, VendorMessage
from .handlers.routing import Handler, Router
from .protocol.events import Event
from .protocol.limits import Limits
from .protocol.mending import FrameTolerance
from .protocol.tolerances import Tolerances
from .station.backoff import BackOff
from .station.booting import boot
from .station.connecting import connect
from .station.heartbeats import Heartbeats
from .station.profiles import NetworkProfile
from .station.reconfiguration import Reconfiguration
from .station.station import Station
from .transports import Peer, WebSocketSettings

__all__ = [
    "Accept",
    "BackOff",
    "BackOfficeConnection",
    "BadSignature",
    "CallTimeout",
    "CannotSend",
    "Change",
    "Changes",
    "Connection",
    "ConnectionClosed",
    "Connections",
    "Credentials",
    "CurrentCall",
    "DataTransfers",
    "ErrorCode",
    "Event",
    "FrameTolerance",
    "Handler",
    "Handshake",
    "HandshakeFailed",
    "HandshakeRefused",
    "Heartbeats",
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
    "Reconfiguration",
    "ReconfigurationReplaced",
    "Refusal",
    "RegistrationError",
    "Router",
    "Server",
    "ServerSettings",
    "Settings",
    "Station",
    "StationConnection",
    "Tolerances",
    "TransferRefused",
    "VendorMessage",
    "WebSocketSettings",
    "boot",
    "connect",
    "current_call",
    "serve",
]

__version__ = "0.1.0"
