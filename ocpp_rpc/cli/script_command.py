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
            help=f"One of {', '.join(READY_MADE)}.",
            autocompletion=lambda: list(READY_MADE),
        ),
    ],
) -> None:
    """Print a ready-made script, to be copied and changed.

    Exit codes: 0 there it is; 1 there is no such script; 2 wrong use.
    """
    typer.echo(find_script(name).read_text(encoding="utf-8"), nl=False)
