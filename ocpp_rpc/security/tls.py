"""TLS of both sides, as OCPP demands it."""

from __future__ import annotations

from .tls_client import ClientTls
from .tls_client import tls as client_tls
from .tls_server import ServerTls, kind_of
from .tls_server import tls as server_tls

__all__ = ["ClientTls", "ServerTls", "client_tls", "kind_of", "server_tls"]
