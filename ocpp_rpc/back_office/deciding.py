"""Decides about stations, by the security profile and the `on_connect` hook.

Both may query a database, which takes a while, but must not take forever: together they
have `on_connect_timeout`.
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
"""A function that decides about a station before its WebSocket opens."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The decision to admit a station.

    Attributes:
        gate: The gate where the station has connected.
        accept: The result of the hook.
        proof: The result of the security profile.
        identity: The identity under which the server knows the station.
    """

    gate: Gate
    accept: Accept
    proof: Proof
    identity: str

    def allows(self, version: str) -> bool:
        """Tell whether the station may use a version."""
        allowed = (self.accept.versions, self.proof.versions, self.gate.versions)
        return all(each is None or version in each for each in allowed)


class Decisions:
    """Makes decisions.

    Args:
        hook: The `on_connect` hook; None if there is none.
        timeout: The time limit of a decision, in seconds.
        unavailable: Creates the refusal of a station that has to try again later.
        clock: The clock of the time limit; None: the event loop.

    Attributes:
        running: The tasks of pending decisions.
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
        """Whether there is a hook, which may check stations in its own way."""
        return self._hook is not None

    def close(self) -> None:
        """Cancel all decisions, because the server closes."""
        self._closing = True
        for decision in self.running:
            decision.cancel()

    async def decide(self, handshake: Handshake, gate: Gate) -> Decision:
        """Decide about a station that has connected at a gate.

        Raises:
            HandshakeRefused: The station is refused, the decision takes too long, or
                the profile or the hook failed.
        """
        if gate.has_to_ask:
            examining = self._examine(handshake, gate)
            identity, what = handshake.identity, "its proof, or on_connect,"
            return cast(Decision, await self.wait(examining, identity, what))
        # No task here, because most hooks answer at once.
        accept = await self._accept(handshake, self.wait)
        return Decision(gate, accept, NOTHING_NEW, known_identity(handshake, accept))

    async def _examine(self, handshake: Handshake, gate: Gate) -> Decision:
        """Check the claimed identity of a station before the hook is asked.

        The earlier profile is looked up under the identity by which the server knows
        the station, which the hook may choose, because two stations may claim the same
        identity.
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
        """Return the decision of the hook.

        Raises:
            HandshakeRefused: The hook refuses the station, takes too long, or failed.
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
        """Record the security profile of a station.

        This is done after the WebSocket has opened: a station whose attempt fails
        before that returns to its lower profile, which must still be accepted.

        Raises:
            HandshakeRefused: The store failed or takes too long, or the station has
                used a higher profile in the meantime.
        """
        if not decision.gate.has_to_ask:
            return
        identity = decision.identity
        try:
            noting = decision.gate.settle(handshake.known_as(identity), decision.proof)
            if decision.gate.has_own_floors:
                await self.wait(noting, identity, "noting its security profile")
            else:  # at once, so that an accepted client finds its connection registered
                await noting
        except HandshakeRefused:
            raise
        except Exception:
            logger.exception(
                "%r: recording its security profile failed",
                identity,
                extra=about(identity),
            )
            raise self._unavailable("its profile cannot be recorded") from None

    async def wait(
        self,
        decision: Coroutine[Any, Any, Any],
        identity: str,
        what: str = "on_connect",
    ) -> Any:
        """Await a decision, within the time limit and until the server closes.

        Args:
            decision: The coroutine that decides.
            identity: The identity of the station.
            what: A name of the decision, for the log.

        Raises:
            HandshakeRefused: The decision takes too long, or the server closes.
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
        raise RuntimeError("the decision was cancelled")


async def _checked(
    check: Coroutine[Any, Any, ResultT], handshake: Handshake
) -> ResultT:
    """Return the result of a check.

    Raises:
        HandshakeRefused: The station does not pass, or the check failed.
    """
    try:
        return await check
    except HandshakeRefused:
        raise
    except Exception:
        logger.exception(
            "%r: checking its credentials failed",
            handshake.identity,
            extra=about(handshake.identity),
        )
        raise HandshakeRefused(500) from None


def known_identity(handshake: Handshake, accept: Accept) -> str:
    """Return the identity under which the server knows a station.

    Raises:
        HandshakeRefused: The station has no identity.
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
    """Return the `Accept` of a hook.

    Raises:
        TypeError: The hook has returned another type.
    """
    if decision is None:
        return Accept()
    if not isinstance(decision, Accept):
        name = type(decision).__name__
        raise TypeError(f"on_connect returned a {name}, not an Accept or None")
    return decision
