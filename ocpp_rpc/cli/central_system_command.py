"""The command `central-system` and its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import central_system as central_systems
from .engine import Membership
from .fleet_options import joining
from .lazy import new_app
from .office_options import securing
from .office_security import OfficeOptions, office_security
from .options import (
    ALL_VERSIONS,
    Host,
    Port,
    Save,
    Transport,
    Uvloop,
    Versions,
    check_host,
)
from .page import page_of
from .running import (
    checked,
    file_option,
    new_screen,
    run_in_loop,
    seconds_of,
    uvloop_factory,
)

__all__ = ["app", "central_system"]

app = new_app()


@app.command()
@securing
@joining
def central_system(  # noqa: PLR0913 - a parameter for each option
    *,
    host: Host = "127.0.0.1",
    port: Port = 9000,
    versions: Versions = ALL_VERSIONS,
    office: OfficeOptions,
    save: Save = None,
    interactive: Annotated[
        bool,
        typer.Option(
            "--interactive", help="Send the calls that you type, until `exit`."
        ),
    ] = False,
    page: Annotated[
        int | None,
        typer.Option(
            metavar="PORT",
            min=0,
            max=65535,
            help="Serve a browser console on this port, which shows the connected "
            "chargers and their frames and has forms to call them. Needs an extra.",
        ),
    ] = None,
    page_host: Annotated[
        str,
        typer.Option(
            metavar="HOST",
            callback=check_host,
            help="The host that the console listens on. Any host but this machine "
            "requires --page-password-file.",
        ),
    ] = "127.0.0.1",
    page_password_file: Annotated[
        Path | None,
        file_option("A file with the password of the console in one line."),
    ] = None,
    transport: Transport = "websockets",
    uvloop: Uvloop = False,
    member: Membership | None,
    close_over: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="Spread the disconnection of the chargers at shutdown over this time, "
            "such as 60s, with close code 1012. With --fleet, it replaces --drain.",
        ),
    ] = None,
) -> None:
    """Run a central system that serves every charger the security profile admits.

    To listen on a host other than this machine, give --profile. The central system
    accepts all chargers that it admits, all tags and all transactions, reads the
    configuration of a charger that boots, and shows every frame and every refused
    connection. Ctrl-C ends it.

    With --page, a console in the browser shows the connected chargers and their frames,
    and sends any request.

    With --fleet, it is a node of a fleet: `ocpp-rpc call` and `ocpp-rpc chargers` reach
    its chargers. On Ctrl-C or SIGTERM it disconnects these at the rate of --drain, so
    that they reconnect to other nodes, and then ends; a second signal ends it at once.
    --close-over spreads the disconnection in the same way without a fleet.

    Exit codes: 0 ended by Ctrl-C; 1 it cannot listen or save; 2 wrong usage.
    """
    with checked():
        security = office_security(host, office)
        console = page_of(page, page_host, page_password_file)
        if interactive and (member is not None or close_over is not None):
            raise ValueError(
                "--interactive cannot be combined with --fleet or --close-over"
            )
    new_loop = uvloop_factory() if uvloop else None
    run_in_loop(
        central_systems.run(
            new_screen(),
            host,
            port,
            versions=versions.split(","),
            transport=transport,
            security=security,
            save=save,
            member=member,
            page=console,
            interactive=interactive,
            close_over=None if close_over is None else seconds_of(close_over),
        ),
        new_loop,
        interrupted=0,
    )
