"""Decisions about stations: what the security profile and the hook say.

Either may ask a database, which takes a while, but is not to take for ever: all of it
together has `on_connect_timeout`.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, Final, TypeAlias, TypeVar, cast

from ocpp_rpc.connection.settings import Clock, within
from ocpp_rpc.errors import HandshakeRefused
from ocpp_rpc.lines import about
from ocpp_rpc.security.profiles.floors import NOTHING_NEW, Proof

from .gate import Gate
from .handshake import Accept, Handshake

__all__ = ["Decision", "Decisions", "OnConnect", "known_identity"]

logger = logging.getLogger("ocpp_rpc.server")

ResultT = TypeVar("ResultT")

OnConnect: TypeAlias = Callable[[Handshake], Awaitable[Accept | None] | Accept | None]
"""Decides about a station before its WebSocket opens."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A station is let in.

    Attributes:
        gate: Where it has come to.
        accept: What the hook has said.
        proof: What has come of the security profile.
        identity: The name by which the station is known.
    """

    gate: Gate
    accept: Accept
    proof: Proof
    identity: str

    def allows(self, version: str) -> bool:
        """Tell whether the station may speak a version."""
        allowed = (self.accept.versions, self.proof.versions, self.gate.versions)
        return all(each is None or version in each for each in allowed)


class Decisions:
    """Makes decisions.

    Args:
        hook: The `on_connect` hook; None: there is none.
        timeout: How many seconds a decision may take.
        unavailable: Makes the refusal of a station that has to come again.
        clock: The clock of the timeout; the event loop if None.

    Attributes:
        running: The tasks that decide.
    """

    def __init__(
        self,
        hook: OnConnect | None,
        timeout: float,
        unavailable: Callable[[str], HandshakeRefused],
        clock: Clock | None,
    ) -> None:
        self.running: Final[set[asyncio.Task[Any]]] = set()
        self._hook = hook
        self._timeout = timeout
        self._unavailable = unavailable
        self._clock = clock
        self._closing = False

    @property
    def has_hook(self) -> bool:
        """Whether a hook decides, which may ask for a proof of its own."""
        return self._hook is not None

    def close(self) -> None:
        """Give up all decisions: the server closes."""
        self._closing = True
        for decision in self.running:
            decision.cancel()

    async def decide(self, handshake: Handshake, gate: Gate) -> Decision:
        """Decide about a station that has come to a gate.

        Raises:
            HandshakeRefused: It is not let in, or it is not decided in time, or the
                profile or the hook failed.
        """
        if gate.has_to_ask:
            examining = self._examine(handshake, gate)
            identity, what = handshake.identity, "its proof, or on_connect,"
            return cast(Decision, await self.wait(examining, identity, what))
        # Most hooks answer at once, for which no task is needed.
        accept = await self._accept(handshake, self.wait)
        return Decision(gate, accept, NOTHING_NEW, known_identity(handshake, accept))

    async def _examine(self, handshake: Handshake, gate: Gate) -> Decision:
        """Have a station prove the identity that it claims, before the hook is asked.

        The profile it has used before is that of the name by which it is known, which
        the hook may choose: two stations may claim the same identity.
        """
        await _checked(gate.prove(handshake), handshake)
        accept = await self._accept(handshake, _awaited)
        identity = known_identity(handshake, accept)
        known = handshake.known_as(identity)
        proof = await _checked(gate.check_floor(known), known)
        return Decision(gate, accept, proof, identity)

    async def _accept(
        self,
        handshake: Handshake,
        wait: Callable[[Coroutine[Any, Any, Any], str], Awaitable[Any]],
    ) -> Accept:
        """Return what the hook has decided.

        Raises:
            HandshakeRefused: It does not let the station in, or not in time, or it
                failed.
        """
        if self._hook is None:
            return Accept()
        try:
            decision: Any = self._hook(handshake)
            if isawaitable(decision):
                decision = await wait(_coroutine_of(decision), handshake.identity)
            return _accepted(decision)
        except HandshakeRefused:
            raise
        except Exception:
            logger.exception(
                "%r: on_connect failed",
                handshake.identity,
                extra=about(handshake.identity),
            )
            raise HandshakeRefused(500) from None

    async def settle(self, handshake: Handshake, decision: Decision) -> None:
        """Note the profile of a station that has come to a gate with one.

        It is for a WebSocket that is open: a station that fails before goes back to the
        lower profile, and is to be let in with that.

        Raises:
            HandshakeRefused: The store has failed, or takes too long; or the station
                has used a higher profile meanwhile.
        """
        if not decision.gate.has_to_ask:
            return
        identity = decision.identity
        try:
            noting = decision.gate.settle(handshake.known_as(identity), decision.proof)
            if decision.gate.has_own_floors:
                await self.wait(noting, identity, "noting its security profile")
            else:  # at once: a client that is let in finds the connection registered
                await noting
        except HandshakeRefused:
            raise
        except Exception:
            logger.exception(
                "%r: its security profile cannot be noted",
                identity,
                extra=about(identity),
            )
            raise self._unavailable("its profile cannot be noted") from None

    async def wait(
        self,
        decision: Coroutine[Any, Any, Any],
        identity: str,
        what: str = "on_connect",
    ) -> Any:
        """Await a decision, but not for ever, nor beyond the closing of the server.

        Args:
            decision: What decides.
            identity: The identity of the station.
            what: What it is, for the log.

        Raises:
            HandshakeRefused: It takes too long, or the server closes.
        """
        # In a task of its own, which closing can cancel: the task that runs here is the
        # library's, and to cancel that one would cut the client without an answer.
        task = asyncio.create_task(decision)
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        try:
            with suppress(TimeoutError):
                async with within(self._timeout, self._clock):
                    await asyncio.wait([task])
            if not task.done():
                logger.error(
                    "%r: %s took too long", identity, what, extra=about(identity)
                )
                raise self._unavailable("not decided in time")
        finally:
            task.cancel()
        if not task.cancelled():
            return task.result()
        if self._closing:
            raise self._unavailable("the server closes")
        raise RuntimeError("it was cancelled")


async def _checked(
    check: Coroutine[Any, Any, ResultT], handshake: Handshake
) -> ResultT:
    """Return what has come of a check.

    Raises:
        HandshakeRefused: The station does not pass, or the check failed.
    """
    try:
        return await check
    except HandshakeRefused:
        raise
    except Exception:
        logger.exception(
            "%r: its proof cannot be checked",
            handshake.identity,
            extra=about(handshake.identity),
        )
        raise HandshakeRefused(500) from None


def known_identity(handshake: Handshake, accept: Accept) -> str:
    """Return the name by which a station is known.

    Raises:
        HandshakeRefused: It has none.
    """
    identity = accept.identity or handshake.identity
    if not identity:
        why = "no identity in the path, and on_connect has given none"
        raise HandshakeRefused(404, why)
    return identity


async def _awaited(decision: Coroutine[Any, Any, Any], _identity: str) -> Any:
    return await decision


async def _coroutine_of(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _accepted(decision: Any) -> Accept:
    """Return what a hook has accepted a station with.

    Raises:
        TypeError: It has returned something else.
    """
    if decision is None:
        return Accept()
    if not isinstance(decision, Accept):
        name = type(decision).__name__
        raise TypeError(f"on_connect returned a {name}, not an Accept or None")
    return decision
