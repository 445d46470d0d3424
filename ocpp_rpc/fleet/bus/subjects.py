"""The subjects of a fleet: which message goes where."""

from __future__ import annotations

from dataclasses import dataclass, field

from .tokens import token

__all__ = ["HOLDER", "Subjects"]

HOLDER = "holder"
"""The queue group of those that hold a station: one of them is asked."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """The subjects of one fleet.

    Attributes:
        fleet: Its name.
        beat: What nodes tell each second: heard by nodes and operators.
        hello: Whoever joins asks the nodes here for a beat.
        claim: Which stations nodes have taken over: heard by nodes.
        all: What every node answers: lists, and who has a call.
        events: Everything about stations that come and go.
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
        """Return where calls of a station go."""
        return f"{self.root}.call.{token(identity)}"

    def node(self, name: str) -> str:
        """Return where a node is asked about a call."""
        return f"{self.root}.node.{token(name)}"

    def event(self, what: str, identity: str) -> str:
        """Return where it is told that a station is `connected` or `disconnected`."""
        return f"{self.root}.event.{what}.{token(identity)}"

    def incoming(self, version: str, action: str, identity: str | None = None) -> str:
        """Return where messages of stations go, or those of all stations."""
        last = ">" if identity is None else token(identity)
        return f"{self.root}.in.{token(version)}.{token(action)}.{last}"

    @property
    def all_incoming(self) -> str:
        """Where all messages of stations go."""
        return f"{self.root}.in.>"
