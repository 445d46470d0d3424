"""Carries out the calls that reach a node, and answers them.

A node carries out each call once, however often its operator asks for its state,
because the node knows the pending calls and keeps the answers for a while.

A call is late, and is not carried out, in two cases:

* The call reaches the node after the time that its operator has set, for example
  because the node or the engine was suspended meanwhile.
* The call waits for its turn at the node beyond the time at which its operator gives it
  up. Each question of the operator about the call postpones this time. A dead operator
  asks no more, and an operator that heard nothing from a suspended node has given up.

Calls therefore wait for their turns here, not in the queue of the connection, because
that queue would write a late call as soon as there is room.
"""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from types import EllipsisType
from typing import Any, Final

from ocpp_messages import DecodeError, NotExpressible, Procedure
from ocpp_messages.serializer import dumps, loads
from ocpp_rpc.connection.connection import Connection
from ocpp_rpc.errors import (
    CannotSend,
    ConnectionClosed,
    NotConnected,
    NotInVersion,
    OcppError,
    OcppRpcError,
)
from ocpp_rpc.fleet.bus import Delivery
from ocpp_rpc.fleet.failures import Late, as_failure, from_failure
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.turns import Turns
from ocpp_rpc.fleet.wire import (
    Call,
    Question,
    pack,
    read_call,
    read_question,
    unpack,
    write_answer,
)
from ocpp_rpc.lines import about, one_line, printable
from ocpp_rpc.protocol import frames
from ocpp_rpc.protocol.parsing import parse

from .claims import Held

__all__ = ["Carrier"]

logger = logging.getLogger("ocpp_rpc.fleet")

_KEPT: Final = 10_000
"""The greatest number of answers that a node keeps."""

_STOPPED: Final = ConnectionClosed(sent=True, code=1001, reason="the node stops")


@dataclass(slots=True, eq=False)
class _Pending:
    """A call without an answer yet.

    Attributes:
        held: The station.
        task: The task that carries it out.
        until: The time at which its operator gives it up, unless the operator hears of
            it before.
    """

    held: Held
    task: asyncio.Task[None]
    until: int


class Carrier:
    """Carries out the calls that reach a node.

    Args:
        node: The name of the node.
        ground: The shared objects of the node.
    """

    def __init__(self, node: str, ground: Ground) -> None:
        self._node = node
        self._bus = ground.bus
        self._clock = ground.clock
        self._settings = ground.settings
        self._pending: dict[str, _Pending] = {}
        self._answers: dict[str, tuple[float, bytes]] = {}
        self._loop = asyncio.get_running_loop()

    # --- Messages ---------------------------------------------------------------------

    async def take(self, held: Held | None, delivery: Delivery) -> None:
        """Take a call, or a question about one or about a station.

        Args:
            held: The station that the message is for; None if it is for this node.
            delivery: The message.
        """
        line, _, rest = delivery.data.partition(b"\n")
        header = unpack(line)
        question = read_question(header)
        if question is not None:
            await self._answer(question, delivery.reply, held)
        elif held is not None:
            await self._begin(read_call(header, rest), delivery.reply, held)

    async def _answer(self, question: Question, reply: str, held: Held | None) -> None:
        if question.cancel is not None:
            pending = self._pending.get(question.cancel)
            if pending is not None:
                pending.task.cancel(_TAKEN_BACK)
        elif question.probe is not None:
            state = self.state_of(question.probe, question.until)
            await self._reply(reply, state)
        elif question.who and held is not None and held.current:
            version = held.connection.version
            await self._reply(reply, pack({"node": self._node, "version": version}))

    def state_of(self, call_id: str, until: int = 0) -> bytes:
        """Return the answer to a call, or whether it is pending or unknown here.

        Args:
            call_id: The id of the call.
            until: The time at which its operator gives it up, unless the operator hears
                of it before.
        """
        found = self._answers.get(call_id)
        if found is not None:
            return found[1]
        pending = self._pending.get(call_id)
        state = "unknown"
        if pending is not None:
            pending.until, state = max(pending.until, until), "pending"
        return pack({"state": state, "node": self._node})

    async def _begin(self, call: Call, reply: str, held: Held) -> None:
        if call.id in self._pending:
            return
        if call.id in self._answers:
            await self._reply(reply, self.state_of(call.id))
            return
        self._clock.learn(call.now)
        # Before the first `await`: a late call is not pending anywhere.
        if (now := self._clock.now()) > call.by:
            await self._reply(reply, pack(as_failure(Late(now))))
            return
        task = self._loop.create_task(self._carry(call, reply, held))
        self._pending[call.id] = _Pending(held, task, call.until)

    async def _reply(self, reply: str, data: bytes) -> None:
        """Send an answer; if the engine is not reachable, the operator asks again."""
        if not reply:
            return
        try:
            await self._bus.tell(reply, data)
        except ValueError as error:  # larger than the engine accepts
            failure = ConnectionClosed(sent=True, code=1009, reason=str(error))
            await self._bus.tell(reply, pack(as_failure(failure)))

    # --- Carrying out -----------------------------------------------------------------

    async def _carry(self, call: Call, reply: str, held: Held) -> None:
        try:
            answer = await self._outcome(call, held)
        except asyncio.CancelledError as error:
            del self._pending[call.id]
            if error.args != (_TAKEN_BACK,):
                await self._reply(reply, pack(as_failure(_STOPPED)))
            raise
        except OcppRpcError as error:
            answer = pack(as_failure(error))
        except Exception:
            action = one_line(call.request)
            logger.exception(
                "%s: a call failed: %s",
                printable(call.identity),
                action,
                extra=about(call.identity, held.connection.version),
            )
            answer = pack(as_failure(OcppRpcError()))
        del self._pending[call.id]
        self._keep(call.id, answer)
        await self._reply(reply, answer)

    async def _outcome(self, call: Call, held: Held) -> bytes:
        connection = held.connection
        frame = _frame_for(call, connection)
        procedure = _procedure_of(call, frame, connection)
        try:
            request: Any = loads(procedure.request, frame.payload)
        except DecodeError as error:
            raise CannotSend(str(error)) from None
        if held.turns is None:
            held.turns = Turns(connection.limits)
        async with held.turns.turn(frame.action, self._left(call)):
            self._check(call, held, connection)
            said = _Said(call.id, connection)
            return await said.answer(request, call.timeout, self._left(call))

    def _left(self, call: Call) -> float | None:
        """Return the seconds that a call has left; None if it has no deadline."""
        if call.deadline is None:
            return None
        return max(0.0, (call.deadline - self._clock.now()) / 1e6)

    def _check(self, call: Call, held: Held, connection: Connection) -> None:
        """Refuse a call whose turn has come too late.

        Raises:
            NotConnected: This node no longer holds the station.
            Late: The operator has given up the call.
        """
        if not held.current or held.connection is not connection or connection.closed:
            raise NotConnected(call.identity)
        if (now := self._clock.now()) > self._pending[call.id].until:
            raise Late(now)

    # --- Answers ----------------------------------------------------------------------

    def _keep(self, call_id: str, answer: bytes) -> None:
        expires = self._loop.time() + self._settings.keep_answers
        self._answers[call_id] = (expires, answer)
        if len(self._answers) > _KEPT:
            del self._answers[next(iter(self._answers))]

    def forget(self) -> None:
        """Drop the answers whose `keep_answers` has passed."""
        now = self._loop.time()
        for call_id, (expires, _) in [*self._answers.items()]:
            if expires > now:
                break
            del self._answers[call_id]

    async def settled(self, held: Held, within: float) -> None:
        """Wait for the pending calls of a station, for at most `within` seconds."""
        those = [each.task for each in self._pending.values() if each.held is held]
        if those:
            await asyncio.wait(those, timeout=within)

    async def finish(self, within: float) -> None:
        """Wait `within` seconds for the pending calls, and give up the others."""
        tasks = {each.task for each in self._pending.values()}
        if tasks:
            _, left = await asyncio.wait(tasks, timeout=within)
            for task in left:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)


