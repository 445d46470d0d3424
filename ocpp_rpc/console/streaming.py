"""What a browser is told, as server-sent events (HTML standard §9.2).

The first message says that the browser is to forget what it knows; the others have what
has changed since the one before. So a browser that was away, or slept, needs no more
than to connect again, and has the whole state.
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
"""After how many seconds without news a comment is sent, which finds who is gone."""


async def events(
    watch: Watch, watched: str | None, settings: ConsoleSettings
) -> AsyncGenerator[str]:
    """Iterate over the events for one browser, until the console ends.

    Args:
        watch: What is known.
        watched: The identity of the charger whose frames are wanted; None: of none.
        settings: How often something is told.
    """
    with watch.feeds.follow(watched, watch.chargers) as feed:
        if watched is not None and watched in watch.chargers:
            for frame in watch.chargers[watched].frames:
                feed.put(frame)
            feed.missed = 0  # they are those that are kept, and a page has enough
        yield _event({"reset": True})
        while True:
            try:
                async with asyncio.timeout(_KEEP_ALIVE):
                    await feed.wait()
            except TimeoutError:
                yield ": nothing new\n\n"
                continue
            if feed.ended:
                return
            yield _event(_news(watch, feed))
            # What happens meanwhile is told together.
            await asyncio.sleep(1 / settings.per_second)


def _event(content: dict[str, Any]) -> str:
    # As ASCII, since a text of a charger may hold what UTF-8 cannot.
    return f"data: {json.dumps(content, separators=(',', ':'))}\n\n"


def _news(watch: Watch, feed: Feed) -> dict[str, Any]:
    """Return what a browser has not been told."""
    news: dict[str, Any] = {}
    changed = feed.take_changed(_PAGE)
    known = watch.chargers
    news["chargers"] = [known[each].row() for each in changed if each in known]
    news["forgotten"] = [each for each in changed if each not in known]
    if feed.watched in changed and feed.watched in known:
        news["detail"] = known[feed.watched].detail()
    if feed.take_refusals():
        news["refusals"] = list(watch.refusals)
    frames, news["missed"] = feed.take_frames()
    news["frames"] = [frame.shown() for frame in frames]
    return {name: value for name, value in news.items() if value}
