"""Back-off after failed attempts to authenticate. No I/O: the time is an argument.

The policy, and its reasons:

* A charger's attempts count by where they come from: per address and identity together.
  After `free` failures the next attempt waits `first` seconds, then twice as long each
  time, up to `longest`. An identity alone is never held back, because anybody can fail
  with any identity: a rightful charger at another address must not notice it.
* An address is held back as a whole by how many different identities have failed from
  it, after `free_identities` of them. One charger with a wrong password, which tries
  for ever, counts as one, so it does not take along those that share its address (a
  mobile carrier's, for instance). An identity that last succeeded from this address is
  exempt: it is held back by its own failures only.
* Attempts that are being looked at count as if they had failed, but for the identity
  and its address alone: whoever guesses gains nothing by guessing at the same time, and
  many chargers that come at once from one address do not hold each other back.
* Whoever is held back is refused without its password being looked at, and such an
  attempt is not a failure: insisting does not make the wait longer.
* What is remembered is bounded. When there is no more room, what failed longest ago is
  forgotten. To make use of that, an attacker has to fail `max_entries` times, which is
  more than what it gains, `free` attempts.

An IPv6 address counts by its network of 64 bits, since one client has all of it.

What remains: somebody at the same address as a charger, who fails with its identity
again and again, can keep it out. Chargers that come through a proxy need
`ServerSettings.trusted_proxies`, or they all have the address of the proxy.
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
    """Makes clients wait that have failed to authenticate.

    The docstring of this module has the rules and their reasons.

    Args:
        free: How many failures of one identity from one address go without a wait.
        free_identities: How many identities may fail from one address before the
            address has to wait as a whole.
        first: The first wait, in seconds; each further failure doubles it.
        longest: The longest wait, in seconds.
        forget_after: How many seconds after its last failure a series is forgotten.
        max_entries: How many identities that failed are remembered, and how many that
            succeeded.

    Raises:
        ValueError: One of them is negative, or `max_entries` is 0.
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
            raise ValueError("no setting of FailedAttempts may be negative")
        if max_entries < 1:
            raise ValueError(f"max_entries has to be at least 1, not {max_entries}")
        self._free: Final = free
        self._free_identities: Final = free_identities
        self._first: Final = first
        self._longest: Final = longest
        self._forget_after: Final = forget_after
        self._max_entries: Final = max_entries
        # By hashes, since identities may be long. The least recent failure comes first.
        # Each place has a series at least, so there cannot be more places.
        self._series: OrderedDict[int, _Series] = OrderedDict()
        self._places: dict[str, _Place] = {}
        self._homes: OrderedDict[int, str | None] = OrderedDict()
        self._trying: Counter[int] = Counter()

    def __repr__(self) -> str:
        failed = f"{len(self._series)} at {len(self._places)} addresses"
        return f"<FailedAttempts: {failed} failed, {len(self._homes)} succeeded>"

    def wait(self, address: str | None, identity: str, now: float) -> float:
        """Return how many seconds to wait until the next attempt; 0: it may begin.

        Args:
            address: The address of the client, without the port; None: not known.
            identity: The identity of the station.
            now: The time in seconds, of a clock that never goes back.
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
        """Count an attempt that `wait` has let go on, as long as the block lasts."""
        key = hash((_network(address), identity))
        self._trying[key] += 1
        try:
            yield
        finally:
            self._trying[key] -= 1
            if not self._trying[key]:
                del self._trying[key]

    def failed(self, address: str | None, identity: str, now: float) -> None:
        """Note that an attempt had missing or wrong credentials; see `wait`."""
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
        """Note that an attempt had the right credentials; see `wait`."""
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
        """Return the wait after so many failures beyond those that are free."""
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
"""More would only be a number that no float holds."""


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
    """Return what stands for an address: itself, or its network if it is of IPv6."""
    if address is None or ":" not in address:
        return address
    try:  # not by `ipaddress`, which takes ten times as long
        packed = inet_pton(AF_INET6, address.partition("%")[0])
    except (OSError, ValueError):
        return address
    if packed.startswith(_IPV4_MAPPED):
        return inet_ntop(AF_INET, packed[len(_IPV4_MAPPED) :])
    return packed[:8].hex()


_IPV4_MAPPED: Final = bytes(10) + b"\xff\xff"
