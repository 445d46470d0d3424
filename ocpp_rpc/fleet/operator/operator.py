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
"""The number of attempts for a call that the node reports as not sent."""

_PAUSE: Final = 0.02
"""The seconds between two attempts, for the engine to notice that a station moved."""

_GRACE: Final = 0.3
"""The seconds beyond `total_timeout`, because the node can report more precisely."""


@dataclass(frozen=True, slots=True)
class FleetOutcome(Generic[ResponseT]):
    """The outcome of a call to one of many stations.

    Attributes:
        place: The station, and the node to which it was connected.
        response: The response of the station; None if the call failed.
        error: The exception of the call; None if the station responded.
    """

    place: Place
    response: ResponseT | None = None
    error: OcppRpcError | None = None


@dataclass(slots=True, eq=False)
class FleetOutcomes(Generic[ResponseT]):
    """The outcomes of calls to many stations. Iterate over it with `async for`.

    Made by `Fleet.each`. The calls begin with the iteration. If you end the iteration
    early, pending calls are cancelled.

    Attributes:
        missing: After the iteration, the names of the nodes that did not answer. Their
            stations were not called.
    """

    _places: Places
    _call: Callable[[Place], Coroutine[Any, Any, FleetOutcome[ResponseT] | None]]
    _at_once: int
    missing: tuple[str, ...] = field(default=(), init=False)

    async def __aiter__(self) -> AsyncGenerator[FleetOutcome[ResponseT], None]:
        """Call the stations.

        Raises:
            FleetUnavailable: The engine cannot be reached.
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
    """Calls the stations of a fleet from any process, and follows their messages.

    Use it as an asynchronous context manager. The process may also be a node.

    Args:
        bus: The connection to the engine; see `ocpp_rpc.fleet.nats`.
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
        """Join the fleet, and learn which nodes it has.

        Raises:
            FleetUnavailable: The engine cannot be reached.
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
        """Leave the fleet."""
        await self._members.leave()
        await self._ground.end_tasks(1.0)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The names of the nodes that are alive."""
        return tuple(sorted(self._members.alive))

    # --- One station ------------------------------------------------------------------

    async def find(self, identity: str) -> Place | None:
        """Return the place where a station is connected; None if it is not connected.

        Raises:
            FleetUnavailable: The engine cannot be reached.
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
        """Send a request to a station, at whichever node it is connected.

        The call is carried out at most once. If the node reports that it was not sent,
        for example because the station is moving to another node, the call is tried
        again, at most twice. If you cancel a call that still waits for its turn, it is
        not sent.

        Args:
            identity: The identity of the station.
            request: The request.
            timeout: The seconds that the response may take once the call is sent; None:
                no limit; if omitted, the `call_timeout` of the connection.
            total_timeout: The seconds that everything may take; None: no limit.
            wait_connected: The seconds to wait for the station if it is not connected;
                None: do not wait.

        Raises:
            NotConnected: The station is not connected to any node.
            NotConnectedInTime: The station did not connect within `wait_connected`.
            OcppError: The station answered with a CALLERROR.
            CallTimeout: The station did not answer in time.
            ConnectionClosed: The connection was closed, or the outcome of the call is
                unknown; `sent` tells whether the station may have received the call.
            InvalidResponse: The station's answer is not a valid response.
            CannotSend: A back office may not send this request, or it is not valid.
            NotInVersion: The version of the station does not have this request.
            QueueFull: Too many calls to the station are waiting.
            FleetUnavailable: The engine cannot be reached, and nothing was sent.
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
            raise RuntimeError("use a Fleet inside its `async with` block")
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
        """Return if a call that failed can be tried again.

        Raises:
            ConnectionClosed, NotConnected: The call may have been sent, or the attempts
                are used up.
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
            identity: The identity of the station.
            until: The end of the wait, by the clock of the event loop; None does not
                wait.
            end: The time at which the call fails in any case; None sets no limit.

        Raises:
            NotConnected: The station is not connected, and `until` is None.
            NotConnectedInTime: The station has not connected by then.
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
                # The station may have connected before the subscription, and events may
                # be lost.
                while await self.find(identity) is None:
                    with suppress(TimeoutError):
                        # Not `wait_for`: see `Bus.ask`.
                        async with asyncio.timeout(1.0):
                            await connected.wait()
                    connected.clear()
        except TimeoutError:
            raise NotConnectedInTime(identity) from None
        finally:
            await bus.release(subscription)

    # --- Many stations ----------------------------------------------------------------

    def connected(self, *, prefix: str = "") -> Places:
        """Return the connected stations. Iterate over the result with `async for`.

        Args:
            prefix: The beginning of the identities to list; empty: all.
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
        """Call all connected stations. Iterate over the outcomes with `async for`.

        Args:
            request: The request for all stations; or a function that takes the place of
                a station and returns the request for it, or None to skip the station.
            prefix: The beginning of the identities to call; empty: all.
            at_once: The number of calls at the same time, at least 1; 100 by default.
            timeout: The same as for `call`, for each station.
            total_timeout: The same as for `call`, for each station.

        Raises:
            ValueError: `at_once` is below 1.
        """
        if at_once < 1:
            raise ValueError("at_once must be at least 1")

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
        """Return future changes. Iterate over the result with `async for`.

        Args:
            limit: The number of changes that may wait to be read; default: 100,000.
                Further changes are dropped and counted.
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
        """Return messages of stations. Iterate over the result with `async for`.

        Nodes publish only the messages named by `Node(publish=...)`. Without `durable`,
        each message is delivered at most once, and is lost if nobody consumes it.

        Args:
            cls: The class of the requests to return; a class of `v1x` or `v2x` stands
                for the requests of all its versions.
            group: The name of a group of consumers, one of which gets each message.
            durable: The name of a durable consumer. It gets each message at least once,
                until `FleetMessage.ack` is called, also after a restart. The engine
                keeps messages from the first start of such a consumer on.
            limit: The number of messages that may wait to be read; default: 10,000.
                Further messages are dropped and counted.

        Raises:
            ValueError: `cls` is not the class of a request, or both `group` and
                `durable` are passed.
        """
        if group is not None and durable is not None:
            raise ValueError("pass either group= or durable=, not both")
        return FleetMessages(
            self._ground, cls, group=group, durable=durable, limit=limit
        )
