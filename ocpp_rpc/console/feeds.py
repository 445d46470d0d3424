"""Browsers that follow a console: each has a feed of its own, which is bounded.

A feed notes who has changed, not what: whoever reads late reads the newest state, so
there is never more than one entry for each charger, however slow the browser is. Frames
are the exception. They are for the one charger that the browser looks at, so many wait
for it, and what is beyond is dropped and counted.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import Final

from .frames import Frame
from .settings import ConsoleSettings

__all__ = ["Feed", "Feeds"]


class Feed:
    """What one browser has not been told.

    Args:
        watched: The identity of the charger whose frames it shows; None: it shows none.
        known: The identities of the chargers, none of which it has been told.
        waiting: How many frames may wait.

    Attributes:
        changed: The identities of the chargers that have changed, the earliest first.
        refusals: Whether somebody was turned away.
        frames: The frames that wait.
        missed: How many frames were dropped since they were last taken.
        ended: Whether nothing will follow.
    """

    def __init__(self, watched: str | None, known: Iterable[str], waiting: int) -> None:
        self.watched: Final = watched
        self.changed: dict[str, None] = dict.fromkeys(known)
        self.refusals = True
        self.frames: deque[Frame] = deque()
        self.missed = 0
        self.ended = False
        self._waiting = waiting
        self._more = asyncio.Event()
        self._more.set()

    def touch(self, identity: str) -> None:
        """Note that a charger has changed."""
        self.changed[identity] = None
        self._more.set()

    def touch_refusals(self) -> None:
        """Note that somebody was turned away."""
        self.refusals = True
        self._more.set()

    def put(self, frame: Frame) -> None:
        """Add a frame of the charger that the browser looks at."""
        if len(self.frames) >= self._waiting:
            self.frames.popleft()
            self.missed += 1
        self.frames.append(frame)
        self._more.set()

    def end(self) -> None:
        """Let nothing follow."""
        self.ended = True
        self._more.set()

    def take_changed(self, most: int) -> list[str]:
        """Take the identities of chargers that have changed, so many at most."""
        taken = list(self.changed)[:most]
        for identity in taken:
            del self.changed[identity]
        return taken

    def take_refusals(self) -> bool:
        """Tell whether somebody was turned away since this was last asked."""
        found, self.refusals = self.refusals, False
        return found

    def take_frames(self) -> tuple[list[Frame], int]:
        """Take the frames that wait, and how many were dropped before them."""
        taken, missed = list(self.frames), self.missed
        self.frames.clear()
        self.missed = 0
        return taken, missed

    async def wait(self) -> None:
        """Wait until there is something to tell."""
        if not (self.changed or self.frames or self.refusals or self.ended):
            self._more.clear()
        await self._more.wait()


class Feeds:
    """All browsers that follow.

    Args:
        settings: How many there may be, and how much may wait for each.
    """

    def __init__(self, settings: ConsoleSettings) -> None:
        self._settings = settings
        self._open: set[Feed] = set()
        self._ended = False

    def __len__(self) -> int:
        return len(self._open)

    @property
    def full(self) -> bool:
        """Whether there is no room for another browser."""
        return self._ended or len(self._open) >= self._settings.browsers

    @contextmanager
    def follow(self, watched: str | None, known: Iterable[str]) -> Generator[Feed]:
        """Open the feed of a browser, as long as the block lasts; see `Feed`."""
        feed = Feed(watched, known, self._settings.waiting)
        self._open.add(feed)
        try:
            yield feed
        finally:
            self._open.discard(feed)

    def touch(self, identity: str) -> None:
        """Note that a charger has changed."""
        for feed in self._open:
            feed.touch(identity)

    def touch_refusals(self) -> None:
        """Note that somebody was turned away."""
        for feed in self._open:
            feed.touch_refusals()

    def put(self, identity: str, frame: Frame) -> None:
        """Add a frame of a charger."""
        for feed in self._open:
            if feed.watched == identity:
                feed.put(frame)

    def end(self) -> None:
        """End all feeds, and open no further one."""
        self._ended = True
        for feed in self._open:
            feed.end()
