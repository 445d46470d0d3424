"""The configuration that a station connects with, and changes of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from ocpp_rpc.errors import OcppRpcError
from ocpp_rpc.transports import WebSocketSettings

from .backoff import BackOff
from .profiles import NetworkProfile

__all__ = ["BeforeAttempt", "OnOutcome", "Plan", "Reconfiguration", "profiles_of"]

OnOutcome: TypeAlias = Callable[[OcppRpcError | None], object]
"""Called with the outcome of changes: None, or the reason of the failure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconfiguration:
    """Changes of a station's configuration. Attributes that are None stay unchanged.

    Two reconfigurations are equal if they make the same changes, whatever `on_outcome`
    is.

    Attributes:
        password: Replaces `password` of `connect`, or the password of its security
            profile. A network profile that has its own password or security profile is
            not affected.
        profiles: Replaces `url` of `connect`.
        back_off: Replaces `back_off` of `connect`, from the next wait on.
        websocket: Replaces `websocket` of `connect`, and changes made by `keep_alive`.
            A network profile that has its own settings is not affected.
        on_outcome: Called with None when the station has connected with the changes. If
            it cannot connect with them, called with `HandshakeFailed` when it has
            connected with the former configuration. If there are newer changes, called
            with `ReconfigurationReplaced` at once.
    """

    password: str | bytes | None = field(default=None, repr=False)
    profiles: str | Sequence[NetworkProfile] | None = field(default=None, repr=False)
    back_off: BackOff | None = None
    websocket: WebSocketSettings | None = None
    on_outcome: OnOutcome | None = field(default=None, repr=False, compare=False)

    @property
    def reconnects(self) -> bool:
        """Whether the changes need a new connection, not only other waits."""
        changes = (self.password, self.profiles, self.websocket)
        return any(each is not None for each in changes)


BeforeAttempt: TypeAlias = Callable[
    [], Reconfiguration | Awaitable[Reconfiguration | None] | None
]
"""Returns the changes to make before an attempt to connect; None: no changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The configuration that a station connects with.

    Attributes:
        profiles: The network profiles, by priority.
        given: The arguments of `connect`, which apply where a profile has None.
        back_off: The waits between attempts.
    """

    profiles: Sequence[NetworkProfile]
    given: NetworkProfile
    back_off: BackOff

    def __post_init__(self) -> None:
        if not self.profiles:
            raise ValueError("at least one network profile is needed")

    @property
    def complete(self) -> list[NetworkProfile]:
        """The network profiles, completed from the arguments of `connect`."""
        return [each.over(self.given) for each in self.profiles]

    def changed(self, changes: Reconfiguration) -> Plan:
        """Return this plan with changes.

        Raises:
            ValueError: There is no network profile, or the password would not be used.
        """
        given, profiles = self.given, self.profiles
        if changes.profiles is not None:
            profiles = profiles_of(changes.profiles)
        if changes.websocket is not None:
            given = replace(given, websocket=changes.websocket)
        if changes.password is not None:
            _check_use(profiles)
            given = _with_password(given, changes.password)
        back_off = changes.back_off or self.back_off
        return Plan(profiles=profiles, given=given, back_off=back_off)


def profiles_of(url: str | Sequence[NetworkProfile]) -> Sequence[NetworkProfile]:
    """Return a sequence of network profiles for a URL or for network profiles."""
    return [NetworkProfile(url=url)] if isinstance(url, str) else url


def _check_use(profiles: Sequence[NetworkProfile]) -> None:
    """Refuse a password that no network profile would use.

    Raises:
        ValueError: Each network profile has its own password or security profile.
    """
    if all(each.password or each.security for each in profiles):
        raise ValueError(
            "each network profile has its own password or security profile: use "
            "profiles= to change these"
        )


def _with_password(given: NetworkProfile, password: str | bytes) -> NetworkProfile:
    """Return the arguments of `connect` with another password.

    Raises:
        ValueError: The security profile has no password.
    """
    if given.security is None:
        return replace(given, password=password)
    # Imported here, because only programs with a security profile need it.
    from ocpp_rpc.security import client  # noqa: PLC0415

    match given.security:
        case client.Profile1():
            other = client.Profile1(password=password)
            return replace(given, security=other)
        case client.Profile2(tls=tls):
            return replace(given, security=client.Profile2(password=password, tls=tls))
        case _:
            number = given.security.number
            raise ValueError(f"security profile {number} has no password to change")
