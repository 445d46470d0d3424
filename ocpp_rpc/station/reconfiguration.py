"""What a station connects with, and what may change of that while it runs."""

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
"""Told whether a station connects with what was changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconfiguration:
    """Changes of what a station connects with. What is None stays as it is.

    Two of them are equal if they change the same, whatever `on_outcome` is.

    Attributes:
        password: In place of `password` of `connect`, or of the password of its
            security profile. A network profile with a password or a security profile of
            its own keeps that.
        profiles: In place of `url` of `connect`.
        back_off: In place of `back_off` of `connect`, from the next wait on.
        websocket: In place of `websocket` of `connect`, and of what `keep_alive` has
            changed. A network profile with settings of its own keeps these.
        on_outcome: Called with None once the station has connected with the changes. If
            it cannot, called with the reason once it is connected as before:
            `HandshakeFailed`, or `ReconfigurationReplaced` as soon as there are
            further changes.
    """

    password: str | bytes | None = field(default=None, repr=False)
    profiles: str | Sequence[NetworkProfile] | None = field(default=None, repr=False)
    back_off: BackOff | None = None
    websocket: WebSocketSettings | None = None
    on_outcome: OnOutcome | None = field(default=None, repr=False, compare=False)

    @property
    def reconnects(self) -> bool:
        """Whether the changes are about connections, not only about waits."""
        changes = (self.password, self.profiles, self.websocket)
        return any(each is not None for each in changes)


BeforeAttempt: TypeAlias = Callable[
    [], Reconfiguration | Awaitable[Reconfiguration | None] | None
]
"""Returns what is to be changed before an attempt to connect; None: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a station connects with.

    Attributes:
        profiles: The network profiles, by priority.
        given: What a profile does not say, from the arguments of `connect`.
        back_off: How long it waits between attempts.
    """

    profiles: Sequence[NetworkProfile]
    given: NetworkProfile
    back_off: BackOff

    def __post_init__(self) -> None:
        if not self.profiles:
            raise ValueError("at least one network profile is needed")

    @property
    def complete(self) -> list[NetworkProfile]:
        """The network profiles, each with all that it does not say itself."""
        return [each.over(self.given) for each in self.profiles]

    def changed(self, changes: Reconfiguration) -> Plan:
        """Return this plan with changes.

        Raises:
            ValueError: There is no network profile, or a password for none of them.
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
    """Return the network profiles that a URL, or some profiles, mean."""
    return [NetworkProfile(url=url)] if isinstance(url, str) else url


def _check_use(profiles: Sequence[NetworkProfile]) -> None:
    """Refuse a password that no network profile would use.

    Raises:
        ValueError: Each one has a password or a security profile of its own.
    """
    if all(each.password or each.security for each in profiles):
        raise ValueError(
            "each network profile has a password or a security profile of its own: "
            "change these by profiles="
        )


def _with_password(given: NetworkProfile, password: str | bytes) -> NetworkProfile:
    """Return what was given to `connect`, with another password.

    Raises:
        ValueError: The security profile has no password.
    """
    if given.security is None:
        return replace(given, password=password)
    # Who has a profile has imported this; nobody else has to wait for it.
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
