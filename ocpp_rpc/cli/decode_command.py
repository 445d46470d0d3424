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
            help="What --save has written, or one frame a line; -: standard input.",
        ),
    ],
    version: Annotated[
        str | None,
        typer.Option(
            metavar="VERSION",
            callback=check_version,
            help="The version of OCPP, if the file does not tell.",
        ),
    ] = None,
) -> None:
    """Show the frames in a file, with what is wrong with them.

    Each payload is checked against the schema of its version, and each reply stands
    with the action of its call and the time it took.

    Exit codes: 0 nothing is wrong; 1 something is; 2 wrong use.
    """
    if not decoding.run(new_screen(), file, version):
        raise typer.Exit(1)
