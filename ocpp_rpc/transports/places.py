"""The places where stations come in: listeners, and endpoints of web applications.

A server may want other proofs of its stations at each of them. One that does is a
`Host`; any other acceptor wants the same everywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, cast

from . import Acceptor

if TYPE_CHECKING:
    from ocpp_rpc.security.server import Profile

__all__ = ["Host", "Place", "acceptor_at"]

Place: TypeAlias = Literal["listener", "asgi", "route"]
"""A listener, an ASGI application, a route of an application of aiohttp."""


class Host(Acceptor, Protocol):
    """An acceptor that may want other proofs of its stations at each place."""

    def acceptor(self, security: Profile | None, place: Place) -> Acceptor:
        """Return what decides about the stations that come to a place.

        Args:
            security: The security profile there; None: that of the host.
            place: What kind of place it is.

        Raises:
            ValueError: There is no profile, or one that cannot be had at such a place.
        """
        ...


def acceptor_at(acceptor: Acceptor, security: Profile | None, place: Place) -> Acceptor:
    """Return what decides about the stations that come to a place.

    Raises:
        ValueError: There is no profile, or one that cannot be had at such a place; or
            there is one, and the acceptor is no host.
    """
    if hasattr(acceptor, "acceptor"):
        return cast(Host, acceptor).acceptor(security, place)
    if security is not None:
        raise ValueError("a security profile needs a Server to check it")
    return acceptor
