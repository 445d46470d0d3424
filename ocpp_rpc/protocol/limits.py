"""How much may be pending on one connection."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much may be pending on one connection.

    Attributes:
        max_in_flight: How many calls of ours may be unanswered at once. OCPP allows
            one (OCPP-J 1.6 §4.1.1; 2.0.1 and 2.1 part 4 §4.1.1). If both sides have
            more under way than the buffers between them hold, each may wait for the
            other to read.
        max_waiting: How many further calls may wait for their turn; `QueueFull` is
            raised beyond.
        max_unanswered: How many messages of the peer are handled at once. Calls beyond
            are answered with GenericError; messages that are not answered (2.1) are
            dropped.
        max_bad_messages: How many bad messages there may be in a row: such as are no
            frame, or a SEND that is not valid. The next one closes the connection with
            1002. None: any number.
        max_threads: How many handlers of one station that block run at once, each in
            a thread (`in_thread` of `Router.on`), over all its connections in this
            process; others wait. At least 1.
        in_order: Whether the messages of the peer are handled one after the other, in
            the order they came. The others wait, as many as `max_unanswered` allows.
    """

    max_in_flight: int = 1
    max_waiting: int = 1000
    max_unanswered: int = 100
    max_bad_messages: int | None = None
    max_threads: int = 1
    in_order: bool = False

    def __post_init__(self) -> None:
        if self.max_threads < 1:
            raise ValueError("max_threads is at least 1: a handler needs a thread")
