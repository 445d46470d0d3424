"""The command `call` and its options."""

from __future__ import annotations

import json
import sys
from typing import Annotated, Any, Final

import typer

from ocpp_rpc import CallTimeout, ConnectionClosed, OcppRpcError
from ocpp_rpc.lines import printable

from . import calling
from .calling import Limits
from .engine import Engine
from .fleet_options import reaching
from .lazy import new_app
from .running import checked_identity, run_in_loop, seconds_of

__all__ = ["app", "call"]

app = new_app()

MAYBE: Final = 3
"""The exit code for a call that may have been carried out."""


@app.command()
@reaching
def call(  # noqa: PLR0913 - a parameter for each option
    identity: Annotated[
        str,
        typer.Argument(
            metavar="IDENTITY", callback=checked_identity, help="Who is called."
        ),
    ],
    action: Annotated[
        str, typer.Argument(metavar="ACTION", help="What is asked, such as Reset.")
    ],
    payload: Annotated[
        str,
        typer.Argument(
            metavar="PAYLOAD", help="The payload, as JSON; -: from standard input."
        ),
    ] = "{}",
    *,
    engine: Engine,
    timeout: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="How long the reply may take once the call is sent, such as 500ms, "
            "30s or 2m. Without it, the node decides.",
        ),
    ] = None,
    total_timeout: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="How long everything may take."),
    ] = None,
    wait: Annotated[
        str | None,
        typer.Option(
            metavar="TIME", help="How long to wait for a charger that is not connected."
        ),
    ] = None,
) -> None:
    """Call a charger of a fleet, wherever it is connected, and print its response.

    The version of OCPP is the one that the charger speaks. The response is JSON, in a
    line. If a charger refuses, as by Rejected, that is a response, too.

    Exit codes: 0 the charger has responded; 1 it has not, or with an error; 2 wrong
    use; 3 it may have carried out the call, but its response did not come.
    """
    limits = Limits(
        reply=... if timeout is None else seconds_of(timeout),
        total=_optional(total_timeout),
        wait=_optional(wait),
    )
    value = _payload(payload)
    try:
        response = run_in_loop(calling.run(engine, identity, action, value, limits))
    except (CallTimeout, ConnectionClosed) as error:
        if not error.sent:
            raise
        _complain(error)
        raise typer.Exit(MAYBE) from None
    typer.echo(response)


def _optional(text: str | None) -> float | None:
    return None if text is None else seconds_of(text)


def _payload(text: str) -> Any:
    """Return the payload as a value of JSON. A complaint does not repeat it."""
    if text == "-":
        text = sys.stdin.read()
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise typer.BadParameter("it is no JSON", param_hint="'PAYLOAD'") from None


def _complain(error: OcppRpcError) -> None:
    typer.echo(f"error: {printable(str(error))}", err=True)
