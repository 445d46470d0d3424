"""The further back offices of one charger: what they get, and how they call it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from ocpp_rpc.connection.settings import within
from ocpp_rpc.errors import CallTimeout, ConnectionClosed
from ocpp_rpc.protocol.events import Closed

from .ground import Ground
from .guests import Guest
from .heads import Head, head_of, with_id
from .ids import Ids
from .lanes import Lane
from .offices import SecondOffice
from .upstream import Way

__all__ = ["Others"]


class Others:
    """The further back offices of one charger.

    Args:
        ground: The state that all chargers of the relay share.
        ways: The further back offices, and the way to each.
        down: The messages that go to the charger.
        ids: The ids of the relay's own messages.
    """

    def __init__(
        self,
        ground: Ground,
        ways: Sequence[tuple[SecondOffice, Way]],
        down: Lane,
        ids: Ids,
    ) -> None:
        self._ground = ground
        self._ways = ways
        self._down = down
        self._ids = ids
        self._guests: list[Guest] = []
        self._asked: dict[str, asyncio.Future[str]] = {}

    def begin(self, identity: str, subprotocol: str | None) -> None:
        """Connect the charger to each of them.

        Args:
            identity: The identity of the charger.
            subprotocol: The subprotocol of the charger; None: none was negotiated.
        """
        self._guests = [
            Guest(
                self._ground,
                identity=identity,
                office=office,
                way=way,
                subprotocol=subprotocol,
                ask=self._ask,
            )
            for office, way in self._ways
        ]

    def copy(self, text: str) -> None:
        """Queue a call or SEND of the charger for those that see calls."""
        for guest in self._guests:
            if not guest.sees_all:
                guest.put(text)

    def show(self, line: str) -> None:
        """Queue a line of a recording for those that see all messages."""
        for guest in self._guests:
            if guest.sees_all:
                guest.put(line)

    def take_reply(self, message: str | bytes, head: Head) -> bool:
        """Take a reply to a call that the charger's own back office has not made.

        Returns:
            Whether a further back office made the call; otherwise the relay did.
        """
        asked = self._asked.get(head.id)
        if asked is None or asked.done() or not isinstance(message, str):
            return False
        asked.set_result(message)
        return True

    def end_calls(self) -> None:
        """End their calls, because the charger is gone."""
        for reply in self._asked.values():
            if not reply.done():
                reply.set_exception(ConnectionClosed(sent=True))

    def close(self, end: Closed) -> None:
        """Close the connections to them once the queued messages are sent."""
        for guest in self._guests:
            guest.close(end)

    async def _ask(self, text: str, head: Head) -> str:
        """Call the charger on behalf of one of them.

        Args:
            text: The frame of the call, with the id of the further back office.
            head: The head of this frame.

        Returns:
            The frame of the reply, with the same id.

        Raises:
            CallTimeout: The call had no turn, or no reply, in time.
            ConnectionClosed: The charger is gone.
            QueueFull: Too many calls wait.
        """
        message_id, rules = json.dumps(self._ids.new()), self._ground.rules
        async with self._down.turn(head.action, rules.turn_timeout):
            reply: asyncio.Future[str] = asyncio.get_running_loop().create_future()
            self._asked[message_id] = reply
            try:
                await self._down.write(with_id(text, head, message_id))
                async with within(rules.answer_timeout, self._ground.clock):
                    answer = await reply
            except TimeoutError:
                raise CallTimeout(head.action, sent=True) from None
            finally:
                del self._asked[message_id]
        answer_head = head_of(answer)
        assert answer_head is not None  # by that it was found
        return with_id(answer, answer_head, text[head.start : head.end])
