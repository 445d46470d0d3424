"""A `Fleet` for programs without asyncio.

It has the methods of `ocpp_rpc.fleet.Fleet`, which block instead of being awaited::

    with fleet.sync.Fleet("nats://a,nats://b", name="prod") as chargers:
        chargers.call("CP001", v16.ResetRequest(type=v16.ResetType.SOFT))
        for place in chargers.connected(prefix="DE"):
            print(place.identity, place.node)

A `Fleet` runs an event loop in its own thread, with its own connection to the engine.
Any number of threads may use the same `Fleet`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack
from types import EllipsisType, TracebackType
from typing import Any, Generic, Protocol, TypeVar

from ocpp_messages import BackOfficeSide, Model, Request
from ocpp_rpc.connection.loop_thread import LoopThread

from . import operator
from .bus import Bus
from .bus.connecting import nats
from .operator import FleetChange, FleetMessage, FleetOutcome
from .places import Place
from .settings import FleetSettings

__all__ = ["Fleet", "Message", "Stream"]

ResponseT = TypeVar("ResponseT")
RequestT = TypeVar("RequestT", bound=Model)
ItemT = TypeVar("ItemT")
ItemT_co = TypeVar("ItemT_co", covariant=True)


class _Many(Protocol[ItemT_co]):
    """An asynchronous iterable."""

    def __aiter__(self) -> AsyncIterator[ItemT_co]: ...


class Stream(Generic[ItemT]):
    """Items that arrive one after the other. Iterate over it with `for`.

    A stream also has the attributes of the asynchronous object that it wraps, such as
    `missing` or `dropped`.
    """

    def __init__(self, many: _Many[ItemT], loop: LoopThread) -> None:
        self._many = many
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._many, name)

    def __iter__(self) -> Iterator[ItemT]:
        """Yield the items; raise the exceptions of the asynchronous object."""
        items: Any = aiter(self._many)
        try:
            while True:
                try:
                    yield self._loop.run(_next(items))
                except StopAsyncIteration:
                    return
        finally:
            self._loop.run(items.aclose())


class Message(Generic[RequestT]):
    """A message that a station has sent; see `ocpp_rpc.fleet.FleetMessage`."""

    def __init__(self, behind: FleetMessage[RequestT], loop: LoopThread) -> None:
        self._behind = behind
        self._loop = loop

    def __repr__(self) -> str:
        return repr(self._behind)

    @property
    def identity(self) -> str:
        """The identity of the station."""
        return self._behind.identity

    @property
    def node(self) -> str:
        """The name of the node to which the station is connected."""
        return self._behind.node

    @property
    def version(self) -> str:
        """The version of OCPP that the station speaks."""
        return self._behind.version

    @property
    def id(self) -> str:
        """A unique id, which stays the same if the message is delivered again."""
        return self._behind.id

    @property
    def request(self) -> RequestT:
        """The message."""
        return self._behind.request

    @property
    def frame(self) -> str:
        """The text of the frame, as received."""
        return self._behind.frame

    def ack(self) -> None:
        """Acknowledge the message; see `ocpp_rpc.fleet.FleetMessage.ack`."""
        self._loop.run(_awaited(self._behind.ack()))


class _Messages(Generic[RequestT]):
    """Messages with a blocking `ack`."""

    def __init__(self, many: _Many[FleetMessage[RequestT]], loop: LoopThread) -> None:
        self._many = many
        self._loop = loop

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._many, name)

    async def __aiter__(self) -> AsyncIterator[Message[RequestT]]:
        async for message in self._many:
            yield Message(message, self._loop)


class Fleet:
    """Calls the stations of a fleet; see `ocpp_rpc.fleet.Fleet`.

    Use it as a context manager.

    Args:
        bus: The connection to the engine: the URLs of NATS, or a function that returns
            an awaitable of a bus, such as `lambda: fleet.nats(urls, tls=context)`.
        name: The name of the fleet.
        settings: How long the processes of the fleet wait for each other.
    """

    def __init__(
        self,
        bus: str | Sequence[str] | Callable[[], Awaitable[Bus]],
        *,
        name: str,
        settings: FleetSettings | None = None,
    ) -> None:
        self._open = bus if callable(bus) else lambda: nats(bus)
        self._name = name
        self._settings = settings
        self._loop: LoopThread | None = None
        self._stack = AsyncExitStack()
        self._behind: operator.Fleet | None = None

    def __repr__(self) -> str:
        return f"<fleet.sync.Fleet {self._name!r}>"

    def __enter__(self) -> Fleet:
        """Connect to the engine, and learn which nodes the fleet has.

        Raises:
            FleetUnavailable: The engine cannot be reached.
            MissingDependency: The extra `nats` is not installed.
        """
        self._loop = loop = LoopThread()
        try:
            self._behind = loop.run(self._enter())
        except BaseException:
            loop.run(self._stack.aclose())
            loop.stop()
            raise
        return self

    async def _enter(self) -> operator.Fleet:
        bus = await self._stack.enter_async_context(await self._open())
        behind = operator.Fleet(bus, name=self._name, settings=self._settings)
        return await self._stack.enter_async_context(behind)

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        """Leave the fleet, and close the connection to the engine."""
        loop = self._entered[1]
        try:
            loop.run(self._stack.aclose())
        finally:
            loop.stop()

    @property
    def _entered(self) -> tuple[operator.Fleet, LoopThread]:
        if self._behind is None or self._loop is None:
            raise RuntimeError("use a Fleet inside its `with` block")
        return self._behind, self._loop

    @property
    def nodes(self) -> tuple[str, ...]:
        """The names of the nodes that are alive."""
        return self._entered[0].nodes

    def find(self, identity: str) -> Place | None:
        """Return the place of a station; see `ocpp_rpc.fleet.Fleet.find`."""
        behind, loop = self._entered
        return loop.run(behind.find(identity))

    def call(
        self,
        identity: str,
        request: Request[ResponseT, BackOfficeSide],
        *,
        timeout: float | EllipsisType | None = ...,
        total_timeout: float | None = None,
        wait_connected: float | None = None,
    ) -> ResponseT:
        """Send a request to a station; see `ocpp_rpc.fleet.Fleet.call`."""
        behind, loop = self._entered
        return loop.run(
            behind.call(
                identity,
                request,
                timeout=timeout,
                total_timeout=total_timeout,
                wait_connected=wait_connected,
            )
        )

    def connected(self, *, prefix: str = "") -> Stream[Place]:
        """Return the connected stations. Iterate over the result with `for`."""
        behind, loop = self._entered
        return Stream(behind.connected(prefix=prefix), loop)

    def each(
        self,
        request: Request[ResponseT, BackOfficeSide]
        | Callable[[Place], Request[ResponseT, BackOfficeSide] | None],
        *,
        prefix: str = "",
        at_once: int = 100,
        timeout: float | EllipsisType | None = ...,
        total_timeout: float | None = None,
    ) -> Stream[FleetOutcome[ResponseT]]:
        """Call all connected stations; see `ocpp_rpc.fleet.Fleet.each`."""
        behind, loop = self._entered
        outcomes = behind.each(
            request,
            prefix=prefix,
            at_once=at_once,
            timeout=timeout,
            total_timeout=total_timeout,
        )
        return Stream(outcomes, loop)

    def changes(self, *, limit: int = 100_000) -> Stream[FleetChange]:
        """Return future changes; see `ocpp_rpc.fleet.Fleet.changes`."""
        behind, loop = self._entered
        return Stream(behind.changes(limit=limit), loop)

    def messages(
        self,
        cls: type[RequestT],
        *,
        group: str | None = None,
        durable: str | None = None,
        limit: int = 10_000,
    ) -> Stream[Message[RequestT]]:
        """Return messages of stations; see `ocpp_rpc.fleet.Fleet.messages`."""
        behind, loop = self._entered
        found = behind.messages(cls, group=group, durable=durable, limit=limit)
        return Stream(_Messages(found, loop), loop)


async def _next(items: AsyncIterator[ItemT]) -> ItemT:
    return await anext(items)


async def _awaited(awaitable: Awaitable[None]) -> None:
    await awaitable
