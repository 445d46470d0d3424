"""Sends a call to the node that holds the station, and waits for the answer.

Each call is carried out at most once. A listener that the engine knows is no guarantee:
if a node has died and the engine has not noticed, a call to it is silently lost. After
a second without an answer, and each second from then on, the operator therefore asks
for the state of the call. The node that holds the station answers with its name. From
then on the operator asks this node, because the station may move while the call waits
at a node that hangs. If the holder does not know the call, the operator asks all nodes.
A call that no node knows, or whose node is silent for five seconds, is lost. It may
have been sent, so it is not tried again.

A call is tried again only if the node has reported that it was not sent.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any, Final

from ocpp_rpc.errors import CannotSend, ConnectionClosed
from ocpp_rpc.fleet.bus import NobodyThere
from ocpp_rpc.fleet.failures import FleetUnavailable
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.members import Members
from ocpp_rpc.fleet.places import ask_all
from ocpp_rpc.fleet.wire import Call, is_state, pack, unpack, write_call

from .asking import Asked

__all__ = ["Caller"]

_SEARCH_WITHIN: Final = 0.3
"""The seconds that all nodes may take to answer whether they know a call."""


class Caller:
    """Sends calls, and asks for their state.

    Args:
        ground: The shared objects of the operator.
        members: The nodes.
    """

    def __init__(self, ground: Ground, members: Members) -> None:
        self._ground = ground
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._settings = ground.settings
        self._clock = ground.clock
        self._members = members
        self._loop = asyncio.get_running_loop()

    async def call(
        self,
        asked: Asked,
        identity: str,
        timeout: Any,  # noqa: ASYNC109
        deadline: float | None,
    ) -> bytes | None:
        """Send a call once, and return the answer; None if no node holds the station.

        Args:
            asked: The request.
            identity: The identity of the station.
            timeout: How long the reply may take; see `Connection.call`.
            deadline: The time at which the call fails, by the clock of the event loop;
                None sets no limit.

        Raises:
            CannotSend: The call is larger than the engine accepts.
            ConnectionClosed: The outcome of the call is unknown.
            FleetUnavailable: The engine is not reachable, and nothing was sent.
        """
        data = write_call(self._call(asked, identity, timeout, deadline))
        answer: asyncio.Future[bytes | None] = self._loop.create_future()

        def take(data: bytes | None) -> None:
            if not answer.done():
                answer.set_result(data)

        subject = self._subjects.call(identity)
        with (await self._bus.inbox()).address(take) as address:
            try:
                await self._bus.publish(subject, data, reply=address)
            except ValueError as error:
                raise CannotSend(str(error)) from None
            try:
                return await self._wait(answer, asked.id, subject)
            except asyncio.CancelledError:
                cancel = pack({"cancel": asked.id})
                self._ground.spawn(self._bus.tell(subject, cancel))
                raise

    def _call(
        self, asked: Asked, identity: str, timeout: Any, deadline: float | None
    ) -> Call:
        now, settings = self._clock.now(), self._settings
        left = None if deadline is None else deadline - self._loop.time()
        return Call(
            asked.id,
            identity,
            asked.name,
            asked.exact,
            now + int(settings.accept_within * 1e6),
            now,
            now + int(settings.lost_after * 1e6),
            None if left is None else now + int(left * 1e6),
            timeout,
            asked.frames,
        )

    async def _wait(
        self, answer: asyncio.Future[bytes | None], call_id: str, subject: str
    ) -> bytes | None:
        await asyncio.wait([answer], timeout=self._settings.probe_after)
        if answer.done():
            return answer.result()
        inquiry = _Inquiry(call_id, subject)
        heard = self._loop.time()
        while True:
            begun = self._loop.time()
            asking = asyncio.create_task(self._inquire(inquiry, heard))
            either: list[asyncio.Future[Any]] = [answer, asking]
            try:
                await asyncio.wait(either, return_when="FIRST_COMPLETED")
                if answer.done():
                    return answer.result()
                found = asking.result()
            finally:
                asking.cancel()
            if isinstance(found, bytes):
                return found
            if found:
                heard = begun
            elif self._loop.time() - heard >= self._silence:
                raise _lost("the node does not answer")
            pause = begun + self._settings.probe_after - self._loop.time()
            await asyncio.wait([answer], timeout=max(0.0, pause))
            if answer.done():
                return answer.result()

    @property
    def _silence(self) -> float:
        """The seconds without news of a call that are allowed after a question."""
        return self._settings.lost_after - self._settings.probe_after

    async def _inquire(self, inquiry: _Inquiry, heard: float) -> bytes | bool:
        """Ask for the state of a call.

        Args:
            inquiry: The call, and the subject to ask at.
            heard: The time of the last news of the call.

        Returns:
            The answer to the call; True if the call is pending; False if no node
            replies.

        Raises:
            ConnectionClosed: No node knows the call.
        """
        until = self._clock.now() + int(
            (heard + self._silence - self._loop.time()) * 1e6
        )
        question = {"probe": inquiry.call_id, "until": max(0, until)}
        within = self._settings.probe_after
        try:
            data = await self._bus.ask(inquiry.subject, pack(question), within)
        except (TimeoutError, FleetUnavailable):
            return False
        except NobodyThere:
            return await self._search(inquiry, question)
        if not is_state(data):
            return data
        state = unpack(data)
        if state["state"] == "unknown":
            return await self._search(inquiry, question)
        inquiry.subject = self._subjects.node(state["node"])
        return True

    async def _search(
        self, inquiry: _Inquiry, question: dict[str, Any]
    ) -> bytes | bool:
        """Ask all nodes for the state of a call; raise the exceptions of `_inquire`."""
        try:
            asking = ask_all(self._ground, question, self._members, _SEARCH_WITHIN)
            async with aclosing(asking) as answers:
                async for answer in answers:
                    if answer["state"] == "answered":
                        return str(answer["answer"]).encode()
                    if answer["state"] == "pending":
                        inquiry.subject = self._subjects.node(answer["node"])
                        return True
        except FleetUnavailable:
            return False
        raise _lost("the node is gone")


class _Inquiry:
    """A call without an answer yet, and the subject at which to ask for its state."""

    def __init__(self, call_id: str, subject: str) -> None:
        self.call_id = call_id
        self.subject = subject


def _lost(reason: str) -> ConnectionClosed:
    return ConnectionClosed(sent=True, code=1006, reason=reason)
