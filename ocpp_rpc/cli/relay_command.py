"""The command `relay` and its options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import relaying
from .lazy import new_app
from .office_security import OfficeOptions, office_security
from .options import (
    ALL_VERSIONS,
    Certs,
    ClientCa,
    Crls,
    Host,
    Keys,
    OfficePassword,
    Organization,
    PasswordsFile,
    Port,
    Profile,
    Save,
    Serials,
    Transport,
    Uvloop,
    Versions,
    check_url,
)
from .running import checked, file_option, new_screen, run_in_loop, uvloop_factory

__all__ = ["app", "relay"]

app = new_app()


@app.command()
def relay(  # noqa: PLR0913, PLR0917 - a parameter for each option
    url: Annotated[
        str,
        typer.Argument(
            metavar="URL",
            callback=check_url,
            help="The central system, such as wss://office.example/ocpp. The identity "
            "of each charger is appended.",
        ),
    ],
    host: Host = "127.0.0.1",
    port: Port = 9000,
    versions: Versions = ALL_VERSIONS,
    profile: Profile = None,
    password: OfficePassword = None,
    password_file: PasswordsFile = None,
    certs: Certs = None,
    keys: Keys = None,
    client_ca: ClientCa = None,
    crls: Crls = None,
    organization: Organization = None,
    serials: Serials = None,
    ca: Annotated[
        Path | None,
        file_option(
            "For a central system at wss://: trust the certificates in a PEM file, and "
            "no others."
        ),
    ] = None,
    client_cert: Annotated[
        Path | None,
        file_option(
            "For one that wants profile 3: the certificate that the relay shows for "
            "all chargers, in PEM. Without it, their passwords are passed on."
        ),
    ] = None,
    client_key: Annotated[
        Path | None, file_option("Its private key, if that is not in the same file.")
    ] = None,
    proxy: Annotated[
        str | None,
        typer.Option(
            metavar="URL",
            help="What to reach the central system through: http://, or socks5:// and "
            "the like. Needs an extra.",
        ),
    ] = None,
    copies: Annotated[
        list[str] | None,
        typer.Option(
            "--copy",
            metavar="URL",
            help="A further central system, which sees what chargers call; may be "
            "repeated.",
        ),
    ] = None,
    hold: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=0,
            help="How long a charger stays connected while its central system is lost "
            "and dialled again.",
        ),
    ] = 0.0,
    save: Save = None,
    transport: Transport = "websockets",
    uvloop: Uvloop = False,
) -> None:
    """Relay chargers to a central system, and show everything that passes.

    Each charger has a connection of its own to the central system, with its path, its
    password and the version that is chosen there. --profile and what belongs to it say
    how chargers prove themselves to the relay, as they have to unless all of them are
    on this machine. Ctrl-C ends it.

    Exit codes: 0 ended by Ctrl-C; 1 it cannot listen, or save; 2 wrong use.
    """
    options = OfficeOptions(
        profile=profile,
        password=password,
        passwords=password_file,
        certs=certs or (),
        keys=keys or (),
        client_ca=client_ca,
        crls=crls or (),
        organization=organization,
        serials=serials,
    )
    with checked():
        security = office_security(host, options)
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
