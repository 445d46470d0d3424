"""How the processes of a fleet behave: how long they wait for each other."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["FleetSettings"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetSettings:
    """How long the processes of a fleet wait for each other, in seconds.

    Give all processes the same, or leave them as they are.

    Attributes:
        beat: How often a node tells that it is there.
        probe_after: How long an operator waits for an answer before it asks what became
            of its call, and again after that.
        lost_after: After how long a silence a node, or a call at a node that does not
            answer, is given up.
        accept_within: How late a call may reach the node of its station; one that is
            later, as at a node that was stopped, is not sent. Less than `lost_after`.
        list_within: How long a node may take to answer when all are asked.
        keep_answers: How long a node keeps the answers to calls, for operators that did
            not get them.

    Raises:
        ValueError: One of them is not positive, or `accept_within` is too long.
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
                raise ValueError(f"FleetSettings.{name} is more than 0 seconds")
        if self.accept_within >= self.lost_after:
            raise ValueError("FleetSettings.accept_within is less than lost_after")
