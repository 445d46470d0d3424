"""Waiting for clients, of which thousands may come at once, and letting them go."""

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
"""How many clients are accepted in one turn of the event loop, or one more."""

_TLS_BUFFER: Final = 2**13
"""How many bytes TLS reads at once: more than nearly all messages of OCPP."""


async def create_server(
    make_protocol: Callable[[], asyncio.BaseProtocol],
    host: str | None,
    port: int,
) -> Listening:
    """Wait for clients, as `create_server` of an event loop does, but for many.

    Whoever comes speaks TLS or not: that is for the protocol to find out.

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
    """What waits for clients, at all addresses that a host has.

    Attributes:
        sockets: One for each address.
        servers: What accepts clients at them.
    """

    def __init__(self) -> None:
        self.sockets: list[socket.socket] = []
        self.servers: list[asyncio.Server] = []

    def close(self) -> None:
        """Wait no more; who has come stays."""
        for server in self.servers:
            server.close()
        for each in self.sockets:
            each.close()


class _Doorway(socket.socket):
    """A socket for asyncio, which accepts `backlog` clients, or one more, in a go.

    One at a time would not do: others make the turns of the event loop long, and
    handshakes would wait for that many turns. But when there are no descriptors left,
    asyncio goes on, and logs an error and sets a timer for each client, and these
    multiply. So this ends the go once something has failed.
    """

    _failed = False

    def open(self, address: Any) -> None:
        """Bind the socket as asyncio does with its own.

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
    """Write nothing more, and let the client close the network connection.

    If it were closed here while the client still writes, what it has not read yet would
    be lost to it. Over TLS there is no other way.
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
    """Let the TLS of asyncio, a protocol, read 8 KiB at once.

    It has a buffer of 256 KiB for what it reads, six times what all else of a
    connection takes together, and no setting for it. Where those names mean something
    else, as in uvloop, which has one buffer for all, nothing is changed.
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
    """Return what is below TLS, or the network connection itself if there is no TLS.

    It is what knows first that the network is closing. With asyncio of Python 3.11, TLS
    above it does not know in the same turn of the event loop, in which asyncio warns of
    each further write.
    """
    below: asyncio.Transport | None
    below = getattr(getattr(network, "_ssl_protocol", None), "_transport", None)
    return network if below is None else below
