"""Gates: the places where stations connect to a server, each with a security profile.

The modules that check a profile are imported when there is one, so that a program
without a profile starts faster.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.lines import about
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
    """The state that the gates of a server share.

    Attributes:
        admit: Decides about a client that has connected at a gate.
        server: The server, which records the clients that a listener turns away.
        proxies: The networks of the trusted proxies.
        balancers: Determines who may use the PROXY protocol; None: nobody.
        floors: The highest profile of each station.
        note: Records a security event, with the `extra` of its log record, if any.
        now: Returns the time in seconds.
    """

    admit: Callable[[HandshakeRequest, Gate], Awaitable[Admission | HttpAnswer]]
    server: Acceptor
    proxies: Networks
    balancers: Balancers | None
    floors: Floors
    note: Callable[[SecurityEvent, Mapping[str, str] | None], None]
    now: Callable[[], float]


class Gate:
    """A place where stations connect: the acceptor of a listener or of an endpoint.

    Args:
        keeper: The state that the gates of the server share.
        profile: The security profile of the stations that connect here; None if there
            is none.

    Attributes:
        balancers: Determines who may use the PROXY protocol; None: nobody.
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
        """Record a client that is turned away; see `ocpp_rpc.transports.Acceptor`."""
        self._keeper.server.turned_away(client, cause, reason, error)

    @property
    def has_to_ask(self) -> bool:
        """Whether the security profile may have to wait, for example for a database."""
        floors = self._keeper.floors
        is_empty = isinstance(floors, MemoryFloors) and not floors
        return self._profile is not None or not is_empty

    @property
    def versions(self) -> Collection[str] | None:
        """The OCPP versions that are allowed here; None: all."""
        if self._profile is None:
            return None
        from ocpp_rpc.security.profiles.channels import versions_over  # noqa: PLC0415
        from ocpp_rpc.security.server import tls_of  # noqa: PLC0415

        return versions_over(tls_of(self._profile))

    def meet(self, request: HandshakeRequest, handshake: Handshake) -> Handshake:
        """Return a handshake, extended by the credentials for the security profile.

        Raises:
            ProfileRefused: The station does not present what the profile requires.
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
        """Let the program check the identity that a station claims.

        Raises:
            ProfileRefused: The station does not have that identity.
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
            handshake: The request, with the identity under which the server knows the
                station.

        Raises:
            ProfileRefused: The station has used a higher profile.
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
        """Record the profile of a station whose WebSocket is open.

        Raises:
            ProfileRefused: The station has used a higher profile in the meantime.
        """
        try:
            await settle_floor(self._keeper.floors, handshake, proof)
        except ProfileRefused as refusal:
            self._note(refusal, handshake)
            raise

    def guard(
        self, connection: Connection, end: Callable[[Connection, str], None]
    ) -> None:
        """Compare the serial number that a station reports later with its certificate.

        Args:
            connection: The connection of a station that has connected at this gate.
            end: Closes a connection, with a reason.
        """
        if self._profile is None or connection.handshake is None:
            return
        from ocpp_rpc.security.profiles.serial_numbers import guard_boot  # noqa: PLC0415

        handshake = connection.handshake

        def refuse(refusal: ProfileRefused) -> None:
            # This station was admitted before, unlike the others that are refused here.
            station = about(connection.identity, connection.version)
            self._note(refusal, handshake.known_as(connection.identity), station)
            end(connection, refusal.text)

        guard_boot(self._profile, connection, handshake, refuse)

    def _note(
        self,
        refusal: ProfileRefused,
        handshake: Handshake,
        station: Mapping[str, str] | None = None,
    ) -> None:
        from ocpp_rpc.security.events import SecurityEvent  # noqa: PLC0415

        self._keeper.note(
            SecurityEvent(
                kind=refusal.kind,
                identity=handshake.identity,
                address=handshake.address,
                detail=refusal.text,
            ),
            station,
        )
