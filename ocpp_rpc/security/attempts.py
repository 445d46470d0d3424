"""Back-off after failed attempts to authenticate. No I/O: the time is an argument.

The rules, and their reasons:

* Failures count by address and identity together. After `free` failures, the next
  attempt has to wait `first` seconds, then twice as long each time, up to `longest`.
  Failures never count by identity alone, because any client can fail with any identity,
  and that must not affect the real charger at another address.
* A whole address has to wait if more than `free_identities` different identities have
  failed from it. A charger with a wrong password that retries forever counts as one
  identity, so it does not affect other chargers at the same address, such as that of a
  mobile carrier. An identity whose last success came from this address is exempt: only
  its own failures make it wait.
* An attempt whose password is still being checked counts as a failure, but only for its
  identity and address. So parallel guessing gains nothing, and many chargers that
  connect at once from one address do not delay each other.
* An attempt that comes too early is refused without a check of its password. It does
  not count as a failure, so it does not lengthen the wait.
* Memory is bounded. If `max_entries` is reached, the identity that failed longest ago
  is forgotten. An attacker would have to fail `max_entries` times to profit from that,
  and would gain only `free` attempts.

An IPv6 address counts by its /64 network, because one client usually has all of it.

Two weaknesses remain. A client at the same address as a charger can keep the charger
out, by failing with its identity again and again. And without
`ServerSettings.trusted_proxies`, all chargers behind a proxy have the proxy's address.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from socket import AF_INET, AF_INET6, inet_ntop, inet_pton
from typing import Final

__all__ = ["FailedAttempts"]


class FailedAttempts:
    """Makes clients wait after failed attempts to authenticate.

    The docstring of this module explains the rules.

    Args:
        free: The number of failures of one identity from one address that cause no
            wait; default: 3.
        free_identities: The number of identities that may fail from one address before
            the whole address has to wait; default: 10.
        first: The first wait, in seconds; default: 1. Each further failure doubles it.
        longest: The longest wait, in seconds; default: 60.
        forget_after: The time in seconds after the last failure of an identity at an
            address, after which its failures are forgotten; default: 900.
        max_entries: The number of failed identities to remember, and of successful
            ones; default: 65,536.

    Raises:
        ValueError: An argument is negative, or `max_entries` is 0.
    """

    def __init__(  # noqa: PLR0913
        self,
        *,
        free: int = 3,
        free_identities: int = 10,
        first: float = 1.0,
        longest: float = 60.0,
        forget_after: float = 900.0,
        max_entries: int = 65_536,
    ) -> None:
        if min(free, free_identities, first, longest, forget_after) < 0:
            raise ValueError("no argument of FailedAttempts may be negative")
        if max_entries < 1:
            raise ValueError(f"max_entries has to be at least 1, not {max_entries}")
        self._free: Final = free
        self._free_identities: Final = free_identities
        self._first: Final = first
        self._longest: Final = longest
        self._forget_after: Final = forget_after
        self._max_entries: Final = max_entries
        # By hashes, because identities may be long. The least recent failure comes
        # first. There are at most as many places, because each place has a series.
        self._series: OrderedDict[int, _Series] = OrderedDict()
        self._places: dict[str, _Place] = {}
        self._homes: OrderedDict[int, str | None] = OrderedDict()
        self._trying: Counter[int] = Counter()

    def __repr__(self) -> str:
        failed = f"{len(self._series)} at {len(self._places)} addresses"
        return f"<FailedAttempts: {failed} failed, {len(self._homes)} succeeded>"

    def wait(self, address: str | None, identity: str, now: float) -> float:
        """Return the seconds until the next attempt may begin; 0 if it may begin now.

        Args:
            address: The address of the client, without the port; None if unknown.
            identity: The identity of the station.
            now: The time of a monotonic clock, in seconds.
        """
        self._forget(now)
        network = _network(address)
        key = hash((network, identity))
        series = self._series.get(key)
        until = now if series is None else series.until
        failures = 0 if series is None else series.count
        if self._trying[key] > max(0, self._free - failures):
            until = max(until, now + self._first)
        place = None if network is None else self._places.get(network)
        if place is not None and self._homes.get(hash(identity)) != network:
            until = max(until, place.until)
        return max(0.0, until - now)

    @contextmanager
    def trying(self, address: str | None, identity: str) -> Generator[None]:
        """Count an attempt as a failure while its password is being checked."""
        key = hash((_network(address), identity))
        self._trying[key] += 1
        try:
            yield
        finally:
            self._trying[key] -= 1
            if not self._trying[key]:
                del self._trying[key]

    def failed(self, address: str | None, identity: str, now: float) -> None:
        """Count a failure: missing or wrong credentials. Arguments as in `wait`."""
        self._forget(now)
        network = _network(address)
        key = hash((network, identity))
        series = self._series.get(key)
        if series is None:
            series = self._series[key] = _Series(network)
            self._enter(network, now)
        self._series.move_to_end(key)
        series.count += 1
        series.last = now
        series.until = now + self._pause(series.count - self._free)
        if len(self._series) > self._max_entries:
            self._drop(next(iter(self._series)))

    def succeeded(self, address: str | None, identity: str, now: float) -> None:
        """Forget the failures of a client after a success; arguments as in `wait`."""
        self._forget(now)
        network = _network(address)
        key, home = hash((network, identity)), hash(identity)
        if key in self._series:
            self._drop(key)
        self._homes[home] = network
        self._homes.move_to_end(home)
        if len(self._homes) > self._max_entries:
            self._homes.popitem(last=False)

    def _pause(self, beyond: int) -> float:
        """Return the wait after `beyond` failures more than the free ones."""
        if beyond <= 0:
            return 0.0
        doublings = min(beyond - 1, _MOST_DOUBLINGS)
        return min(self._longest, self._first * 2.0**doublings)

    def _enter(self, network: str | None, now: float) -> None:
        """Note that one more identity has failed from an address."""
        if network is None:
            return
        place = self._places.setdefault(network, _Place())
        place.identities += 1
        pause = self._pause(place.identities - self._free_identities)
        place.until = max(place.until, now + pause)

    def _forget(self, now: float) -> None:
        while self._series:
            key, series = next(iter(self._series.items()))
            if series.last + self._forget_after > now:
                return
            self._drop(key)

    def _drop(self, key: int) -> None:
        if (network := self._series.pop(key).network) is not None:
            place = self._places[network]
            place.identities -= 1
            if not place.identities:
                del self._places[network]


_MOST_DOUBLINGS: Final = 64
"""The greatest number of doublings, because more would exceed a float."""


@dataclass(slots=True)
class _Series:
    """The failures of one identity from one address."""

    network: str | None
    count: int = 0
    last: float = 0.0
    until: float = 0.0


@dataclass(slots=True)
class _Place:
    """An address that identities have failed from."""

    identities: int = 0
    until: float = float("-inf")


def _network(address: str | None) -> str | None:
    """Return the key of an address: the address itself, or the network of IPv6."""
    if address is None or ":" not in address:
        return address
    try:  # not with `ipaddress`, because that takes ten times as long
        packed = inet_pton(AF_INET6, address.partition("%")[0])
    except (OSError, ValueError):
        return address
    if packed.startswith(_IPV4_MAPPED):
        return inet_ntop(AF_INET, packed[len(_IPV4_MAPPED) :])
    return packed[:8].hex()


_IPV4_MAPPED: Final = bytes(10) + b"\xff\xff"
