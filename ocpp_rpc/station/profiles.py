"""Where a station may connect to, and what it tries next."""

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
    """One way to a back office (2.0.1 part 2, NetworkConnectionProfile).

    What is None is what `connect` was given, but `security`, `password` and `ssl` are
    one matter: `security` of either one takes the place of the other one's `password`
    and `ssl`, and the other way round.

    Attributes:
        url: The endpoint, `ws://` or `wss://`, without the identity.
        versions: The versions of OCPP to offer there.
        password: For HTTP Basic authentication there.
        headers: Further header lines for the handshake there.
        ssl: For `wss://`.
        security: How the station proves itself there: one of the profiles of
            `ocpp_rpc.security.client`, in place of `password` and `ssl`.
        websocket: How the WebSocket behaves, a proxy included.
        local_address: The IP address of this machine to connect from.

    Raises:
        ValueError: There is a security profile, and a password or an ssl context.
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
                raise ValueError(f"there is a security profile, and {name}=")

    def __repr__(self) -> str:
        url = without_secrets(self.url)
        return f"NetworkProfile(url={url!r}, versions={self.versions!r})"

    def over(self, other: NetworkProfile) -> NetworkProfile:
        """Return this profile, with what is None taken from another one."""
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
"""What a security profile takes the place of."""


def profile_order(count: int, attempts: int, last_good: int | None) -> Iterator[int]:
    """Iterate over the profiles to try, by their numbers, without end.

    Each one is tried `attempts` times in a row (NetworkProfileConnectionAttempts): the
    one that was good last, then those after it in the order of priority, which is a
    circle, and so back to the good one (2.0.1 part 2, B10.FR.03 and B10.FR.07).

    Args:
        count: How many profiles there are.
        attempts: How often each is tried.
        last_good: The one that was good last; None if there was none.
    """
    number = last_good or 0
    while True:
        yield from itertools.repeat(number, attempts)
        number = (number + 1) % count
