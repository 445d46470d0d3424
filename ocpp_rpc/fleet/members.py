"""Who belongs to a fleet: the nodes that are heard.

Each node sends a beat every second: its name, its time, how many stations it has, and
which other nodes it hears, so that whoever joins knows all of them from one beat. There
is no registry of nodes: one that is not heard for a while is lost.

Beats also tell the time. Whoever joins asks for one before it does anything else:
otherwise its first claims might be older, by its clock, than those they come after.
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
"""How many seconds a beat may take that was asked for."""

_MISSED: Final = 2.5
"""After so many beats that are missing, claims may be missing as well."""

_FORGOTTEN: Final = 60.0
"""For how many seconds a node that was lost is named as missing."""


@dataclass(slots=True)
class Member:
    """A node, as it was last heard.

    Attributes:
        heard: When, by the clock of the event loop.
        stations: How many stations it had.
        direct: Whether it was heard itself; otherwise, another node has named it.
        lost: Whether it was heard too long ago.
    """

    heard: float
    stations: int = 0
    direct: bool = False
    lost: bool = False


class Members:
    """The nodes of a fleet, as one process hears them.

    Args:
        ground: What the process stands on; its clock learns the time from beats.

    Attributes:
        heard: The nodes that are there, or were a moment ago, by name.
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
        """The nodes that ought to answer what all are asked, the lost ones included."""
        return {*self.heard}

    @property
    def alive(self) -> set[str]:
        """The nodes that are not lost."""
        return {name for name, member in self.heard.items() if not member.lost}

    @property
    def peers(self) -> list[str]:
        """The nodes to name to others.

        Not those that only others have named: two nodes would name to each other, for
        ever, a third one that is long gone.
        """
        return sorted(
            name
            for name, member in self.heard.items()
            if member.direct and not member.lost
        )

    def on_lost(self, callback: Callable[[str], object]) -> Callable[[], None]:
        """Have a function called with the name of each node that is lost.

        Returns:
            What ends that.
        """
        self._lost.append(callback)
        return lambda: self._lost.remove(callback)

    def on_return(self, callback: Callable[[float], object]) -> None:
        """Have a function called with how long a node was silent that is heard again.

        Its silence may be that of the way to it, over which claims were lost.
        """
        self._returned.append(callback)

    @property
    def complete(self) -> bool:
        """Whether every node that is there was heard: each had the time to beat."""
        since = asyncio.get_running_loop().time() - self._joined
        return since > _MISSED * self._settings.beat

    async def join(self) -> None:
        """Learn who is there, and what time it is; hear beats from now on."""
        self._joined = asyncio.get_running_loop().time()
        await self.hello()
        self._subscription = await self._bus.subscribe(
            self._subjects.beat, self._take_beat
        )
        self._watching = asyncio.create_task(self._watch())

    async def leave(self) -> None:
        """Hear nothing any more."""
        if self._watching is not None:
            self._watching.cancel()
            await asyncio.gather(self._watching, return_exceptions=True)
        if self._subscription is not None:
            await self._bus.release(self._subscription)

    async def hello(self) -> None:
        """Ask for a beat, and wait for one; nothing if there is no node."""
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
