"""The address of a server, for a library that does not read URLs: picows."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from . import WebSocketSettings
from .proxies import tunnel

__all__ = ["Endpoint", "endpoint"]

_PORTS: Final = {"ws": 80, "wss": 443}

_UNQUOTED: Final = "%/:?#[]@!$&'()*+,;="
"""The characters kept in a target: reserved ones (RFC 3986 §2.2) and escapes."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The parts of a WebSocket URL (RFC 6455 §3).

    Attributes:
        host: The host, in ASCII.
        port: The port; 80 or 443 if the URL has none.
        secure: Whether TLS is used.
        target: The path and the query to request, percent-encoded.
        host_line: The value of the header line Host.
    """

    host: str
    port: int
    secure: bool
    target: str = field(repr=False)
    host_line: str

    async def connect(
        self,
        protocol: asyncio.Protocol,
        ssl: SSLContext | None,
        settings: WebSocketSettings,
    ) -> asyncio.Transport:
        """Open a network connection for a protocol, through a proxy if there is one."""
        loop = asyncio.get_running_loop()
        tls = (ssl or True) if self.secure else None
        local_addr = settings.bound
        if settings.proxy is None:
            network, _ = await loop.create_connection(
                lambda: protocol,
                self.host,
                self.port,
                ssl=tls,
                local_addr=local_addr,
            )
        else:
            network, _ = await loop.create_connection(
                lambda: protocol,
                sock=await tunnel(
                    settings.proxy, self.host, self.port, local_addr=local_addr
                ),
                ssl=tls,
                server_hostname=self.host if tls else None,
            )
        return network


def endpoint(url: str) -> Endpoint:
    """Return the parts of a WebSocket URL.

    Raises:
        ValueError: The URL is not one of a WebSocket.
    """
    parts = urlsplit(url)
    usual = _PORTS.get(parts.scheme)
    if usual is None or not parts.hostname:
        raise ValueError("the URL needs the scheme ws or wss, and a host")
    host, port = parts.hostname.encode("idna").decode(), parts.port or usual
    target = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    name = f"[{host}]" if ":" in host else host
    return Endpoint(
        host,
        port,
        parts.scheme == "wss",
        quote(target, safe=_UNQUOTED),
        name if port == usual else f"{name}:{port}",
    )
