"""The limits of one connection."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of one connection.

    Attributes:
        max_in_flight: Maximum number of this side's unanswered calls, default 1, which
            is what OCPP allows (OCPP-J 1.6 §4.1.1; 2.0.1 and 2.1 part 4 §4.1.1). With
            more, both sides may block, each waiting for the other to read, once the
            messages exceed the buffers between them.
        max_waiting: Maximum number of further calls that wait for their turn, default
            1000. A call beyond that raises `QueueFull`.
        max_unanswered: Maximum number of messages of the peer that are handled at
            once, default 100. Calls beyond that are answered with GenericError,
            messages without a response (2.1) are dropped.
        max_bad_messages: Maximum number of consecutive bad messages, which are texts
            that are no valid frame, and invalid SENDs. The next one closes the
            connection with 1002. None, the default: unlimited.
        max_threads: Maximum number of blocking handlers of one station that run at
            once, each in a thread (`in_thread` of `Router.on`), over all its
            connections in this process; default and minimum 1. Others wait.
        in_order: Whether to handle the messages of the peer one after the other, in
            the order of their arrival; default False. `max_unanswered` limits the
            waiting ones, too.

    Raises:
        ValueError: `max_threads` is less than 1.
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
