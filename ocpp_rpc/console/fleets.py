"""A console of a whole fleet: the chargers of all nodes, and the published messages.

The console follows changes, and regularly lists all chargers. The next list corrects
changes that were lost, or that arrived while a list was being read.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, Callable, Container, Coroutine, Iterable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import ocpp_messages
from ocpp_messages import Model, valid_type
from ocpp_rpc.errors import NotConnected
from ocpp_rpc.fleet import Fleet, FleetUnavailable

from .making import make
from .sending import Line, Reach
from .settings import ConsoleSettings
from .watching import Watch

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["Follower", "fleet_app"]

logger = logging.getLogger("ocpp_rpc.console")

_LIST_EACH: Final = 30.0
"""The seconds between two lists of all chargers."""

_PAUSE: Final = 2.0
"""The seconds between a failure and the next attempt."""

_GRACE: Final = 5.0
"""The seconds that a call may take on its way to the node and back."""


@asynccontextmanager
async def fleet_app(
    chargers: Fleet,
    *,
    send: Container[str] = frozenset(),
    messages: Iterable[type[Model]] = (),
    settings: ConsoleSettings | None = None,
) -> AsyncGenerator[Starlette]:
    """Open a console of a fleet, and yield it as an ASGI application; see `app`.

    The console shows the chargers that are connected to any node, and sends requests
    through the fleet. It shows frames, connectors and transactions as far as the nodes
    publish the messages about them (`fleet.Node(publish=)`), and no refused clients.

    Args:
        chargers: The fleet, which must be open as long as the console.
        send: The actions that may be sent to chargers; by default none.
        messages: The classes of the published messages to follow, each of one version,
            not of `v1x` or `v2x`.
        settings: How much the console keeps, and how often it updates browsers.

    Raises:
        MissingDependency: The extra `console` is not installed.
    """
    settings = settings or ConsoleSettings()
    watch = Watch(settings)
    made = make(watch, _reaching(chargers), send, settings)
    follower = Follower(watch, chargers)
    work = [follower.changes, follower.lists]
    work += [follower.messages_of(each) for each in messages]
    tasks = [asyncio.create_task(_keep_on(each)) for each in work]
    try:
        yield made
    finally:
        watch.feeds.end()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _keep_on(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Repeat some work whenever it fails; log equal failures in a row only once."""
    loop = asyncio.get_running_loop()
    told: tuple[type[Exception], str] | None = None
    while True:
        begun = loop.time()
        try:
            await work()
        except Exception as error:
            has_worked = loop.time() - begun > _PAUSE
            before, told = told, (type(error), str(error))
            if told != before or has_worked:
                if isinstance(error, FleetUnavailable):
                    logger.info("the engine of the fleet cannot be reached")
                else:
                    logger.exception("following the fleet failed; it is tried again")
        await asyncio.sleep(_PAUSE)


def _reaching(chargers: Fleet) -> Reach:
    async def reach(identity: str) -> Line:
        place = await chargers.find(identity)
        if place is None:
            raise NotConnected(identity)

        async def call(request: Any, within: float) -> Model:
            response: Model = await chargers.call(
                identity, request, timeout=within, total_timeout=within + _GRACE
            )
            return response

        return Line(ocpp_messages.load(place.version), call)

    return reach


class Follower:
    """Passes the changes and messages of a fleet to a `Watch`."""

    def __init__(self, watch: Watch, chargers: Fleet) -> None:
        self._watch = watch
        self._chargers = chargers
        self._nodes: dict[str, str] = {}  # the node of each charger
        self._changed: set[str] = set()  # since the start of the current list

    async def changes(self) -> None:
        """Follow the chargers that connect and disconnect."""
        async for change in self._chargers.changes():
            if change.identity is None:
                for identity, node in tuple(self._nodes.items()):
                    if change.what == _LOST and node == change.node:
                        self._leave(identity, node, f"node {node} is lost")
            elif change.what == _CONNECTED and change.version is not None:
                self._join(change.identity, change.version, change.node)
            else:
                self._leave(change.identity, change.node)

    async def lists(self) -> None:
        """List the connected chargers at regular intervals."""
        while True:
            self._changed.clear()
            places = self._chargers.connected()
            found = {each.identity: each async for each in places}
            for identity, place in found.items():
                known = self._nodes.get(identity)
                if known != place.node and identity not in self._changed:
                    self._join(identity, place.version, place.node)
            for identity, node in tuple(self._nodes.items()):
                away = identity not in found and identity not in self._changed
                if away and node not in places.missing:
                    self._leave(identity, node)
            await asyncio.sleep(_LIST_EACH)

    def messages_of(self, cls: type[Model]) -> Callable[[], Coroutine[Any, Any, None]]:
        """Return a function that follows the messages of a class."""

        async def follow() -> None:
            async for message in self._chargers.messages(cls):
                package = ocpp_messages.load(message.version)
                procedure = package.PROCEDURES_BY_REQUEST[valid_type(message.request)]
                self._watch.hear(
                    message.identity,
                    message.version,
                    procedure.action,
                    message.request,
                    message.frame,
                )

        return follow

    def _join(self, identity: str, version: str, node: str) -> None:
        self._changed.add(identity)
        self._nodes[identity] = node
        self._watch.join(identity, version, f"node {node}")

    def _leave(self, identity: str, node: str, trouble: str | None = None) -> None:
        self._changed.add(identity)
        if self._nodes.get(identity) == node:  # otherwise it has moved to another node
            del self._nodes[identity]
            self._watch.leave(identity, trouble)


_CONNECTED: Final = "connected"
_LOST: Final = "node lost"
