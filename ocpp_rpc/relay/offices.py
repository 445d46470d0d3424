"""Further back offices: which messages they get, and which calls they may make."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from ocpp_rpc.lines import check_choice
from ocpp_rpc.transports import without_secrets

from .upstream import Upstream, check_upstream

__all__ = ["Overflow", "SecondOffice", "Sees"]

Sees: TypeAlias = Literal["calls", "all"]
"""The messages that a further back office gets: the charger's calls, or all."""

Overflow: TypeAlias = Literal["drop", "cut"]
"""What the relay does if a further back office is too slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOffice:
    """A further back office, in addition to the charger's own.

    The relay opens one WebSocket to it for each charger, and sends it a copy of the
    messages. It can neither delay nor close the conversation between the charger and
    its own back office.

    Attributes:
        url: Address, as for `Relay`: an endpoint, a `NetworkProfile`, or a function
            that takes the `Handshake`.
        sees: "calls" (default): the calls and SENDs of the charger, unchanged and one
            call at a time, as an ordinary back office expects; its replies are dropped.
            "all": every message in both directions, each as a line of a recording (see
            `ocpp_rpc.observing.recording`).
        may_call: Actions with which it may call the charger; default: none. Any other
            call is answered with SecurityError, or with NotSupported if the set is
            empty.
        max_queued: Number of messages that may wait for it; default: 1000.
        max_queued_size: Total size of these messages, in characters; default: 1 MiB.
        overflow: What happens beyond these limits. "drop" (default): the oldest
            messages are dropped, and counted in `Relay.dropped`. "cut": all waiting
            messages are dropped and counted, and the connection is cut and opened again
            later.
        pass_credentials: Whether it gets the Authorization header of the charger;
            default: False, because it may belong to another company.

    Raises:
        ValueError: The URL is not one of a WebSocket, a number is below 1, or `sees`,
            `overflow` or `may_call` has a value that is not allowed.
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
        check_choice("sees", self.sees, Sees)
        check_choice("overflow", self.overflow, Overflow)
        if isinstance(self.may_call, str):
            raise ValueError("may_call must be a set of actions")  # noqa: TRY004
        for name in _COUNTS:
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")

    @property
    def name(self) -> str:
        """The name in the log, in `Relay.dropped` and in `Relay.refused`.

        It is the URL without credentials and query, or the name of the function.
        """
        if callable(self.url):
            return getattr(self.url, "__name__", "a function")
        url = self.url if isinstance(self.url, str) else self.url.url
        return without_secrets(url)


_COUNTS: Final = ("max_queued", "max_queued_size")
