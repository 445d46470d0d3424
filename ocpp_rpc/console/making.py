"""Makes the application of a console, which needs an extra."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from ocpp_rpc.errors import MissingDependency

from .sending import Forms, Reach
from .settings import ConsoleSettings
from .watching import Watch

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["make"]


def make(
    watch: Watch, reach: Reach, send: Container[str], settings: ConsoleSettings
) -> Starlette:
    """Return the application of a console.

    Args:
        watch: The state of the chargers.
        reach: A function that finds a charger.
        send: The actions that may be sent to chargers.
        settings: How much the console keeps, and how often it updates browsers.

    Raises:
        MissingDependency: The extra `console` is not installed.
    """
    try:
        from .web import application  # noqa: PLC0415 - needs an extra
    except ModuleNotFoundError as error:
        raise MissingDependency("console") from error
    made = application(watch, Forms(reach, send, settings.call_timeout), settings)
    made.state.end = watch.feeds.end
    return made
