"""The options that the commands about a fleet have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from .engine import checked_urls
from .running import file_option

__all__ = [
    "FLEET_NAME",
    "INBOX",
    "Ca",
    "Cert",
    "Credentials",
    "FleetName",
    "FleetUrls",
    "Inbox",
    "Key",
    "Nkey",
    "OptionalFleetUrls",
    "Password",
    "Token",
    "User",
]

FLEET_NAME: Final = "ocpp"
INBOX: Final = "_INBOX"


def _checked(text: str | None) -> str | None:
    """Take a ValueError for wrong use."""
    try:
        return None if text is None else checked_urls(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


FleetUrls: TypeAlias = Annotated[
    str,
    typer.Option(
        "--fleet",
        metavar="URL,...",
        envvar="OCPP_FLEET",
        show_envvar=True,
        callback=_checked,
        help="Where the fleet's NATS is, such as nats://host:4222, or tls://host.",
    ),
]
OptionalFleetUrls: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--fleet",
        metavar="URL,...",
        callback=_checked,
        help="Be a node of a fleet, over NATS there, such as nats://host:4222, or "
        "tls://host.",
    ),
]
FleetName: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="The name of the fleet.")
]
User: TypeAlias = Annotated[
    str | None,
    typer.Option("--nats-user", metavar="NAME", help="The user at NATS."),
]
Password: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--nats-password",
        metavar="PASSWORD",
        envvar="NATS_PASSWORD",
        show_envvar=True,
        help="The password of that user. Others on this machine see what is on the "
        "command line.",
    ),
]
Token: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--nats-token",
        metavar="TOKEN",
        envvar="NATS_TOKEN",
        show_envvar=True,
        help="A token for NATS, in place of a user.",
    ),
]
Credentials: TypeAlias = Annotated[
    Path | None,
    file_option(
        "A file of credentials (JWT) in place of a user.", "--nats-credentials"
    ),
]
Nkey: TypeAlias = Annotated[
    Path | None,
    file_option("A file with the seed of a key in place of a user.", "--nats-nkey"),
]
Ca: TypeAlias = Annotated[
    Path | None,
    file_option(
        "For NATS over TLS: trust the certificates in a PEM file, and no others.",
        "--nats-ca",
    ),
]
Cert: TypeAlias = Annotated[
    Path | None,
    file_option("The certificate that NATS is shown, in PEM.", "--nats-cert"),
]
Key: TypeAlias = Annotated[
    Path | None,
    file_option("Its private key, if that is not in the same file.", "--nats-key"),
]
Inbox: TypeAlias = Annotated[
    str,
    typer.Option(
        "--nats-inbox",
        metavar="PREFIX",
        help="How the subjects begin at which answers arrive, if NATS lets each role "
        "have its own only.",
    ),
]
