"""The settings of a relay itself, as opposed to those of its connections and server."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from ocpp_messages import VERSIONS
from ocpp_rpc.connection.closing import check_close
from ocpp_rpc.station.backoff import BackOff

__all__ = ["RelaySettings"]

_SOON: Final = BackOff(
    retry_back_off_wait_minimum=1,
    retry_back_off_random_range=2,
    retry_back_off_repeat_times=5,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RelaySettings:
    """Settings of a relay. Times are in seconds.

    Attributes:
        hold: Time for which a charger stays connected while the relay connects to its
            lost back office again; default: 0, the charger is closed at once.
        back_off: Waits before each attempt to connect again to a back office, further
            ones included; default: first 1 to 3 s, then each twice the one before plus
            up to 2 s, and from the sixth on the same, which is 32 to 158 s. They start
            again from the shortest after a connection that lasted 60 s.
        lost_code: Close code for one side if the other side is lost without a code that
            may be sent; default: 1001, which every WebSocket library knows.
        answer_timeout: Time after which an unanswered call that was passed on no longer
            counts as pending; default: 30 s. Calls of the relay wait for pending calls,
            and so do calls of a back office that was connected again.
        turn_timeout: Longest wait of a call of the relay for its turn; default: 60 s.
        max_waiting: Number of calls of the relay that may wait for their turn, for each
            side of a charger; default: 100. Beyond, `call` raises `QueueFull`.
        max_held: Number of messages that may be held while a call of the relay is
            pending, or while the relay connects to the back office again; default: 64.
            Beyond, the relay stops reading.
        max_held_size: Total size of these messages, in bytes or characters of text;
            default: 1 MiB. Beyond, the relay stops reading.
        assumed_version: Version of the relay's own calls if a charger has negotiated no
            version and `Accept.version` names none; default: "1.6".
        pass_credentials: Whether the relay passes the Authorization header of a charger
            to a back office whose `NetworkProfile` has no credentials; default: True.
        whole_path: Whether the relay appends the whole path of a charger to the URL of
            the back office, instead of the identity only; default: False.

    Raises:
        ValueError: A number is negative, `max_held` is 0, the version is unknown, or
            `lost_code` may not be sent.
    """

    hold: float = 0.0
    back_off: BackOff = field(default=_SOON)
    lost_code: int = 1001
    answer_timeout: float = 30.0
    turn_timeout: float = 60.0
    max_waiting: int = 100
    max_held: int = 64
    max_held_size: int = 2**20
    assumed_version: str = "1.6"
    pass_credentials: bool = True
    whole_path: bool = False

    def __post_init__(self) -> None:
        check_close(self.lost_code, "")
        for name in _NUMBERS:
            if getattr(self, name) < 0:
                raise ValueError(f"{name} must not be negative")
        if not self.max_held:
            raise ValueError("max_held must be at least 1")
        if self.assumed_version not in VERSIONS:
            raise ValueError(f"unknown version of OCPP: {self.assumed_version!r}")


_NUMBERS: Final = (
    "hold",
    "answer_timeout",
    "turn_timeout",
    "max_waiting",
    "max_held",
    "max_held_size",
)
