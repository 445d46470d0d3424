"""Network profiles, and the order in which a station tries them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from ssl import SSLContext
from typing import TYPE_CHECKING, Any, Final

from ocpp_rpc.protocol.versions import Version
from ocpp_rpc.transports import WebSocketSettings, without_secrets

if TYPE_CHECKING:
    from ocpp_rpc.security.client import Profile

__all__ = ["NetworkProfile", "profile_order"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkProfile:
    """One way to reach a back office (2.0.1 part 2, NetworkConnectionProfile).

    Attributes that are None are taken from the arguments of `connect`. `security`,
    `password` and `ssl` belong together: a `security` in one place replaces the
    `password` and `ssl` of the other, and vice versa.

    Attributes:
        url: The endpoint, `ws://` or `wss://`, without the identity.
        versions: The OCPP versions to offer.
        password: The password for HTTP Basic authentication.
        headers: Further header lines for the handshake.
        ssl: The TLS context for `wss://`.
        security: The security profile, one of `ocpp_rpc.security.client`, in place of
            `password` and `ssl`.
        websocket: The settings of the WebSocket, including a proxy.
        local_address: The IP address of this machine to connect from.

    Raises:
        ValueError: A security profile is combined with `password` or `ssl`.
    """

    url: str
    versions: Sequence[Version] | None = None
    password: str | bytes | None = field(default=None, repr=False)
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    ssl: SSLContext | None = None
    security: Profile | None = None
    websocket: WebSocketSettings | None = None
    local_address: str | None = None

    def __post_init__(self) -> None:
        if self.security is None:
            return
        for name in _REPLACED:
            if getattr(self, name) is not None:
                raise ValueError(f"give either a security profile or {name}=, not both")

    def __repr__(self) -> str:
        url = without_secrets(self.url)
        return f"NetworkProfile(url={url!r}, versions={self.versions!r})"

    def over(self, other: NetworkProfile) -> NetworkProfile:
        """Return this profile, with attributes that are None taken from another one."""
        own: dict[str, Any] = {
            each.name: value
            for each in fields(self)
            if (value := getattr(self, each.name)) is not None
        }
        if "security" in own:
            own |= dict.fromkeys(_REPLACED)
        elif any(name in own for name in _REPLACED):
            own["security"] = None
        return replace(other, **own)


_REPLACED: Final = ("password", "ssl")
"""The attributes that a security profile replaces."""


def profile_order(count: int, attempts: int, last_good: int | None) -> Iterator[int]:
    """Iterate over the numbers of the profiles to try, without end.

    Each profile is tried `attempts` times in a row (NetworkProfileConnectionAttempts):
    first the one that connected last, then the following ones in the order of priority,
    continuing with the first one after the last one (2.0.1 part 2, B10.FR.03 and
    B10.FR.07).

    Args:
        count: The number of profiles.
        attempts: The number of attempts for each one.
        last_good: The number of the profile that connected last; None if there is none.
    """
    number = last_good or 0
    while True:
        yield from itertools.repeat(number, attempts)
        number = (number + 1) % count
