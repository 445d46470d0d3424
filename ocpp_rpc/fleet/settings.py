"""The settings of a fleet: how long its processes wait for each other."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FleetSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetSettings:
    """How long the processes of a fleet wait for each other, in seconds.

    Use the same settings in all processes of a fleet.

    Attributes:
        beat: The interval at which a node announces that it is alive; default: 1.
        probe_after: The time without an answer after which an operator asks for the
            state of its call, and the interval at which it asks again; default: 1.
        lost_after: The silence after which an operator gives up a node, or a call at a
            node that does not answer; default: 5.
        accept_within: The greatest delay of a call on its way to the node, less than
            `lost_after`; default: 2. If a call arrives later, for example because the
            node was suspended, the node does not send it to the station.
        list_within: The time that a node may take to answer if all nodes are asked;
            default: 2.
        keep_answers: The time for which a node keeps the answers to calls, for
            operators that did not get them; default: 60.

    Raises:
        ValueError: A setting is not positive, or `accept_within` is too long.
    """

    beat: float = 1.0
    probe_after: float = 1.0
    lost_after: float = 5.0
    accept_within: float = 2.0
    list_within: float = 2.0
    keep_answers: float = 60.0

    def __post_init__(self) -> None:
        for name in self.__slots__:
            if getattr(self, name) <= 0:
                raise ValueError(f"FleetSettings.{name} must be more than 0 seconds")
        if self.accept_within >= self.lost_after:
            raise ValueError("FleetSettings.accept_within must be less than lost_after")
