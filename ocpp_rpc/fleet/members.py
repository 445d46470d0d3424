"""The nodes of a fleet, as a process learns of them from their beats.

Each node sends a beat every second: its name, its time, the number of its stations, and
the names of the other nodes that it hears, so that a new process knows all nodes after
one beat. There is no registry of nodes: a node that is silent for too long is lost.

Beats also distribute the time. A process that joins first asks for a beat, because its
own clock may be slow, and its first claims would then look older than earlier ones.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from .bus import Delivery, NobodyThere, Subscription
from .failures import FleetUnavailable
from .ground import Ground
from .wire import pack, unpack

__all__ = ["Member", "Members"]

_HELLO_WITHIN: Final = 0.5
"""The seconds to wait for a beat that was asked for."""

_MISSED: Final = 2.5
"""The number of missing beats after which claims may be missing as well."""

_FORGOTTEN: Final = 60.0
"""The seconds for which a lost node is reported as missing."""


@dataclass(slots=True)
class Member:
    """A node, as of its last beat.

    Attributes:
        heard: The time of that beat, by the clock of the event loop.
        stations: The number of its stations.
        direct: Whether this process received a beat of the node itself; if False, only
            another node has named it.
        lost: Whether the node has been silent for too long.
    """

    heard: float
    stations: int = 0
    direct: bool = False
    lost: bool = False


class Members:
    """The nodes of a fleet, as one process hears them.

    Args:
        ground: The shared objects of the process; beats set its clock.

    Attributes:
        heard: The nodes that are alive, or were until recently, by name.
    """

    def __init__(self, ground: Ground) -> None:
        self._bus = ground.bus
        self._subjects = ground.subjects
        self._settings = ground.settings
        self._clock = ground.clock
        self._subscription: Subscription | None = None
        self._watching: asyncio.Task[None] | None = None
        self._lost: list[Callable[[str], object]] = []
        self._returned: list[Callable[[float], object]] = []
        self._joined = 0.0
        self._gone: dict[str, float] = {}
        self.heard: dict[str, Member] = {}

    @property
    def expected(self) -> set[str]:
        """The nodes that have to answer a question to all, including lost nodes."""
        return {*self.heard}

    @property
    def alive(self) -> set[str]:
        """The nodes that are not lost."""
        return {name for name, member in self.heard.items() if not member.lost}

    @property
    def peers(self) -> list[str]:
        """The nodes to name to others.

        Nodes that only others have named are left out, because otherwise two nodes
        would keep naming a dead third node to each other for ever.
        """
        return sorted(
            name
            for name, member in self.heard.items()
            if member.direct and not member.lost
        )

    def on_lost(self, callback: Callable[[str], object]) -> Callable[[], None]:
        """Call a function with the name of each node that is lost.

        Returns:
            A function that removes the callback.
        """
        self._lost.append(callback)
        return lambda: self._lost.remove(callback)

    def on_return(self, callback: Callable[[float], object]) -> None:
        """Call a function with the seconds of silence when a node is heard again.

        The network to the node may have failed meanwhile, in which case claims were
        lost.
        """
        self._returned.append(callback)

    @property
    def complete(self) -> bool:
        """Whether enough time has passed since joining to hear a beat of each node."""
        since = asyncio.get_running_loop().time() - self._joined
        return since > _MISSED * self._settings.beat

    async def join(self) -> None:
        """Learn the nodes and the time, and subscribe to beats."""
        self._joined = asyncio.get_running_loop().time()
        await self.hello()
        self._subscription = await self._bus.subscribe(
            self._subjects.beat, self._take_beat
        )
        self._watching = asyncio.create_task(self._watch())

    async def leave(self) -> None:
        """Stop listening to beats."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._subscription is not None:
            await self._bus.release(self._subscription)

    async def hello(self) -> None:
        """Ask for a beat, and wait for it; return at once if there is no node."""
        message = pack({"now": self._clock.now()})
        try:
            answer = await self._bus.ask(self._subjects.hello, message, _HELLO_WITHIN)
        except (NobodyThere, TimeoutError, FleetUnavailable):
            return
        self._take(unpack(answer))

    async def _take_beat(self, delivery: Delivery) -> None:
        self._take(unpack(delivery.data))

    def _take(self, beat: dict[str, Any]) -> None:
        name, now = str(beat["node"]), asyncio.get_running_loop().time()
        self._clock.learn(int(beat["now"]))
        if beat.get("gone"):
            self._gone[name] = now
            member = self.heard.pop(name, None)
            if member is not None and not member.lost:
                self._tell_lost(name)
            return
        self._gone.pop(name, None)
        self._note_silence(name, now)
        self.heard[name] = Member(now, int(beat["stations"]), direct=True)
        for peer in beat["peers"]:
            if peer not in self._gone:
                self.heard.setdefault(str(peer), Member(now))

    def _note_silence(self, name: str, now: float) -> None:
        member = self.heard.get(name)
        silence = 0.0 if member is None else now - member.heard
        if silence > _MISSED * self._settings.beat:
            for callback in tuple(self._returned):
                callback(silence)

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(self._settings.beat)
            if self._bus.connected:
                self._look(asyncio.get_running_loop().time())

    def _look(self, now: float) -> None:
        for name, member in [*self.heard.items()]:
            silence = now - member.heard
            if silence > self._settings.lost_after and not member.lost:
                member.lost = True
                self._tell_lost(name)
            if silence > _FORGOTTEN:
                del self.heard[name]
        for name, since in [*self._gone.items()]:
            if now - since > self._settings.lost_after:
                del self._gone[name]

    def _tell_lost(self, name: str) -> None:
        for callback in tuple(self._lost):
            callback(name)
