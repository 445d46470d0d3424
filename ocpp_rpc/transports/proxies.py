"""Connections of clients through a proxy, the same for all libraries."""

from __future__ import annotations

from importlib import import_module
from socket import socket
from types import ModuleType
from typing import Any, Final, NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from ocpp_rpc.errors import MissingDependency

__all__ = ["check_proxy", "tunnel"]


def check_proxy(proxy: str) -> None:
    """Check that a proxy can be used.

    Raises:
        ValueError: It is not a URL, or not one of a proxy; the text does not repeat it.
        MissingDependency: The extra for proxies is not installed.
    """
    _split(proxy)
    _library()


async def tunnel(
    proxy: str, host: str, port: int, *, local_addr: tuple[str, int] | None = None
) -> socket:
    """Return a socket that a proxy has connected to a host.

    Args:
        proxy: The URL of the proxy.
        host: The host to connect to.
        port: The port of that host.
        local_addr: The local host and port to bind the socket to; default: None, the
            system chooses.

    Raises:
        OSError: The proxy cannot be reached, or cannot or will not connect.
        ValueError: The proxy cannot be asked for this connection.
    """
    parts, library = _split(proxy), _library()
    kind = _KINDS[parts.scheme]
    client: Any = library.async_.asyncio.Proxy(
        library.ProxyType[kind.name],
        parts.hostname,
        parts.port or kind.port,
        unquote(parts.username or ""),
        unquote(parts.password or ""),
        kind.resolves,
    )
    try:
        connected: socket = await client.connect(host, port, local_addr=local_addr)
    except library.ProxyError as error:
        raise ConnectionError(f"the proxy does not connect: {error}") from error
    return connected


class _Kind(NamedTuple):
    """A kind of proxy: its name in the library, its usual port, who resolves names."""

    name: str
    port: int
    resolves: bool


_KINDS: Final = {
    "http": _Kind("HTTP", 80, resolves=True),
    "socks4": _Kind("SOCKS4", 1080, resolves=False),
    "socks4a": _Kind("SOCKS4", 1080, resolves=True),
    "socks5": _Kind("SOCKS5", 1080, resolves=False),
    "socks5h": _Kind("SOCKS5", 1080, resolves=True),
}


def _split(proxy: str) -> SplitResult:
    try:
        parts = urlsplit(proxy)
        complete = bool(parts.hostname) and parts.port != 0
    except ValueError:
        raise ValueError("proxy is not a URL") from None
    if parts.scheme not in _KINDS or not complete:
        raise ValueError(f"proxy must be SCHEME://HOST:PORT, with one of {[*_KINDS]}")
    return parts


def _library() -> ModuleType:
    try:
        import_module("python_socks.async_.asyncio")
    except ImportError as error:
        raise MissingDependency("proxy") from error
    return import_module("python_socks")