_TAKEN_BACK: Final = "taken back"


class _Said:
    """The reply of a station to a call."""

    def __init__(self, call_id: str, connection: Connection) -> None:
        self._id = call_id
        self._connection = connection

    async def answer(
        self,
        request: Any,
        timeout: float | EllipsisType | None,  # noqa: ASYNC109
        total_timeout: float | None,
    ) -> bytes:
        """Make a call; return the frame of the reply, and the version.

        If the station answers with a CALLERROR, this is the frame of the reply.

        Raises:
            OcppRpcError: Any other exception of `Connection.call`.
        """
        connection = self._connection
        try:
            response = await connection.call(
                request, timeout=timeout, total_timeout=total_timeout
            )
        except OcppError as error:
            if isinstance(error, CannotSend) or isinstance(
                error.__cause__, NotExpressible
            ):
                raise
            code, text = str(error.code), error.description
            refusal = frames.CallError(self._id, code, text, dict(error.details))
            return write_answer(refusal.serialize(), connection.version)
        result = frames.CallResult(self._id, dumps(response))
        return write_answer(result.serialize(), connection.version)


def _frame_for(call: Call, connection: Connection) -> frames.Call:
    """Return the frame of a call for the version of a connection.

    Raises:
        NotInVersion: There is no frame for this version.
        OcppRpcError: The version cannot express the request.
        CannotSend: The frame is not a CALL.
    """
    text = call.frames.get(connection.version)
    if text is None:
        raise _not_in_version(call, connection)
    if text.startswith("{"):
        raise from_failure(unpack(text.encode()))
    frame = parse(text)
    if not isinstance(frame, frames.Call):
        raise CannotSend("the operator sent no call")
    return frame


def _procedure_of(call: Call, frame: frames.Call, connection: Connection) -> Procedure:
    procedure = connection.package.PROCEDURES.get(frame.action)
    if procedure is None:
        raise _not_in_version(call, connection)
    request = procedure.request
    if call.exact and f"{request.__module__}.{request.__qualname__}" != call.request:
        raise _not_in_version(call, connection)
    return procedure


def _not_in_version(call: Call, connection: Connection) -> NotInVersion:
    package = connection.package
    name = getattr(package, "__name__", "its package")
    return NotInVersion(
        f"{call.request} is not a request of OCPP {package.VERSION} in {name}"
    )
