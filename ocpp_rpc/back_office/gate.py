"""Gates: where stations come to a server, each with a security profile.

What checks a profile is imported once there is one: a program without starts faster.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.security.profiles.floors import (
    Floors,
    MemoryFloors,
    Proof,
    check_floor,
    settle_floor,
)
from ocpp_rpc.security.profiles.refusals import ProfileRefused
from ocpp_rpc.transports import (
    Acceptor,
    Admission,
    Failure,
    HandshakeRequest,
    HttpAnswer,
    Peer,
)
from ocpp_rpc.transports.balancers import Balancers

from .handshake import Handshake
from .reverse_proxies import Networks

if TYPE_CHECKING:
    from ocpp_rpc.security.events import SecurityEvent
    from ocpp_rpc.security.server import Profile

__all__ = ["Gate", "Keeper"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Keeper:
    """What the gates of a server have in common.

    Attributes:
        admit: Decides about a client that has come to a gate.
        server: The server, which notes the clients that a listener turns away.
        proxies: The networks of the trusted proxies.
        balancers: Who may speak the PROXY protocol; None: nobody.
        floors: The highest profile of each station.
        note: Notes a security event.
        now: Returns the time.
    """

    admit: Callable[[HandshakeRequest, Gate], Awaitable[Admission | HttpAnswer]]
    server: Acceptor
    proxies: Networks
    balancers: Balancers | None
    floors: Floors
    note: Callable[[SecurityEvent], None]
    now: Callable[[], float]


class Gate:
    """Where stations come to a server: the acceptor of a listener, or of an endpoint.

    Args:
        keeper: What it has in common with the other gates of the server.
        profile: The security profile of the stations that come here; None: there is
            none.

    Attributes:
        balancers: Who may speak the PROXY protocol to a listener; None: nobody.
    """

    def __init__(self, keeper: Keeper, profile: Profile | None) -> None:
        self.balancers: Final = keeper.balancers
        self._keeper: Final = keeper
        self._profile: Final = profile

    async def admit(self, request: HandshakeRequest) -> Admission | HttpAnswer:
        """Decide about a client, or answer a request that opens no WebSocket."""
        return await self._keeper.admit(request, self)

    def turned_away(
        self,
        client: HandshakeRequest | Peer,
        cause: int | Failure,
        reason: str,
        error: OSError | None = None,
    ) -> None:
        """Note a client that is turned away; see `ocpp_rpc.transports.Acceptor`."""
        self._keeper.server.turned_away(client, cause, reason, error)

    @property
    def has_to_ask(self) -> bool:
        """Whether the security profile may have to wait for something."""
        floors = self._keeper.floors
        is_empty = isinstance(floors, MemoryFloors) and not floors
        return self._profile is not None or not is_empty

    @property
    def versions(self) -> Collection[str] | None:
        """The versions of OCPP that may be spoken here; None: all."""
        if self._profile is None:
            return None
        from ocpp_rpc.security.profiles.channels import versions_over  # noqa: PLC0415
        from ocpp_rpc.security.server import tls_of  # noqa: PLC0415

        return versions_over(tls_of(self._profile))

    def meet(self, request: HandshakeRequest, handshake: Handshake) -> Handshake:
        """Return what a station asks for, with what it shows for the profile.

        Raises:
            ProfileRefused: It shows something else than the profile wants.
        """
        if self._profile is None:
            return handshake
        from .showing import shown  # noqa: PLC0415 - see the module

        keeper = self._keeper
        try:
            return shown(
                self._profile, request, handshake, keeper.proxies, keeper.now()
            )
        except ProfileRefused as refusal:
            self._note(refusal, handshake)
            raise

    async def prove(self, handshake: Handshake) -> None:
        """Ask the program whether a station is the one that it says to be.

        Raises:
            ProfileRefused: It is not.
        """
        if self._profile is None:
            return
        from ocpp_rpc.security.profiles.proofs import prove  # noqa: PLC0415

        try:
            await prove(self._profile, handshake, self._keeper.now())
        except ProfileRefused as refusal:
            self._note(refusal, handshake)
            raise

    async def check_floor(self, handshake: Handshake) -> Proof:
        """Check that a station has used no higher profile before.

        Args:
            handshake: What it asks for, by the name by which it is known.

        Raises:
            ProfileRefused: It has.
        """
        try:
            return await check_floor(self._profile, handshake, self._keeper.floors)
        except ProfileRefused as refusal:
            self._note(refusal, handshake)
            raise

    @property
    def has_own_floors(self) -> bool:
        """Whether the program stores the profiles, which may take a while."""
        return type(self._keeper.floors) is not MemoryFloors

    async def settle(self, handshake: Handshake, proof: Proof) -> None:
        """Note the profile of a station whose WebSocket is open.

        Raises:
            ProfileRefused: It has used a higher profile meanwhile.
        """
        try:
            await settle_floor(self._keeper.floors, handshake, proof)
        except ProfileRefused as refusal:
            self._note(refusal, handshake)
            raise

    def guard(
        self, connection: Connection, end: Callable[[Connection, str], None]
    ) -> None:
        """Have what a station says of itself later compared with its proof.

        Args:
            connection: The connection of a station that has come to this gate.
            end: Closes a connection, with a reason.
        """
        if self._profile is None or connection.handshake is None:
            return
        from ocpp_rpc.security.profiles.serial_numbers import guard_boot  # noqa: PLC0415

        handshake = connection.handshake

        def refuse(refusal: ProfileRefused) -> None:
            self._note(refusal, handshake.known_as(connection.identity))
            end(connection, refusal.text)

        guard_boot(self._profile, connection, handshake, refuse)

    def _note(self, refusal: ProfileRefused, handshake: Handshake) -> None:
        from ocpp_rpc.security.events import SecurityEvent  # noqa: PLC0415

        self._keeper.note(
            SecurityEvent(
                kind=refusal.kind,
                identity=handshake.identity,
                address=handshake.address,
                detail=refusal.text,
            )
        )
