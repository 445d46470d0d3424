"""Detects two chargers with one identity, which replace each other again and again.

A charger that lost its network replaces its own old connection, from the same address
or from a new one. Two chargers replace each other in turn: after the second one has
connected, the first one returns from its former address. Behind one router, both have
the same address; then only the frequency is a sign.

A charger waits for 10 to 25 seconds before it connects again (2.0.1 part 4 §5.3), so
that each of the two connects within less than a minute.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from .reverse_proxies import Address

if TYPE_CHECKING:
    from ocpp_rpc.connection.connection import Connection

__all__ = ["Contests", "address_of"]

_WINDOW: Final = 120.0
"""The time within which the replacements have to happen, in seconds."""

_AT_ONE_ADDRESS: Final = 4
"""The number of times that a charger may reconnect from one address in that time."""

_MAX_IDENTITIES: Final = 10_000
"""The number of identities with remembered replacements; the oldest is forgotten."""


def address_of(connection: Connection) -> Address | None:
    """Return the address that a station has connected from; None if it has none."""
    handshake = connection.handshake
    return None if handshake is None else handshake.address


class Contests:
    """The recent replacements of connections.

    Args:
        now: Returns the time in seconds.
    """

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        # The replacements of each identity, the oldest first: the time and the host.
        self._replaced: dict[str, list[tuple[float, str | None]]] = {}

    def note(self, identity: str, old: str | None, new: str | None) -> str | None:
        """Record that a connection has replaced another one.

        Args:
            identity: The identity of both.
            old: The host of the replaced connection; None if it is unknown.
            new: The host of the new connection.

        Returns:
            A description of the contest, in one line; None if both may be the same
                charger. It is returned once for everything that has happened so far.
        """
        now = self._now()
        history = self._history(identity, now)
        back = old != new and any(host == new for _, host in history)
        history.append((now, old))
        same = [host for _, host in history if host == old]
        if back:
            detail = f"two chargers in turn, from {old or '?'} and {new or '?'}"
        elif old == new and len(same) >= _AT_ONE_ADDRESS:
            detail = f"connected {len(same) + 1} times in {_WINDOW:.0f} s from one host"
        else:
            self._replaced[identity] = history
            return None
        return detail

    def _history(self, identity: str, now: float) -> list[tuple[float, str | None]]:
        """Remove and return the history of an identity; forget what is too old."""
        history = self._replaced.pop(identity, [])
        while self._replaced:  # in the order of the last replacement, oldest first
            oldest, its = next(iter(self._replaced.items()))
            if its[-1][0] > now - _WINDOW and len(self._replaced) < _MAX_IDENTITIES:
                break
            del self._replaced[oldest]
        return [entry for entry in history if entry[0] > now - _WINDOW]
