"""Accept clients, of which thousands may connect at once, and let them go."""

from __future__ import annotations

import asyncio
import os
import socket
from asyncio.sslproto import SSLProtocol
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from . import BACKLOG

__all__ = ["Listening", "below_tls", "create_server", "end_writing", "read_less"]


_AT_ONCE: Final = 64
"""The number of clients, plus one, that one turn of the event loop accepts at most."""

_TLS_BUFFER: Final = 2**13
"""The number of bytes that TLS reads at once: more than nearly all messages of OCPP."""


async def create_server(
    make_protocol: Callable[[], asyncio.BaseProtocol],
    host: str | None,
    port: int,
) -> Listening:
    """Listen for many clients, like `create_server` of an event loop.

    The protocol has to find out whether a client uses TLS.

    Raises:
        OSError: The address cannot be used.
    """
    loop = asyncio.get_running_loop()
    # Each socket is made here, as `create_server` of a loop takes one backlog for two
    # things: how many clients may wait, and how many are accepted in one go.
    found = await loop.getaddrinfo(
        host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )
    listening = Listening()
    try:
        for family, kind, protocol, _, address in dict.fromkeys(found):
            doorway = _Doorway(family, kind, protocol)
            listening.sockets.append(doorway)
            doorway.open(address)
            listening.servers.append(
                await loop.create_server(make_protocol, sock=doorway, backlog=_AT_ONCE)
            )
            doorway.listen(BACKLOG)  # again: the loop has said _AT_ONCE
    except BaseException:
        listening.close()
        raise
    return listening


class Listening:
    """The sockets and servers that accept clients at all addresses of a host.

    Attributes:
        sockets: The sockets, one for each address.
        servers: The servers that accept clients at these sockets.
    """

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        self.servers: list[asyncio.Server] = []

    def close(self) -> None:
        """Accept no further clients; clients that have been accepted stay connected."""
        for server in self.servers:
            server.close()
        for each in self.sockets:
            each.close()


class _Doorway(socket.socket):
    """A socket for asyncio, which accepts up to `backlog` + 1 clients in one turn.

    Accepting one client in each turn would not be enough: other connections make the
    turns of the event loop long, and each handshake would wait for as many turns as
    there are clients before it. However, if no file descriptors are left, asyncio goes
    on to the next client, and logs an error and sets a timer for each, and these
    multiply. Therefore this socket ends the turn after the first failure.
    """

    _failed = False

    def open(self, address: Any) -> None:
        """Bind the socket like asyncio binds its own sockets.

        Raises:
            OSError: The address cannot be used.
        """
        self.setblocking(False)
        if os.name == "posix":  # elsewhere it means that others may take the port
            self.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if self.family == socket.AF_INET6:  # or it takes the port for IPv4 as well
            self.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        self.bind(address)

    def accept(self) -> tuple[socket.socket, Any]:
        """Accept a client, unless the last attempt has failed."""
        if self._failed:
            self._failed = False
            raise BlockingIOError
        try:
            return super().accept()
        except BlockingIOError:
            raise
        except OSError:
            self._failed = True
            raise


def end_writing(network: asyncio.Transport) -> None:
    """End writing, and leave it to the client to close the network connection.

    If the server closed it while the client still writes, the client would lose all
    data that it has not read yet. TLS offers no alternative to closing it.
    """
    if network.is_closing():
        return
    if not network.can_write_eof():
        network.close()
        return
    # The client may be gone, which asyncio has still to find out (ENOTCONN).
    with suppress(OSError):
        network.write_eof()


def read_less(tls: object) -> None:
    """Reduce the buffer of a TLS protocol of asyncio to 8 KiB.

    By default, it has a buffer of 256 KiB for reading, six times as much as everything
    else of a connection together, and no setting for it. If the protocol does not have
    the private attributes of asyncio's, nothing is changed; uvloop, for example, has
    one buffer for all connections.
    """
    buffer = bytearray(_TLS_BUFFER)
    values = {
        "max_size": _TLS_BUFFER,
        "_ssl_buffer": buffer,
        "_ssl_buffer_view": memoryview(buffer),
    }
    if isinstance(tls, SSLProtocol) and all(hasattr(tls, name) for name in values):
        for name, value in values.items():
            setattr(tls, name, value)


def below_tls(network: asyncio.Transport) -> asyncio.Transport:
    """Return the transport below TLS, or the network connection itself without TLS.

    The transport below is the first to know that the network is closing. With asyncio
    of Python 3.11, the TLS transport above does not know in the same turn of the event
    loop, in which asyncio warns of each further write.
    """
    below: asyncio.Transport | None
    below = getattr(getattr(network, "_ssl_protocol", None), "_transport", None)
    return network if below is None else below
