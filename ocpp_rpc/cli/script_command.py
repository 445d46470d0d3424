"""The command `script`."""

from __future__ import annotations

from typing import Annotated

import typer

from ocpp_rpc.simulator import READY_MADE, find_script

from .lazy import new_app

__all__ = ["app", "show_script"]

app = new_app()


@app.command()
def show_script(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help=f"The name of the script: one of {', '.join(READY_MADE)}.",
            autocompletion=lambda: list(READY_MADE),
        ),
    ],
) -> None:
    """Print a ready-made script, as a starting point for your own.

    Exit codes: 0 the script is printed; 1 no script has this name; 2 wrong usage.
    """
    typer.echo(find_script(name).read_text(encoding="utf-8"), nl=False)
