"""Remote procedure calls of OCPP over WebSocket, for stations and back offices.

`connect` opens a station's connection, `serve` accepts those of stations; both give a
`Connection`, whose `call` sends a request and returns the typed response. A `Router`
holds the handlers of what the peer calls. The messages are in `ocpp_messages`.

`connect` and `serve` need the extra `websockets`; everything else does without.
"""

from .client import connect
from .connection import Connection, Settings
from .data_transfer import DataTransfers, VendorMessage
from .errors import (
    CallTimeout,
    CannotSend,
    ConnectionClosed,
    ErrorCode,
    HandshakeFailed,
    InvalidResponse,
    MissingDependency,
    NegotiationFailed,
    OcppError,
    OcppRpcError,
    QueueFull,
    RegistrationError,
    TransferRefused,
)
from .events import Event
from .routing import Handler, Router
from .server import Server, serve
from .session import Limits
from .tolerances import Tolerances
from .transports import WebSocketSettings

__all__ = [
    "CallTimeout",
    "CannotSend",
    "Connection",
    "ConnectionClosed",
    "DataTransfers",
    "ErrorCode",
    "Event",
    "Handler",
    "HandshakeFailed",
    "InvalidResponse",
    "Limits",
    "MissingDependency",
    "NegotiationFailed",
    "OcppError",
    "OcppRpcError",
    "QueueFull",
    "RegistrationError",
    "Router",
    "Server",
    "Settings",
    "Tolerances",
    "TransferRefused",
    "VendorMessage",
    "WebSocketSettings",
    "connect",
    "serve",
]
