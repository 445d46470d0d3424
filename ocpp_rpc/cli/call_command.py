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
            metavar="IDENTITY",
            callback=checked_identity,
            help="The identity of the charger to call.",
        ),
    ],
    action: Annotated[
        str, typer.Argument(metavar="ACTION", help="The action to call, such as Reset.")
    ],
    payload: Annotated[
        str,
        typer.Argument(
            metavar="PAYLOAD",
            help="The payload of the call as JSON; - reads standard input.",
        ),
    ] = "{}",
    *,
    timeout: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="The longest time from sending the call to the reply, such as 500ms, "
            "30s or 2m. By default, the limit of the charger's node applies.",
        ),
    ] = None,
    total_timeout: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="The longest time for the whole command, --wait included. By default, "
            "only the other two limits apply.",
        ),
    ] = None,
    wait: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="How long to wait for a charger that is not connected. By default, "
            "the command fails at once.",
        ),
    ] = None,
    engine: Engine,
) -> None:
    """Call a charger of a fleet, wherever it is connected, and print its response.

    The action and the payload have to fit the version of OCPP that the charger speaks.
    The response is printed as JSON in one line. A status such as Rejected is an
    ordinary response.

    Exit codes: 0 the charger sent a response; 1 the call was not delivered, or the
    charger answered with an error; 2 wrong usage; 3 the call was sent but no response
    arrived, so the charger may have carried it out.
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
        raise typer.BadParameter("not valid JSON", param_hint="'PAYLOAD'") from None


def _complain(error: OcppRpcError) -> None:
    typer.echo(f"error: {printable(str(error))}", err=True)
