"""The command `charge-point --count`: many chargers, and figures in place of frames."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from typing import Final

from rich import box
from rich.console import Console
from rich.table import Table

import ocpp_rpc
from ocpp_rpc.simulator import Failure, Figures, Tally, run_crowd
from ocpp_rpc.station.connecting import Connecting

from .charge_point import Plan
from .saving import saving
from .screen import Screen
from .terminal import Terminal

__all__ = ["run"]

PROGRESS: Final = 5.0
"""The seconds between two lines that tell how it goes."""


async def run(  # noqa: PLR0913
    screen: Screen,
    pattern: str,
    plan: Plan,
    *,
    count: int,
    spread: float,
    back_off: ocpp_rpc.BackOff | None = None,
) -> None:
    """Let many chargers do what is planned, and tell how it went.

    A charger that loses its connection, or gets none, tries again, and begins anew.

    Args:
        screen: Where the progress and a summary are shown.
        pattern: The identities: a format of the numbers from 1 on.
        plan: What each charger does.
        count: How many there are.
        spread: The seconds in which they begin, one after the other.
        back_off: How long they wait between attempts to connect.

    Raises:
        Failure: Something did not go as planned.
        MissingDependency: The extra for the WebSocket library is not installed.
    """
    # The frames and questions of so many chargers would be no use on one screen.
    nowhere = Screen(Console(quiet=True))
    session, tally = plan.session(nowhere), Tally()
    begin = time.monotonic()
    with saving(plan.save, tally.observe) as observer:
        settings = ocpp_rpc.Settings(observer=observer)

        def connecting(identity: str) -> Connecting:
            waits = back_off or ocpp_rpc.BackOff()
            return plan.connecting(identity, settings, waits, tally.retry)

        telling = asyncio.create_task(_tell(screen, tally, count))
        try:
            await run_crowd(
                [pattern.format(number + 1) for number in range(count)],
                connecting,
                session,
                tally,
                spread=spread,
                ask=Terminal(nowhere).ask,
                id_tag=plan.id_tag,
            )
        finally:
            telling.cancel()
            screen.show(_table(tally))
            for remark in tally.remarks():
                screen.say(remark)
            screen.say(f"{time.monotonic() - begin:.1f} s")
    if tally.failed:
        raise Failure(f"{tally.failed.total()} of {count} chargers gave up")


async def _tell(screen: Screen, tally: Tally, count: int) -> None:
    """Tell every now and then how it goes."""
    begin = time.monotonic()
    while True:
        await asyncio.sleep(PROGRESS)
        screen.say(f"{time.monotonic() - begin:4.0f} s: {tally.progress(count)}")


def _table(tally: Tally) -> Table:
    """Return how the calls went, by action."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("call")
    for name in ("number", "errors", "median", "95 %", "longest"):
        table.add_column(name, justify="right")
    for action, figures in tally.by_action().items():
        table.add_row(action, *_row(figures))
    table.add_row("all", *_row(tally.total()))
    return table


def _row(figures: Figures) -> Sequence[str]:
    times = figures.median, figures.percentile_95, figures.longest
    return (
        str(figures.calls),
        str(figures.errors),
        *("" if time is None else f"{1000 * time:.1f} ms" for time in times),
    )
