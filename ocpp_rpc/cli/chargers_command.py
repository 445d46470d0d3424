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
    engine: Engine,
    prefix: Annotated[
        str,
        typer.Option(metavar="TEXT", help="Only those whose identities begin so."),
    ] = "",
    once: Annotated[
        bool, typer.Option("--once", help="Show who is connected now, and end.")
    ] = False,
) -> None:
    """Show which chargers of a fleet are connected, and who comes or goes.

    On a terminal it is a table that follows what happens, the latest first. Elsewhere
    there is a line for each charger that is connected, then for each that comes or
    goes: what happened, identity, version and node, with tabs between them; with
    --once without the first of these. Ctrl-C ends it.

    Exit codes: 0 ended by Ctrl-C, or all shown; 1 the fleet cannot be reached, or with
    --once a node does not answer; 2 wrong use.
    """
    command = listing.run(new_console(), engine, prefix, once=once)
    run_in_loop(command, interrupted=INTERRUPTED if once else 0)
