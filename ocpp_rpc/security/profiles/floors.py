"""The highest security profile of each station, below which it is refused."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, cast

from .asking import asked, checked_bool
from .refusals import ProfileRefused

if TYPE_CHECKING:
    from ocpp_rpc.back_office.handshake import Handshake

    from .server import Profile, Profile2

__all__ = [
    "NOTHING_NEW",
    "Floors",
    "MemoryFloors",
    "Proof",
    "check_floor",
    "settle_floor",
]


class Floors(Protocol):
    """Stores the highest security profile that each station has used.

    Once a station has connected with a profile, the server refuses it with a lower one
    (A05.FR.09 of 1.6), so that a thief cannot use a stolen password in place of a
    certificate. To keep the profiles after a restart, write a store over a database.
    """

    async def get(self, identity: str) -> int | None:
        """Return the highest profile that a station has used; None if it has used none.

        The server calls this after a station has authenticated, and again when its
        WebSocket is open.
        """
        ...

    async def set(self, identity: str, profile: int) -> None:
        """Store a profile that is higher than the one that `get` has returned.

        If two calls overlap, keep the higher profile. Otherwise a station that connects
        with two profiles at the same time could keep the lower one.
        """
        ...


class MemoryFloors:
    """Stores the highest profile of each station in memory, until the program ends."""

    def __init__(self) -> None:
        self._profiles: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self._profiles)

    async def get(self, identity: str) -> int | None:
        """Return the highest profile that a station has used, or None."""
        return self._profiles.get(identity)

    async def set(self, identity: str, profile: int) -> None:
        """Store a profile in place of the one before."""
        self._profiles[identity] = profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The result of a successful check of a station.

    Attributes:
        versions: The versions of OCPP that the station may speak; None allows all. They
            are limited if it goes back to a lower profile.
    """

    versions: Collection[str] | None = None


NOTHING_NEW: Final = Proof()
"""The result for a station that may speak all versions."""


async def check_floor(
    profile: Profile | None, handshake: Handshake, floors: Floors
) -> Proof:
    """Check that a station has used no higher profile before (A05.FR.09 of 1.6).

    Args:
        profile: The profile of the address; None counts as 0.
        handshake: The handshake of the station, which has authenticated.
        floors: The highest profile of each station.

    Raises:
        ProfileRefused: It has used a higher profile, and may not go back.
        TypeError: A function of the profile returned a value of the wrong type.
    """
    number = 0 if profile is None else profile.number
    floor = await floors.get(handshake.identity) or 0
    if number >= floor:
        return NOTHING_NEW
    if number == 2 and await _may_go_back(cast("Profile2", profile), handshake):
        return Proof(versions=_WITH_DOWNGRADE)
    raise _lower()


_WITH_DOWNGRADE: Final = frozenset({"2.0", "2.0.1", "2.1"})
"""The versions that allow going back from 3 to 2 (2.0.1 errata 2025-09, 2.5)."""


async def _may_go_back(profile: Profile2, handshake: Handshake) -> bool:
    may_downgrade = profile.may_downgrade
    if may_downgrade is None or _WITH_DOWNGRADE.isdisjoint(handshake.versions):
        return False
    may = await asked(may_downgrade, handshake.identity)
    return checked_bool("may_downgrade", may)


async def settle_floor(floors: Floors, handshake: Handshake, proof: Proof) -> None:
    """Store the profile of a station whose WebSocket is open, if it is a higher one.

    Since `check_floor`, the station may have connected elsewhere with a higher profile.
    Without a second check, a client that has only its password could take its place by
    connecting at the same time.

    Args:
        floors: The highest profile of each station.
        handshake: The handshake of the station.
        proof: The result of `check_floor`.

    Raises:
        ProfileRefused: The station has used a higher profile.
    """
    identity, number = handshake.identity, handshake.profile or 0
    floor = await floors.get(identity) or 0
    if number > floor:
        await floors.set(identity, number)
    elif number < floor and proof.versions is None:
        raise _lower()


def _lower() -> ProfileRefused:
    # Imported here, because every server has floors but few ever refuse a station.
    from ocpp_rpc.security.events import SecurityEventKind  # noqa: PLC0415

    why = "the station has used a higher security profile before"
    return ProfileRefused(SecurityEventKind.LOWER_PROFILE, 403, why)
