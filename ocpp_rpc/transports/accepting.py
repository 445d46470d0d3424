"""Waiting for clients, of which thousands may come at once, and letting them go."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress

from . import BACKLOG

__all__ = ["below_tls", "create_server", "end_writing"]


async def create_server(
    make_protocol: Callable[[], asyncio.BaseProtocol],
    host: str | None,
    port: int,
) -> asyncio.Server:
    """Wait for clients, as `create_server` of an event loop does, but for many.

    asyncio accepts as many clients in a go as its `backlog` says. When there are no
    descriptors left, it logs an error and sets a timer for each of these, and these
    multiply. So it is told to take one at a time; the system lets many wait.

    Whoever comes speaks TLS or not: that is for the protocol to find out.

    Raises:
        OSError: The address cannot be used.
    """
    server = await asyncio.get_running_loop().create_server(
        make_protocol, host, port, backlog=_One(1)
    )
    for each in server.sockets:
        with socket.fromfd(each.fileno(), each.family, each.type) as same:
            same.listen(BACKLOG)
    return server


class _One(int):
    """A backlog of one, and one more than that is one as well.

    Since 3.13.18 and 3.14.10, asyncio accepts `backlog + 1` clients in a go, where it
    was `backlog`; there is no number that means one in both.
    """

    def __add__(self, other: int) -> int:
        return 1


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
    # The client may be gone, which asyncio has still to find out.
    with suppress(OSError):
        network.write_eof()


def below_tls(network: asyncio.Transport) -> asyncio.Transport:
    """Return what is below TLS, or the network connection itself if there is no TLS.

    It is what knows first that the network is closing. With asyncio of Python 3.11, TLS
    above it does not know in the same turn of the event loop, in which asyncio warns of
    each further write.
    """
    below: asyncio.Transport | None
    below = getattr(getattr(network, "_ssl_protocol", None), "_transport", None)
    return network if below is None else below
