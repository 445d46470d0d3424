"""The places where stations connect: listeners, and endpoints of web applications.

A server may require another security profile at each place. An acceptor that does is a
`Host`; any other acceptor requires the same everywhere.
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
    """An acceptor that may require another security profile at each place."""

    def acceptor(self, security: Profile | None, place: Place) -> Acceptor:
        """Return the acceptor for the stations that connect at a place.

        Args:
            security: The security profile there; None: that of the host.
            place: The kind of the place.

        Raises:
            ValueError: The security profile is missing, or not possible at such a
                place.
        """
        ...


def acceptor_at(acceptor: Acceptor, security: Profile | None, place: Place) -> Acceptor:
    """Return the acceptor for the stations that connect at a place.

    Raises:
        ValueError: The security profile is missing, or not possible at such a place; or
            one is given, and the acceptor is not a `Host`.
    """
    if hasattr(acceptor, "acceptor"):
        return cast(Host, acceptor).acceptor(security, place)
    if security is not None:
        raise ValueError("a security profile needs a Server to check it")
    return acceptor
