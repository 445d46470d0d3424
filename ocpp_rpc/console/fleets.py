"""A console of a whole fleet: who is connected to any node, and what nodes publish.

Changes are followed, and a list of everybody is taken now and then: a change that is
lost, or that comes while the list is taken, is made good by the next one.
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
"""How many seconds are between two lists of everybody."""

_PAUSE: Final = 2.0
"""After how many seconds something is tried again that has failed."""

_GRACE: Final = 5.0
"""How many seconds a call may take on its way to the node, and back."""


@asynccontextmanager
async def fleet_app(
    chargers: Fleet,
    *,
    send: Container[str] = frozenset(),
    messages: Iterable[type[Model]] = (),
    settings: ConsoleSettings | None = None,
) -> AsyncGenerator[Starlette]:
    """Open a console of a fleet, and yield it as an ASGI application; see `app`.

    It shows who is connected to any node, and sends requests through the fleet. Frames,
    connectors and transactions are known as far as nodes publish the messages that tell
    of them (`fleet.Node(publish=)`); who was turned away is not known.

    Args:
        chargers: The fleet, which is open as long as the console.
        send: The actions that may be sent to chargers; by default none.
        messages: The published messages to follow, by the class of the request; each
            is one of a version, not of `v1x` or `v2x`.
        settings: How much is kept, and how often browsers are told of it.

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
    """Do something again whenever it fails, and log once what fails again and again."""
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
    """Tells a watch what happens in a fleet."""

    def __init__(self, watch: Watch, chargers: Fleet) -> None:
        self._watch = watch
        self._chargers = chargers
        self._nodes: dict[str, str] = {}  # where each charger is
        self._changed: set[str] = set()  # since the list that is taken has begun

    async def changes(self) -> None:
        """Follow who comes and goes."""
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
        """List who is connected, now and then."""
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
        """Return what follows the messages of a class."""

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
        if self._nodes.get(identity) == node:  # or else it has moved to another node
            del self._nodes[identity]
            self._watch.leave(identity, trouble)


_CONNECTED: Final = "connected"
_LOST: Final = "node lost"
