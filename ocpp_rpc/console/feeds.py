"""Feeds: the changes that each browser has not received yet, in bounded memory.

A feed stores which chargers have changed, not the changes. A slow browser reads the
newest state, so there is at most one entry for each charger. Two further lists are
bounded:

* The waiting frames of the charger that the browser shows. Beyond a number of frames
  and of characters, the oldest are dropped and counted.
* The chargers that the console has forgotten, which are many if new identities keep
  connecting and leaving. If too many of them wait, the feed becomes stale: it is
  emptied, and the browser gets a new list of all known chargers.
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
    """The changes that one browser has not received yet. A new feed is stale.

    Args:
        watched: The identity of the charger whose frames the browser shows; None if it
            shows no frames.
        settings: How much may wait.

    Attributes:
        changed: The identities of the known chargers that have changed, the earliest
            first.
        forgotten: The identities of the chargers that are no longer known, the earliest
            first.
        refusals: Whether a client was refused.
        frames: The waiting frames.
        missed: The number of frames that were dropped since frames were last taken.
        stale: Whether the feed has to begin again with all chargers, because it is new
            or because more has changed than may wait.
        ended: Whether the feed has ended.
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
        self._last = 0  # the number of the last frame taken
        self._more = asyncio.Event()

    def begin(self, known: Iterable[str], frames: Iterable[Frame]) -> None:
        """Begin, or begin again, with everything that is known.

        Args:
            known: The identities of all chargers.
            frames: The kept frames of the charger whose frames the browser shows.
        """
        self.stale = False
        self.changed = dict.fromkeys(known)
        self.refusals = True
        for frame in frames:
            self.put(frame)
        # For a new page, frames that are no longer kept do not count as missed.
        told = self._last
        waiting = self.frames[0].number if self.frames else told + 1
        self.missed = max(0, waiting - 1 - told) if told else 0

    def touch(self, identity: str) -> None:
        """Note that a charger has changed."""
        if not self.stale:  # otherwise, the list at its beginning contains the charger
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
        """Note that a client was refused."""
        self.refusals = True
        self._more.set()

    def put(self, frame: Frame) -> None:
        """Add a frame of the charger that the browser shows."""
        if not self.stale:
            self.frames.append(frame)
            self._characters += len(frame.text)
            while self._is_full() and len(self.frames) > 1:
                self._characters -= len(self.frames.popleft().text)
                self.missed += 1
        self._more.set()

    def end(self) -> None:
        """End the feed."""
        self.ended = True
        self._more.set()

    def take_changed(self, most: int) -> list[str]:
        """Take the identities of at most `most` changed chargers."""
        return _take(self.changed, most)

    def take_forgotten(self, most: int) -> list[str]:
        """Take the identities of at most `most` forgotten chargers."""
        return _take(self.forgotten, most)

    def take_refusals(self) -> bool:
        """Tell whether a client was refused since the last call."""
        found, self.refusals = self.refusals, False
        return found

    def take_frames(self) -> tuple[list[Frame], int]:
        """Take the waiting frames, and the number of frames dropped before them."""
        taken, missed = list(self.frames), self.missed
        if taken:
            self._last = taken[-1].number
        self._clear_frames()
        return taken, missed

    async def wait(self) -> None:
        """Wait until something has changed."""
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
        """Empty the feed, until it begins again."""
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
    """The feeds of all browsers.

    Args:
        settings: How many browsers there may be, and how much may wait for each.
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
        """Open the feed of a browser for the duration of a `with` block; see `Feed`.

        The feed has already ended if there is no room by now, because others may have
        connected since the browser was accepted.
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
        """Note that a client was refused."""
        for feed in self._open:
            feed.touch_refusals()

    def put(self, identity: str, frame: Frame) -> None:
        """Add a frame of a charger."""
        for feed in self._open:
            if feed.watched == identity:
                feed.put(frame)

    def end(self) -> None:
        """End all feeds, and open no further feed."""
        self._ended = True
        for feed in self._open:
            feed.end()
