"""For how many stations there is room: connected, decided about, of one address."""

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
        connections: Those that are open.
        replaces: Whether a station that is connected takes its own place again, so
            that it needs no other.
        max_connections: How many may be open; None: any number.
        max_deciding: How many may be decided about at once.
        max_per_address: How many may come from one address; None: any number.
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
        self._coming = 0  # those decided about who replace nobody
        # Those that are known by another name than they claim: how many of each path,
        # by which they come again, from each address.
        self._renamed: dict[str, Counter[str]] = {}

    def shortage(
        self, handshake: Handshake, *, decided: bool, proved: bool = True
    ) -> str | None:
        """Return what there are too many of for a station; None: there is room for it.

        Args:
            handshake: What it asks for.
            decided: Whether it has been decided about: then it counts no more as one
                of those, and those about whom it is yet to be decided come after it.
            proved: Whether it may still prove to be the station that it says to be;
                otherwise it takes nobody's place.
        """
        # One that takes its own place is let in even if there is no other. Otherwise, a
        # station that lost its network is locked out by its own dead connection.
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
        # A place at another address is none to take: whoever knows the identities could
        # have as many connections from one address as there are stations.
        if host and host not in hosts and _is_full(there, self._max_per_address):
            return "too many connections from this address"
        if not decided and self._deciding.total() >= self._max_deciding:
            return "too many stations are being decided about"
        return None

    @contextmanager
    def deciding(self, handshake: Handshake) -> Generator[None]:
        """Count a station that is being decided about, as long as the block lasts."""
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

    # No context manager: it would be 400 bytes for each connection that is open.

    def enter(self, handshake: Handshake, identity: str) -> None:
        """Count a station that is connected, and known by an identity."""
        host = _host(handshake.address)
        self._open[host] += 1
        if identity != handshake.identity:
            self._renamed.setdefault(handshake.path, Counter())[host] += 1

    def leave(self, handshake: Handshake, identity: str) -> None:
        """Count it no more."""
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
    """Return the host of an address; nothing if that is not known."""
    return "" if address is None else address[0]


def _host_of(connection: Connection) -> str:
    handshake = connection.handshake
    return "" if handshake is None else _host(handshake.address)


def _is_full(count: int, limit: int | None) -> bool:
    return limit is not None and count >= limit
