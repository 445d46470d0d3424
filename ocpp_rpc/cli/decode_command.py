"""The command `decode` and its options."""

from __future__ import annotations

from typing import Annotated

import typer

from . import decode as decoding
from .lazy import new_app
from .options import check_version
from .running import new_screen

__all__ = ["app", "decode"]

app = new_app()


@app.command()
def decode(
    file: Annotated[
        typer.FileText,
        typer.Argument(
            metavar="FILE",
            encoding="utf-8",
            errors="replace",
            help="A file that --save wrote, or one with a frame in each line; - reads "
            "standard input.",
        ),
    ],
    version: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            callback=check_version,
            help="The version of OCPP, for a file that does not name it.",
        ),
    ] = None,
) -> None:
    """Show the frames in a file, and report the faults in them.

    Each payload is checked against the schema of its version. Each reply is shown with
    the action of its call and the time it took.

    Exit codes: 0 no faults; 1 at least one fault; 2 wrong usage.
    """
    if not decoding.run(new_screen(), file, version):
        raise typer.Exit(1)
