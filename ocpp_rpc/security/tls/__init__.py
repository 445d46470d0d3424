"""TLS of both sides, as OCPP requires it."""

from __future__ import annotations

from .client import ClientTls
from .client import tls as client_tls
from .server import ServerTls, kind_of
from .server import tls as server_tls

__all__ = ["ClientTls", "ServerTls", "client_tls", "kind_of", "server_tls"]
