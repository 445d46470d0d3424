"""Updates browsers by server-sent events (HTML standard §9.2).

The first message tells the browser to forget its state; each further message contains
the changes since the one before. A browser that was away or asleep therefore gets the
whole state by reconnecting. If too much waits for a slow browser, the stream begins
again with such a first message. A message with `more` lacks some of the changed
chargers, which follow in the next one. An empty message shows that the console is
alive.

The number and the time of a frame identify it, because the numbers begin with 1 again
if the console was restarted, or had forgotten the charger.
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
"""The greatest number of chargers in one message; the others follow in the next."""

_KEEP_ALIVE: Final = 15.0
"""The seconds without changes after which an empty message is sent.

The page regards a console as lost if it is silent for longer, and browsers do not pass
comments on to the page. Sending also detects browsers that have gone.
"""


async def events(
    watch: Watch, watched: str | None, settings: ConsoleSettings
) -> AsyncGenerator[str]:
    """Iterate over the events for one browser, until the console ends.

    Args:
        watch: The state of the chargers.
        watched: The identity of the charger whose frames to send; None sends no frames.
        settings: How often to update the browser.
    """
    with watch.feeds.follow(watched) as feed:
        while True:
            heard = await _something(feed)
            if feed.ended:
                return
            if feed.stale:
                # The feed has begun, so changes during the writing of this message wait
                # in it.
                charger = watch.charger(watched)
                feed.begin(watch.chargers, () if charger is None else charger.frames)
                yield _event({"reset": True})
            elif heard:
                yield _event(_news(watch, feed))
                # Changes during this pause are sent together.
                await asyncio.sleep(1 / settings.per_second)
            else:
                yield _event({})


async def _something(feed: Feed) -> bool:
    """Wait for a change; return False after `_KEEP_ALIVE` without one."""
    try:
        async with asyncio.timeout(_KEEP_ALIVE):
            await feed.wait()
    except TimeoutError:
        return False
    return True


def _event(content: dict[str, Any]) -> str:
    # As ASCII, because texts of chargers may contain characters that UTF-8 cannot.
    return f"data: {json.dumps(content, separators=(',', ':'))}\n\n"


def _news(watch: Watch, feed: Feed) -> dict[str, Any]:
    """Return the changes that a browser has not received yet."""
    changed = feed.take_changed(_PAGE)
    news: dict[str, Any] = {
        "chargers": [watch.chargers[each].row() for each in changed],
        "forgotten": feed.take_forgotten(_PAGE),
        "more": bool(feed.changed),
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
