"""The command `relay` and its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import relaying
from .lazy import new_app
from .office_options import securing
from .office_security import OfficeOptions, office_security
from .options import (
    ALL_VERSIONS,
    ClientKey,
    Host,
    Port,
    Save,
    Transport,
    Uvloop,
    Versions,
    check_url,
)
from .running import checked, file_option, new_screen, run_in_loop, uvloop_factory

__all__ = ["app", "relay"]

app = new_app()


@app.command()
@securing
def relay(  # noqa: PLR0913 - a parameter for each option
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            callback=check_url,
            help="The URL of the central system, such as wss://office.example/ocpp. "
            "The identity of each charger is appended.",
        ),
    ],
    *,
    host: Host = "127.0.0.1",
    port: Port = 9000,
    versions: Versions = ALL_VERSIONS,
    office: OfficeOptions,
    ca: Annotated[
        Path | None,
        file_option(
            "For a central system at wss://: a PEM file of the only root certificates "
            "to trust."
        ),
    ] = None,
    client_cert: Annotated[
        Path | None,
        file_option(
            "For a central system with profile 3: the certificate that the relay "
            "presents for all chargers, in PEM. By default, the relay passes on the "
            "passwords of the chargers."
        ),
    ] = None,
    client_key: ClientKey = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="The proxy to the central system: http://, or a SOCKS scheme such as "
            "socks5://. Needs an extra.",
        ),
    ] = None,
    copies: Annotated[
        list[str] | None,
        typer.Option(
            "--copy",
            metavar="URL",
            help="A further central system, which receives copies of the calls of "
            "chargers; may be repeated.",
        ),
    ] = None,
    hold: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=0,
            help="How long to keep a charger connected while the relay reconnects to "
            "its central system.",
        ),
    ] = 0.0,
    save: Save = None,
    transport: Transport = "websockets",
    uvloop: Uvloop = False,
) -> None:
    """Relay chargers to a central system, and show every frame that passes.

    Each charger has its own connection to the central system, with the path and the
    password of the charger and the version that the central system chooses. --profile
    and its options set how chargers authenticate to the relay; they have to unless the
    relay listens on this machine only. Ctrl-C ends it.

    Exit codes: 0 ended by Ctrl-C; 1 it cannot listen or save; 2 wrong usage.
    """
    with checked():
        security = office_security(host, office)
        upstream = relaying.upstream_of(
            relaying.UpstreamOptions(
                url=url,
                ca=ca,
                client_cert=client_cert,
                client_key=client_key,
                proxy=proxy,
            )
        )
    others = [check_url(each) for each in copies or ()]
    new_loop = uvloop_factory() if uvloop else None
    run_in_loop(
        relaying.run(
            new_screen(),
            upstream,
            host,
            port,
            versions=versions.split(","),
            transport=transport,
            security=security,
            copies=others,
            hold=hold,
            save=save,
        ),
        new_loop,
        interrupted=0,
    )
