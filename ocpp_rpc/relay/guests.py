"""Guests: the connection of one charger to one further back office.

A guest has its own WebSocket, queue and tasks. A charger only puts texts into the
queue, which is bounded, so a guest can never delay it. A connection that is lost or
refused is opened again after a while.

A guest that is an ordinary back office gets the calls of the charger one after the
other, as the charger would send them. Its own calls go to the charger in turns, with
ids of the relay, and the replies return with the id that the guest has chosen.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.errors import HandshakeFailed, OcppRpcError
from ocpp_rpc.lines import about
from ocpp_rpc.protocol.events import Closed
from ocpp_rpc.transports import Transport

from .ground import Ground
from .heads import Head, head_of
from .offices import SecondOffice
from .queues import Waiting
from .redialling import Redialling
from .upstream import Way

__all__ = ["Ask", "Guest"]

logger = logging.getLogger("ocpp_rpc.relay")

Ask = Callable[[str, Head], Awaitable[str]]
"""Calls the charger with a frame, and returns the reply, with the id of the frame."""

_MOST_CALLS: Final = 16
"""The number of calls of a guest that may wait for the charger."""

_LAST: Final = 5.0
"""The seconds in which a guest may get waiting messages once its charger is gone."""


class Guest:
    """The connection of one charger to one further back office.

    Args:
        ground: The state that all chargers of the relay share.
        identity: The identity of the charger.
        office: The description of the further back office.
        way: The address and credentials to connect with.
        subprotocol: The subprotocol of the charger; None: none was negotiated.
        ask: A function that calls the charger.
    """

    def __init__(  # noqa: PLR0913
        self,
        ground: Ground,
        *,
        identity: str,
        office: SecondOffice,
        way: Way,
        subprotocol: str | None,
        ask: Ask,
    ) -> None:
        self._ground = ground
        self._clock: Clock = ground.clock
        self._identity = identity
        self._office = office
        self._way = way
        self._subprotocol = subprotocol
        self._ask = ask
        self._waiting = Waiting(office.max_queued, office.max_queued_size)
        self._calls = Waiting(_MOST_CALLS, office.max_queued_size)
        self._transport: Transport | None = None
        self._answered: tuple[str, asyncio.Event] | None = None
        self._end: Closed | None = None
        self._task = ground.keep(self._run())

    @property
    def sees_all(self) -> bool:
        """Whether it gets lines of a recording instead of calls."""
        return self._office.sees == "all"

    def put(self, text: str) -> None:
        """Queue a text for it; this never waits."""
        was_dropping = self._waiting.dropped > 0
        dropped = self._waiting.put(text)
        if not dropped:
            return
        if self._office.overflow == "cut" and self._transport is not None:
            dropped += self._waiting.clear()
            self._transport.abort()
        if not was_dropping:
            logger.warning(
                "%r: %s is too slow or not connected: messages for it are dropped",
                self._identity,
                self._office.name,
                extra=about(self._identity),
            )
        self._ground.dropped[self._office.name] += dropped

    def close(self, end: Closed) -> None:
        """End it once the waiting texts are sent, because its charger is gone."""
        self._end = end
        self._waiting.end()
        if self._transport is None:
            self._task.cancel()
        else:
            self._ground.keep(self._cut_later())

    async def _cut_later(self) -> None:
        with suppress(TimeoutError):
            async with within(_LAST, self._clock):
                await asyncio.wait([self._task])
        self._task.cancel()

    # --- Connecting -------------------------------------------------------------------

    async def _run(self) -> None:
        redialling = Redialling(self._ground)
        while self._end is None:
            transport = await self._dial()
            if transport is not None:
                redialling.opened()
                await self._serve(transport)
            if self._end is None:
                await redialling.wait()

    async def _dial(self) -> Transport | None:
        try:
            transport, selected = await self._way.dial()
        except HandshakeFailed as failure:
            logger.info("%r: %s", self._identity, failure, extra=about(self._identity))
            return None
        if self.sees_all or selected == self._subprotocol:
            logger.info(
                "%r: copied to %s",
                self._identity,
                self._office.name,
                extra=about(self._identity),
            )
            return transport
        logger.info(
            "%r: %s chose another version",
            self._identity,
            self._office.name,
            extra=about(self._identity),
        )
        transport.abort()
        return None

    # --- While it is connected --------------------------------------------------------

    async def _serve(self, transport: Transport) -> None:
        """Write to it, read from it and answer its calls, until it is closed."""
        self._transport = transport
        self._calls.clear()  # of a connection that was lost
        parts = (self._write(transport), self._read(transport), self._answer(transport))
        tasks = [asyncio.create_task(part) for part in parts]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            if self._end is not None and not tasks[1].done():
                await transport.close(self._end.code, self._end.reason)
        finally:
            self._transport = None
            for task in tasks:
                task.cancel()
            transport.abort()
            await asyncio.gather(*tasks, return_exceptions=True)
        logger.info(
            "%r: not copied to %s any more",
            self._identity,
            self._office.name,
            extra=about(self._identity),
        )

    async def _write(self, transport: Transport) -> None:
        while (text := await self._waiting.next()) is not None:
            if not self._waiting:
                self._waiting.dropped = 0
            head = None if self.sees_all else head_of(text)
            if head is None or not head.is_call:
                await transport.send(text)
                continue
            self._answered = head.id, asyncio.Event()
            await transport.send(text)
            with suppress(TimeoutError):
                async with within(self._ground.rules.answer_timeout, self._clock):
                    await self._answered[1].wait()

    async def _read(self, transport: Transport) -> None:
        while True:
            text = await transport.recv()
            head = head_of(text)
            if head is None or isinstance(text, bytes):
                continue
            if head.is_reply and self._answered is not None:
                awaited, event = self._answered
                if head.id == awaited:
                    event.set()
            elif head.is_call:
                await self._take_call(transport, text, head)

    # --- What it calls ----------------------------------------------------------------

    async def _take_call(self, transport: Transport, text: str, head: Head) -> None:
        """Queue a call for the charger, or refuse it."""
        allowed = self._office.may_call
        if head.action not in allowed:
            code = "SecurityError" if allowed else "NotSupported"
            why = "this back office may not call this action"
            logger.info(
                "%r: refused a call of %s",
                self._identity,
                self._office.name,
                extra=about(self._identity),
            )
            self._ground.refused[self._office.name] += 1
            await transport.send(_refusal(head, code, why))
        elif len(self._calls) >= _MOST_CALLS:
            await transport.send(_refusal(head, "GenericError", "too many calls wait"))
        else:
            self._calls.put(text)

    async def _answer(self, transport: Transport) -> None:
        """Make the queued calls, one after the other."""
        while (text := await self._calls.next()) is not None:
            head = head_of(text)
            assert head is not None  # it is a call
            try:
                reply = await self._ask(text, head)
            except OcppRpcError as error:
                reply = _refusal(head, "GenericError", str(error))
            await transport.send(reply)


def _refusal(head: Head, code: str, why: str) -> str:
    """Return the CALLERROR for a call that is refused or was not answered."""
    return f'[4,{head.id},"{code}",{json.dumps(why)},{{}}]'
