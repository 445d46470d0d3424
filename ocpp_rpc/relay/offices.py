"""Further back offices: what they see of a charger, and what they may call."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypeAlias, get_args

from ocpp_rpc.transports import without_secrets

from .upstream import Upstream, check_upstream

__all__ = ["Overflow", "SecondOffice", "Sees"]

Sees: TypeAlias = Literal["calls", "all"]
"""What a further back office gets: the calls of the charger, or everything."""

Overflow: TypeAlias = Literal["drop", "cut"]
"""What happens to one that is too slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOffice:
    """A further back office, beside the one that a charger has.

    It gets a WebSocket of its own for each charger, and a copy of what passes. It can
    neither hold up a charger and its back office, nor close them.

    Attributes:
        url: Where it is, as for the back office: an endpoint, a `NetworkProfile`, or a
            function of the `Handshake`.
        sees: "calls": the calls of the charger as they are, and its messages without an
            answer, for a back office like any other; what it answers is dropped, and
            it gets one call after the other. "all": what passes both ways, each
            message as a line of a recording (see `ocpp_rpc.observing.recording`).
        may_call: The actions that it may call the charger with; any other call is
            answered with SecurityError, or with NotSupported if it may not call at all.
        max_queued: How many messages may wait for it.
        max_queued_size: How long these may be together, in bytes or characters.
        overflow: What happens beyond: "drop": the oldest ones are dropped, and counted
            in `Relay.dropped`; "cut": all are, and its connection is cut, and opened
            again after a while.
        pass_credentials: Whether it gets the header line Authorization of the charger.

    Raises:
        ValueError: The URL is none, a number is below 1, or there is no such choice.
    """

    url: Upstream = field(repr=False)
    sees: Sees = "calls"
    may_call: Collection[str] = ()
    max_queued: int = 1000
    max_queued_size: int = 2**20
    overflow: Overflow = "drop"
    pass_credentials: bool = False

    def __post_init__(self) -> None:
        check_upstream(self.url)
        _check_choice("sees", self.sees, Sees)
        _check_choice("overflow", self.overflow, Overflow)
        if isinstance(self.may_call, str):
            raise ValueError("may_call is a set of actions")  # noqa: TRY004
        for name in _COUNTS:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} is at least 1")

    @property
    def name(self) -> str:
        """What it is called in the log, and in `Relay.dropped`."""
        if callable(self.url):
            return getattr(self.url, "__name__", "a function")
        url = self.url if isinstance(self.url, str) else self.url.url
        return without_secrets(url)


_COUNTS: Final = ("max_queued", "max_queued_size")


def _check_choice(name: str, value: str, choices: Any) -> None:
    if value not in get_args(choices):
        raise ValueError(f"{name} is one of {get_args(choices)}, not {value!r}")
