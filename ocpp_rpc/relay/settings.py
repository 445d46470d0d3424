"""How a relay behaves, beside what its connections and its server do."""

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
    """How a relay behaves. Times are in seconds.

    Attributes:
        hold: How long a charger stays connected when its back office is lost, while the
            relay dials again. 0: it is closed at once.
        back_off: The waits before each attempt to dial again, also of further back
            offices. They begin anew after a connection that has stayed for 60 s.
        lost_code: The close code for a side whose other side is gone without one that
            may be passed on. 1001 is the one that every WebSocket library knows.
        answer_timeout: How long a call that was passed on counts as under way if nobody
            answers it; calls of the relay wait for that, and those of a back office
            that was dialled again.
        turn_timeout: How long a call of the relay may wait for its turn.
        max_waiting: How many calls of the relay may wait for their turn, for each side
            of a charger; `QueueFull` is raised beyond.
        max_held: How many messages may wait while a call of the relay is under way, or
            the back office is dialled again; beyond, the relay stops reading.
        max_held_size: The same in bytes, or characters of text.
        assumed_version: The version of calls of the relay to a charger that has
            negotiated none.
        pass_credentials: Whether the header line Authorization of a charger goes to its
            back office if the `NetworkProfile` of that has no credentials.
        whole_path: Whether the whole path of a charger is appended to the URL of its
            back office, instead of its last segment, the identity.

    Raises:
        ValueError: A number is negative, `max_held` is 0, there is no such version, or
            the code may not be sent.
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
                raise ValueError(f"{name} is not negative")
        if not self.max_held:
            raise ValueError("max_held is at least 1")
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
