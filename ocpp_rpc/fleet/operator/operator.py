"""An operator: any process that calls the stations of a fleet."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass, field
from types import EllipsisType, TracebackType
from typing import Any, Final, Generic, TypeVar, cast

from ocpp_messages import BackOfficeSide, Model, Request
from ocpp_rpc.errors import (
    CallTimeout,
    ConnectionClosed,
    NotConnected,
    NotConnectedInTime,
    OcppRpcError,
)
from ocpp_rpc.fleet.bus import Bus, Delivery
from ocpp_rpc.fleet.bus.subjects import Subjects
from ocpp_rpc.fleet.failures import FleetUnavailable, Late
from ocpp_rpc.fleet.ground import Ground
from ocpp_rpc.fleet.members import Members
from ocpp_rpc.fleet.places import Place, Places, holder_of
from ocpp_rpc.fleet.settings import FleetSettings

from .asking import Asked
from .calling import Caller
from .streams import FleetChanges, FleetMessages

__all__ = ["Fleet", "FleetOutcome", "FleetOutcomes"]

ResponseT = TypeVar("ResponseT")
RequestT = TypeVar("RequestT", bound=Model)

_ATTEMPTS: Final = 3
"""How often a call is sent that was surely not sent by the node."""

_PAUSE: Final = 0.02
"""How many seconds the engine has to notice that a station is elsewhere."""

_GRACE: Final = 0.3
"""How much longer than its `total_timeout` a call may take: the node knows more."""


@dataclass(frozen=True, slots=True)
class FleetOutcome(Generic[ResponseT]):
    """What became of a call to one of many stations.

    Attributes:
        place: The station, and where it was connected.
        response: What it answered; None if it did not.
        error: What the call failed with; None if it did not.
    """

    place: Place
    response: ResponseT | None = None
    error: OcppRpcError | None = None


@dataclass(slots=True, eq=False)
class FleetOutcomes(Generic[ResponseT]):
    """The outcomes of calls to many stations: iterate over it, asynchronously.

    Made by `Fleet.each`. The calls begin with the iteration; when it is ended early,
    those that are pending are given up.

    Attributes:
        missing: After the iteration: the names of the nodes that did not answer, so
            that their stations were not called.
    """

    _places: Places
    _call: Callable[[Place], Coroutine[Any, Any, FleetOutcome[ResponseT] | None]]
    _at_once: int
    missing: tuple[str, ...] = field(default=(), init=False)

    async def __aiter__(self) -> AsyncGenerator[FleetOutcome[ResponseT], None]:
        """Call the stations.

        Raises:
            FleetUnavailable: The engine is away.
        """
        running: set[asyncio.Task[FleetOutcome[ResponseT] | None]] = set()
        try:
            async for place in self._places:
                running.add(asyncio.create_task(self._call(place)))
                if len(running) >= self._at_once:
                    for outcome in await _some(running):
                        yield outcome
            self.missing = self._places.missing
            while running:
                for outcome in await _some(running):
                    yield outcome
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


async def _some(
    running: set[asyncio.Task[FleetOutcome[ResponseT] | None]],
) -> list[FleetOutcome[ResponseT]]:
    """Wait for some of the calls, and return their outcomes."""
    done, _ = await asyncio.wait(running, return_when="FIRST_COMPLETED")
    running -= done
    return [found for task in done if (found := task.result()) is not None]


class Fleet:
    """Calls the stations of a fleet, from any process; follows what they do.

    An asynchronous context manager. It need not, but may, run beside a node.

    Args:
        bus: What connects the fleet; see `ocpp_rpc.fleet.nats`.
        name: The name of the fleet.
        settings: How long the processes of the fleet wait for each other.

    Raises:
        ValueError: The name is empty.
    """

    def __init__(
        self, bus: Bus, *, name: str, settings: FleetSettings | None = None
    ) -> None:
        self._name = name
        self._ground = Ground(bus, Subjects(name), settings or FleetSettings())
        self._members = Members(self._ground)
        self._caller: Caller | None = None

    def __repr__(self) -> str:
        return f"<fleet.Fleet {self._name!r}>"

    async def __aenter__(self) -> Fleet:
        """Learn who belongs to the fleet.

        Raises:
            FleetUnavailable: The engine is away.
        """
        if not self._ground.bus.connected:
            raise FleetUnavailable
        await self._members.join()
        self._caller = Caller(self._ground, self._members)
        return self

    async def __aexit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Leave."""
        await self._members.leave()
        await self._ground.end_tasks(1.0)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The names of the nodes that are heard."""
        return tuple(sorted(self._members.alive))

    # --- One station ------------------------------------------------------------------

    async def find(self, identity: str) -> Place | None:
        """Return where a station is connected; None if nowhere.

        Raises:
            FleetUnavailable: The engine is away.
        """
        return await holder_of(self._ground, identity)

    async def call(
        self,
        identity: str,
        request: Request[ResponseT, BackOfficeSide],
        *,
        timeout: float | EllipsisType | None = ...,  # noqa: ASYNC109
        total_timeout: float | None = None,
        wait_connected: float | None = None,
    ) -> ResponseT:
        """Send a request to a station, wherever it is connected.

        It is carried out at most once. If the node says that the call was not sent, as
        when the station moves to another node meanwhile, it is tried again. Cancelling
        gives it up: if it is still waiting for its turn, it is not sent at all.

        Args:
            identity: The identity of the station.
            request: What is asked.
            timeout: How many seconds the reply may take once the call is written; None
                is for ever; if not given, the `call_timeout` of the connection.
            total_timeout: How many seconds everything may take.
            wait_connected: How many seconds to wait for the station, if it is not
                connected. None: not at all.

        Raises:
            NotConnected: The station is connected nowhere.
            NotConnectedInTime: Nor has it connected in that time.
            OcppError: The station answered with a CALLERROR.
            CallTimeout: It did not answer in time.
            ConnectionClosed: The connection was closed meanwhile, or nobody knows what
                has become of the call; `sent` is true then.
            InvalidResponse: The station's answer is not a valid response.
            CannotSend: A back office may not send that request, or it is not valid.
            NotInVersion: The station speaks a version without it.
            QueueFull: Too many calls to the station are waiting.
            FleetUnavailable: The engine is away, and nothing was sent.
        """
        loop = asyncio.get_running_loop()
        asked = Asked(cast(Model, request))
        end = None if total_timeout is None else loop.time() + total_timeout
        limit = None if end is None else end + _GRACE
        try:
            async with asyncio.timeout_at(limit):
                answer = await self._answered(
                    identity, asked, timeout, end, wait_connected
                )
        except TimeoutError as error:
            if isinstance(error, OcppRpcError):
                raise
            raise CallTimeout(asked.action, sent=True) from None
        return cast(ResponseT, answer)

    async def _answered(
        self,
        identity: str,
        asked: Asked,
        timeout: Any,  # noqa: ASYNC109
        end: float | None,
        wait_connected: float | None,
    ) -> Any:
        if self._caller is None:
            raise RuntimeError("a fleet is used within its block")
        loop = asyncio.get_running_loop()
        waits = None if wait_connected is None else loop.time() + wait_connected
        attempt = 0
        while True:
            answer = await self._caller.call(asked, identity, timeout, end)
            if answer is None:
                await self._wait_for(identity, waits, end)
            else:
                attempt += 1
                try:
                    return asked.read(answer)
                except (Late, ConnectionClosed, NotConnected) as error:
                    self._check_unsent(error, attempt)
                await asyncio.sleep(_PAUSE * attempt)
            asked.renew()

    def _check_unsent(self, error: OcppRpcError, attempt: int) -> None:
        """Have a call tried again, if it was not sent.

        Raises:
            ConnectionClosed, NotConnected: It may have been, or was tried often enough.
        """
        if isinstance(error, Late):
            self._ground.clock.learn(error.now)
            error = ConnectionClosed(reason=str(error))
        sent = isinstance(error, ConnectionClosed) and error.sent
        if sent or attempt == _ATTEMPTS:
            raise error from None

    async def _wait_for(
        self, identity: str, until: float | None, end: float | None
    ) -> None:
        """Wait until a station is connected.

        Args:
            identity: The station.
            until: For how long, by the event loop; None: not at all.
            end: When the call fails in any case; None: never.

        Raises:
            NotConnected: It is not, and nobody waits.
            NotConnectedInTime: It has not connected.
        """
        if until is None:
            raise NotConnected(identity)
        limit = until if end is None else min(until, end)
        connected = asyncio.Event()

        async def take(_: Delivery) -> None:
            connected.set()

        bus = self._ground.bus
        subject = self._ground.subjects.event("connected", identity)
        subscription = await bus.subscribe(subject, take)
        try:
            async with asyncio.timeout_at(limit):
                # It may have come before anybody listened, and events may be lost.
                while await self.find(identity) is None:
                    with suppress(TimeoutError):
                        await asyncio.wait_for(connected.wait(), 1.0)
                    connected.clear()
        except TimeoutError:
            raise NotConnectedInTime(identity) from None
        finally:
            await bus.release(subscription)

    # --- Many stations ----------------------------------------------------------------

    def connected(self, *, prefix: str = "") -> Places:
        """Return the stations that are connected, to be iterated over asynchronously.

        Args:
            prefix: How their identities begin.
        """
        return Places(self._ground, self._members, prefix)

    def each(
        self,
        request: Request[ResponseT, BackOfficeSide]
        | Callable[[Place], Request[ResponseT, BackOfficeSide] | None],
        *,
        prefix: str = "",
        at_once: int = 100,
        timeout: float | EllipsisType | None = ...,
        total_timeout: float | None = None,
    ) -> FleetOutcomes[ResponseT]:
        """Call all stations that are connected, and return what becomes of it.

        Args:
            request: What is asked; or a function that returns it for a place, or None
                for one that is not called.
            prefix: How the identities of the stations begin.
            at_once: How many are called at once.
            timeout: As for `call`.
            total_timeout: As for `call`.

        Raises:
            ValueError: `at_once` is not positive.
        """
        if at_once < 1:
            raise ValueError("at_once is at least 1")

        async def one(place: Place) -> FleetOutcome[ResponseT] | None:
            wanted = request(place) if callable(request) else request
            if wanted is None:
                return None
            try:
                response = await self.call(
                    place.identity,
                    wanted,
                    timeout=timeout,
                    total_timeout=total_timeout,
                )
            except OcppRpcError as error:
                return FleetOutcome(place, error=error)
            return FleetOutcome(place, response)

        return FleetOutcomes(self.connected(prefix=prefix), one, at_once)

    def changes(self, *, limit: int = 100_000) -> FleetChanges:
        """Return the changes from now on, to be iterated over asynchronously.

        Args:
            limit: How many may wait to be taken; more are dropped, and counted.
        """
        return FleetChanges(self._ground, self._members, limit)

    def messages(
        self,
        cls: type[RequestT],
        *,
        group: str | None = None,
        durable: str | None = None,
        limit: int = 10_000,
    ) -> FleetMessages[RequestT]:
        """Return messages of stations, to be iterated over asynchronously.

        Nodes publish them if they are told to; see `Node`. Without `durable`, each
        message is delivered at most once, and not if nobody consumes it.

        Args:
            cls: Which messages, by the class of the request; one of `v1x` or `v2x`
                stands for those of all its versions.
            group: Of the consumers of one name, one gets each message.
            durable: The name of a consumer that goes on where it was: it gets each
                message at least once, until `FleetMessage.ack` is called. The engine
                keeps messages from the first time on that such a consumer is begun.
            limit: How many may wait to be taken; more are dropped, and counted.

        Raises:
            ValueError: It is no class of a request, or has both a group and a name.
        """
        if group is not None and durable is not None:
            raise ValueError("a durable consumer shares its messages by its name")
        return FleetMessages(
            self._ground, cls, group=group, durable=durable, limit=limit
        )
