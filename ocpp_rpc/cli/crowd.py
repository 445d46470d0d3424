"""The command `charge-point --count`: many chargers, and figures in place of frames."""

from __future__ import annotations

import asyncio
import time
from typing import Final

import typer
from rich import box
from rich.console import Console
from rich.table import Table

import ocpp_rpc
from ocpp_rpc.simulator import Failure, Tally, Times, run_crowd
from ocpp_rpc.station.connecting import Connecting

from .calling import as_json
from .charge_point import Plan
from .crowd_options import Load
from .saving import saving
from .screen import Screen
from .terminal import Terminal

__all__ = ["run"]

PROGRESS: Final = 5.0
"""The seconds between two lines that tell how it goes."""


async def run(
    screen: Screen,
    pattern: str,
    plan: Plan,
    load: Load,
    *,
    back_off: ocpp_rpc.BackOff | None = None,
) -> None:
    """Let many chargers follow a plan, and show a summary.

    A charger that cannot connect, or loses its connection, tries again and starts anew.

    Args:
        screen: The screen for the progress and the summary; a summary in JSON goes to
            standard output.
        pattern: The format of the identities, for the numbers from 1 on.
        plan: The plan of each charger.
        load: The number of chargers, and the times of their start and end.
        back_off: The waits between attempts to connect.

    Raises:
        Failure: There was a fault, see `Tally.faults`.
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

        telling = asyncio.create_task(_tell(screen, tally, load.count))
        try:
            await run_crowd(
                [pattern.format(number + 1) for number in range(load.count)],
                connecting,
                session,
                tally,
                spread=load.spread,
                repeat=load.repeat,
                duration=load.duration,
                ramp_down=load.ramp_down,
                pauses=plan.pauses,
                ask=Terminal(nowhere).ask,
                id_tag=plan.id_tag,
            )
        finally:
            telling.cancel()
            _sum_up(screen, tally, load, time.monotonic() - begin)
    if tally.faults:
        faults = ", ".join(f"{kind}: {count}" for kind, count in tally.faults.items())
        raise Failure(f"{load.count} chargers; {faults}")


def _sum_up(screen: Screen, tally: Tally, load: Load, seconds: float) -> None:
    """Show how it went."""
    if load.as_json:
        of_command = {"chargers": load.count, "seconds": round(seconds, 3)}
        typer.echo(as_json(of_command | tally.summary()))
        return
    screen.show(_table(tally))
    for remark in tally.remarks():
        screen.say(remark)
    screen.say(f"{seconds:.1f} s")


async def _tell(screen: Screen, tally: Tally, count: int) -> None:
    """Tell every now and then how it goes."""
    begin = time.monotonic()
    while True:
        await asyncio.sleep(PROGRESS)
        screen.say(f"{time.monotonic() - begin:4.0f} s: {tally.progress(count)}")


def _table(tally: Tally) -> Table:
    """Return how long it took to connect, and how the calls went, by action."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("call")
    for name in ("number", "errors", "median", "90 %", "99 %", "longest"):
        table.add_column(name, justify="right")
    table.add_row("(connecting)", "", "", *_cells(tally.connecting()))
    for action, figures in (*tally.by_action().items(), ("all", tally.total())):
        numbers = str(figures.calls), str(figures.errors)
        table.add_row(action, *numbers, *_cells(figures))
    return table


def _cells(times: Times) -> list[str]:
    shown = (
        times.median,
        times.percentile_90,
        times.percentile_99,
        times.longest,
    )
    return ["" if time is None else f"{1000 * time:.1f} ms" for time in shown]
