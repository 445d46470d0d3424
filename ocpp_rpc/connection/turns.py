"""Handles messages one after the other (`Limits.in_order`).

A message that arrives while another one is handled waits in a task of its own.
Therefore it counts as a message that is handled: `Limits.max_unanswered` limits how
many there are, closing waits for them, and the end of the connection cancels them. The
reader continues to read, so a handler that makes a call gets the reply, however many
messages wait.

The turn of a call ends with its answer: functions of `Router.after` run concurrently
with the next message, and may wait for it. The turn of a handler that closes the
connection ends at once, because closing waits for all the others.

`Turns` knows nothing of handlers.
"""

from __future__ import annotations

import asyncio
from collections import deque

from ocpp_rpc.protocol.incoming import Incoming

__all__ = ["Turns"]


class Turns:
    """The message whose turn it is, and the queue of those that wait.

    Attributes:
        enabled: Whether messages are handled in order; may be changed at any time.
    """

    __slots__ = ("_current", "_task", "_waiting", "enabled")

    def __init__(self) -> None:
        self.enabled = True
        self._current: Incoming | None = None
        self._task: asyncio.Task[object] | None = None
        self._waiting: deque[tuple[Incoming, asyncio.Future[None]]] = deque()

    def begin(self, incoming: Incoming) -> bool:
        """Start the turn of a message in the current task.

        Returns:
            False if the message has to wait for its turn.
        """
        if not self.enabled and self._current is not incoming:
            return True
        if self._current not in {None, incoming}:
            return False
        self._current, self._task = incoming, asyncio.current_task()
        return True

    def queue(self, incoming: Incoming) -> asyncio.Future[None]:
        """Queue a message, and return a future that is done when its turn comes."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((incoming, turn))
        return turn

    def end(self, incoming: Incoming) -> None:
        """End the turn of a message, if it has one, and start the next turn."""
        if self._current is not incoming:
            return
        self._current = self._task = None
        while self._waiting:
            following, turn = self._waiting.popleft()
            if not turn.done():
                self._current = following
                turn.set_result(None)
                return

    def leave(self) -> None:
        """End the turn of the message that the current task handles, if any."""
        if self._current is not None and self._task is asyncio.current_task():
            self.end(self._current)
