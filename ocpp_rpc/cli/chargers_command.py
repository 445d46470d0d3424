"""The command `chargers` and its options."""

from __future__ import annotations

from typing import Annotated

import typer

from . import listing
from .engine import Engine
from .fleet_options import reaching
from .lazy import new_app
from .running import INTERRUPTED, new_console, run_in_loop

__all__ = ["app", "chargers"]

app = new_app()


@app.command()
@reaching
def chargers(
    *,
    prefix: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="Show only chargers whose identity begins with this text.",
        ),
    ] = "",
    once: Annotated[
        bool, typer.Option("--once", help="Show the connected chargers, and exit.")
    ] = False,
    engine: Engine,
) -> None:
    """Show the connected chargers of a fleet, and follow connects and disconnects.

    On a terminal, a table is kept up to date, with the latest change first. Elsewhere,
    a line is printed for each connected charger, then for each connect or disconnect:
    the change, identity, version and node, separated by tabs; --once leaves out the
    change. Ctrl-C ends it.

    Exit codes: 0 ended by Ctrl-C, or all chargers shown; 1 the fleet cannot be reached,
    or with --once a node does not answer; 2 wrong usage.
    """
    command = listing.run(new_console(), engine, prefix, once=once)
    run_in_loop(command, interrupted=INTERRUPTED if once else 0)
