"""The capacity of a server: connected stations, pending decisions, and addresses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager

from ocpp_rpc.connection.connection import Connection

from .handshake import Handshake
from .registry import Connections
from .reverse_proxies import Address

__all__ = ["Capacity"]


class Capacity:
    """Counts the stations of a server, and tells whether there is room for another.

    Args:
        connections: The open connections.
        replaces: Whether a station that connects again replaces its own connection, and
            so needs no further place.
        max_connections: The number of open connections; None: no limit.
        max_deciding: The number of stations whose admission is being decided at once.
        max_per_address: The number of connections from one address; None: no limit.
    """

    def __init__(
        self,
        connections: Connections,
        *,
        replaces: bool,
        max_connections: int | None,
        max_deciding: int,
        max_per_address: int | None,
    ) -> None:
        self._connections = connections
        self._replaces = replaces
        self._max_connections = max_connections
        self._max_deciding = max_deciding
        self._max_per_address = max_per_address
        self._deciding: Counter[str] = Counter()
        self._open: Counter[str] = Counter()
        self._coming = 0  # the undecided stations that replace no connection
        # The stations that are known by another identity than they claim: their number
        # by path, because they return with the same path, and by address.
        self._renamed: dict[str, Counter[str]] = {}

    def shortage(
        self, handshake: Handshake, *, decided: bool, proved: bool = True
    ) -> str | None:
        """Return the reason why a station has no place; None if there is room.

        Args:
            handshake: The request of the station.
            decided: Whether the station has been admitted. If so, it no longer counts
                as undecided, and stations that are undecided are not counted before it.
            proved: Whether the station may still prove its identity; otherwise it
                cannot replace a connection.
        """
        # A station that replaces its own connection is admitted even if the server is
        # full. Otherwise, its own dead connection would lock it out.
        replaces = self._replaces and proved
        older = self._connections.of(handshake.identity) if replaces else ()
        hosts = {_host_of(each) for each in older}
        if replaces and not decided:
            hosts.update(self._renamed.get(handshake.path, ()))
        host = _host(handshake.address)
        here = self._connections.total + (0 if decided else self._coming)
        there = self._open[host] + (0 if decided else self._deciding[host])
        if not hosts and _is_full(here, self._max_connections):
            return "too many connections"
        # A connection from another address does not make room at this address.
        # Otherwise, clients that know the identities could open any number of
        # connections from one address.
        if host and host not in hosts and _is_full(there, self._max_per_address):
            return "too many connections from this address"
        if not decided and self._deciding.total() >= self._max_deciding:
            return "too many pending decisions"
        return None

    @contextmanager
    def deciding(self, handshake: Handshake) -> Generator[None]:
        """Count a station as undecided within the block."""
        host = _host(handshake.address)
        replaces = self._replaces and (
            handshake.identity in self._connections or handshake.path in self._renamed
        )
        self._coming += not replaces
        self._deciding[host] += 1
        try:
            yield
        finally:
            self._coming -= not replaces
            _take_from(self._deciding, host)

    # Not a context manager, because that takes 400 bytes for each open connection.

    def enter(self, handshake: Handshake, identity: str) -> None:
        """Count a connected station under its identity."""
        host = _host(handshake.address)
        self._open[host] += 1
        if identity != handshake.identity:
            self._renamed.setdefault(handshake.path, Counter())[host] += 1

    def leave(self, handshake: Handshake, identity: str) -> None:
        """Stop counting a connected station."""
        host = _host(handshake.address)
        _take_from(self._open, host)
        if identity != handshake.identity:
            _take_from(self._renamed[handshake.path], host)
            if not self._renamed[handshake.path]:
                del self._renamed[handshake.path]


def _take_from(counter: Counter[str], host: str) -> None:
    counter[host] -= 1
    if not counter[host]:
        del counter[host]


def _host(address: Address | None) -> str:
    """Return the host of an address; empty if it is not known."""
    return "" if address is None else address[0]


def _host_of(connection: Connection) -> str:
    handshake = connection.handshake
    return "" if handshake is None else _host(handshake.address)


def _is_full(count: int, limit: int | None) -> bool:
    return limit is not None and count >= limit
