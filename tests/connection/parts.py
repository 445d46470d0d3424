"""What the tests of the parts of a connection put around them."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sized
from typing import Any, Final

from ocpp_messages import v16
from ocpp_rpc.connection.ground import Ground
from ocpp_rpc.connection.tasks import Tasks
from ocpp_rpc.protocol.events import Event
from ocpp_rpc.protocol.limits import Limits
from ocpp_rpc.protocol.session import Session
from ocpp_rpc.testing import VirtualClock
from ocpp_rpc.transports import Peer, TransportClosed

__all__ = ["Wire", "ground", "session"]


class Wire:
    """A transport that notes what is done with it.

    Attributes:
        log: What was written, and how it was closed.
        room: Awaited by whoever writes, if it is not None.
        closed: Raised by whatever is done with the transport, if it is not None.
    """

    def __init__(self) -> None:
        self.peer: Final = Peer()
        self.log: list[str] = []
        self.room: asyncio.Future[None] | None = None
        self.closed: Exception | None = None
        self.readers = 0
        self._messages: deque[str | bytes] = deque()
        self._change = asyncio.Event()

    def fill(self) -> asyncio.Future[None]:
        """Have no room until the future is done."""
        self.room = asyncio.get_running_loop().create_future()
        return self.room

    def arrive(self, *messages: str | bytes) -> None:
        self._messages.extend(messages)
        self._change.set()

    def end(self, error: Exception | None = None) -> None:
        self.closed = error or TransportClosed(1001, "bye")
        self._change.set()

    async def recv(self) -> str | bytes:
        self.readers += 1
        try:
            while not self._messages:
                if self.closed is not None:
                    raise self.closed
                self._change.clear()
                await self._change.wait()
        finally:
            self.readers -= 1
        return self._messages.popleft()

    def write(self, text: str) -> Awaitable[None] | None:
        if self.closed is not None:
            raise self.closed
        self.log.append(text)
        return None if self.room is None else asyncio.shield(self.room)

    async def send(self, text: str) -> None:
        if (room := self.write(text)) is not None:
            await room

    async def ping(self) -> bool:
        return True

    async def close(self, code: int, reason: str) -> None:
        self.log.append(f"closed {code} {reason}")

    def abort(self) -> None:
        self.log.append("aborted")


def session(
    *, running: Sized = (), observed: bool = False, limits: Limits | None = None
) -> Session:
    """The session of a back office of 1.6."""
    return Session(
        v16,
        v16.BACK_OFFICE,
        running=running,
        observed=observed,
        limits=limits or Limits(),
    )


def ground(
    *,
    session: Any = None,
    transport: Any = None,
    clock: VirtualClock | None = None,
    observe: Callable[[Event], None] | None = None,
) -> Ground:
    """What the parts of a connection stand on; anything may be a fake."""
    clock = clock or VirtualClock()
    loop = asyncio.get_running_loop()
    return Ground(
        identity="CP001",
        session=session,
        transport=transport,
        loop=loop,
        clock=clock,
        now=clock.time,
        tasks=Tasks(loop),
        observe=observe,
    )
