"""The subjects of a fleet."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tokens import token

__all__ = ["HOLDER", "Subjects"]

HOLDER = "holder"
"""The queue group of the nodes that hold a station; one of them gets each call."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of one fleet.

    Attributes:
        fleet: The name of the fleet.
        beat: The beats of nodes, each second; nodes and operators subscribe.
        hello: Requests for a beat, by a process that joins; nodes answer.
        claim: The claims of nodes to stations; nodes subscribe.
        all: Questions that every node answers: for lists, and for the state of a call.
        events: All events of stations that connect and disconnect.
    """

    fleet: str
    root: str = field(init=False)
    beat: str = field(init=False)
    hello: str = field(init=False)
    claim: str = field(init=False)
    all: str = field(init=False)
    events: str = field(init=False)

    def __post_init__(self) -> None:
        root = f"ocpp.{token(self.fleet)}"
        object.__setattr__(self, "root", root)
        for name in ("beat", "hello", "claim", "all"):
            object.__setattr__(self, name, f"{root}.{name}")
        object.__setattr__(self, "events", f"{root}.event.>")

    def call(self, identity: str) -> str:
        """Return the subject for calls to a station."""
        return f"{self.root}.call.{token(identity)}"

    def node(self, name: str) -> str:
        """Return the subject for questions to one node about a call."""
        return f"{self.root}.node.{token(name)}"

    def event(self, what: str, identity: str) -> str:
        """Return the subject for an event of a station, such as `connected`."""
        return f"{self.root}.event.{what}.{token(identity)}"

    def incoming(self, version: str, action: str, identity: str | None = None) -> str:
        """Return the subject for messages of a station, or of all stations."""
        last = ">" if identity is None else token(identity)
        return f"{self.root}.in.{token(version)}.{token(action)}.{last}"

    @property
    def all_incoming(self) -> str:
        """The subject for all messages of all stations."""
        return f"{self.root}.in.>"
