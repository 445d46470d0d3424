"""What a browser is told, as server-sent events (HTML standard §9.2).

The first message says that the browser is to forget what it knows; the others have what
has changed since the one before. So a browser that was away, or slept, needs no more
than to connect again, and has the whole state. If too much waits for a browser that
reads late, the same begins anew within the stream. A message may be empty: it says that
the console is still there.

A frame is known by its number and its time: the numbers begin with 1 again if the
console has begun anew, or had forgotten the charger.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator
from typing import Any, Final

from .feeds import Feed
from .settings import ConsoleSettings
from .watching import Watch

__all__ = ["events"]

_PAGE: Final = 500
"""How many chargers a message has at most; the others follow in the next one."""

_KEEP_ALIVE: Final = 15.0
"""After how many seconds without news an empty message is sent.

The page takes a console for lost that it does not hear of for longer, and a comment
would not be passed on to it. What is sent also finds who is gone.
"""


async def events(
    watch: Watch, watched: str | None, settings: ConsoleSettings
) -> AsyncGenerator[str]:
    """Iterate over the events for one browser, until the console ends.

    Args:
        watch: What is known.
        watched: The identity of the charger whose frames are wanted; None: of none.
        settings: How often something is told.
    """
    with watch.feeds.follow(watched) as feed:
        while True:
            heard = await _something(feed)
            if feed.ended:
                return
            if feed.stale:
                # What changes while this message is written waits in the feed, which
                # has begun before.
                charger = watch.charger(watched)
                feed.begin(watch.chargers, () if charger is None else charger.frames)
                yield _event({"reset": True})
            elif heard:
                yield _event(_news(watch, feed))
                # What happens meanwhile is told together.
                await asyncio.sleep(1 / settings.per_second)
            else:
                yield _event({})


async def _something(feed: Feed) -> bool:
    """Wait until there is something to tell; False: there was nothing for long."""
    try:
        async with asyncio.timeout(_KEEP_ALIVE):
            await feed.wait()
    except TimeoutError:
        return False
    return True


def _event(content: dict[str, Any]) -> str:
    # As ASCII, since a text of a charger may hold what UTF-8 cannot.
    return f"data: {json.dumps(content, separators=(',', ':'))}\n\n"


def _news(watch: Watch, feed: Feed) -> dict[str, Any]:
    """Return what a browser has not been told."""
    changed = feed.take_changed(_PAGE)
    news: dict[str, Any] = {
        "chargers": [watch.chargers[each].row() for each in changed],
        "forgotten": feed.take_forgotten(_PAGE),
    }
    if feed.take_refusals():
        news["refusals"] = list(watch.refusals)
    watched = watch.charger(feed.watched)
    if watched is not None:
        if watched.identity in changed:
            news["detail"] = watched.detail()
        frames, news["missed"] = feed.take_frames()
        news["frames"] = [frame.shown() for frame in frames]
    return {name: value for name, value in news.items() if value}
