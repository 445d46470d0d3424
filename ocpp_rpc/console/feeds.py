"""Browsers that follow a console: each has a feed of its own, which is bounded.

A feed notes who has changed, not what: whoever reads late reads the newest state, so
there is never more than one entry for each charger, however slow the browser is. Two
things would grow without end:

* Frames of the one charger that the browser looks at. The oldest that wait are dropped
  and counted, beyond a number of frames and of characters.
* Chargers that the console has forgotten, since a fleet of new identities that come
  and go adds one after the other. If too many of them wait, the feed is stale: nothing
  waits in it any more, and the browser gets a new list of all known chargers.
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
    """What one browser has not been told. It is stale until it begins.

    Args:
        watched: The identity of the charger whose frames it shows; None: it shows none.
        settings: How much may wait.

    Attributes:
        changed: The identities of the known chargers that have changed, the earliest
            first.
        forgotten: The identities of the chargers that are no longer known, likewise.
        refusals: Whether somebody was turned away.
        frames: The frames that wait.
        missed: How many frames were dropped since they were last taken.
        stale: Whether it has to begin anew, as more has changed than may wait.
        ended: Whether nothing will follow.
    """

    def __init__(self, watched: str | None, settings: ConsoleSettings) -> None:
        self.watched: Final = watched
        self.changed: dict[str, None] = {}  # ordered sets, both
        self.forgotten: dict[str, None] = {}
        self.refusals = False
        self.frames: deque[Frame] = deque()
        self.missed = 0
        self.stale = True
        self.ended = False
        self._settings = settings
        self._characters = 0
        self._last = 0  # the number of the last frame that was taken
        self._more = asyncio.Event()

    def begin(self, known: Iterable[str], frames: Iterable[Frame]) -> None:
        """Begin, or begin anew: everything that is known waits to be told.

        Args:
            known: The identities of all chargers.
            frames: The frames that are kept of the one whose frames it shows.
        """
        self.stale = False
        self.changed = dict.fromkeys(known)
        self.refusals = True
        for frame in frames:
            self.put(frame)
        # A page that has just been opened misses none of those that are not kept.
        told = self._last
        waiting = self.frames[0].number if self.frames else told + 1
        self.missed = max(0, waiting - 1 - told) if told else 0

    def touch(self, identity: str) -> None:
        """Note that a charger has changed."""
        if not self.stale:  # or else it is in the list with which the feed begins
            self.forgotten.pop(identity, None)
            self.changed[identity] = None
        self._more.set()

    def forget(self, identity: str) -> None:
        """Note that a charger is no longer known."""
        if identity == self.watched:  # if it comes back, its frames are counted anew
            self._last = 0
            self._clear_frames()
        if not self.stale:
            self.changed.pop(identity, None)
            self.forgotten[identity] = None
            if len(self.forgotten) > self._settings.gone:
                self._drop()
        self._more.set()

    def touch_refusals(self) -> None:
        """Note that somebody was turned away."""
        self.refusals = True
        self._more.set()

    def put(self, frame: Frame) -> None:
        """Add a frame of the charger that the browser looks at."""
        if not self.stale:
            self.frames.append(frame)
            self._characters += len(frame.text)
            while self._is_full() and len(self.frames) > 1:
                self._characters -= len(self.frames.popleft().text)
                self.missed += 1
        self._more.set()

    def end(self) -> None:
        """Let nothing follow."""
        self.ended = True
        self._more.set()

    def take_changed(self, most: int) -> list[str]:
        """Take the identities of chargers that have changed, so many at most."""
        return _take(self.changed, most)

    def take_forgotten(self, most: int) -> list[str]:
        """Take the identities of chargers that were forgotten, so many at most."""
        return _take(self.forgotten, most)

    def take_refusals(self) -> bool:
        """Tell whether somebody was turned away since this was last asked."""
        found, self.refusals = self.refusals, False
        return found

    def take_frames(self) -> tuple[list[Frame], int]:
        """Take the frames that wait, and how many were dropped before them."""
        taken, missed = list(self.frames), self.missed
        if taken:
            self._last = taken[-1].number
        self._clear_frames()
        return taken, missed

    async def wait(self) -> None:
        """Wait until there is something to tell."""
        waits = (self.changed, self.forgotten, self.frames, self.refusals)
        if not (self.stale or self.ended or any(waits)):
            self._more.clear()
            await self._more.wait()

    def _is_full(self) -> bool:
        settings = self._settings
        return (
            len(self.frames) > settings.waiting
            or self._characters > settings.waiting_characters
        )

    def _drop(self) -> None:
        """Let nothing wait, until the feed begins anew."""
        self.stale = True
        self.changed.clear()
        self.forgotten.clear()
        self._clear_frames()

    def _clear_frames(self) -> None:
        self.frames.clear()
        self._characters = 0
        self.missed = 0


def _take(identities: dict[str, None], most: int) -> list[str]:
    taken = list(identities)[:most]
    for identity in taken:
        del identities[identity]
    return taken


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
    def follow(self, watched: str | None) -> Generator[Feed]:
        """Open the feed of a browser, as long as the block lasts; see `Feed`.

        It has ended already if there is no room by now: others may have come since the
        browser was let in.
        """
        feed = Feed(watched, self._settings)
        if self.full:
            feed.end()
        else:
            self._open.add(feed)
        try:
            yield feed
        finally:
            self._open.discard(feed)

    def touch(self, identity: str) -> None:
        """Note that a charger has changed."""
        for feed in self._open:
            feed.touch(identity)

    def forget(self, identity: str) -> None:
        """Note that a charger is no longer known."""
        for feed in self._open:
            feed.forget(identity)

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
