"""The options about a fleet, which several commands have in common.

`reaching` gives a command the options of one that asks a fleet, and `joining` those of
a central system that may be a node of one.
"""

from __future__ import annotations

from inspect import signature
from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from .engine import Engine, EngineOptions, Membership, checked_engine, checked_urls
from .grouping import options_of
from .running import checked, file_option

__all__ = ["joining", "reaching"]


def _checked(text: str | None) -> str | None:
    """Take a ValueError for wrong use."""
    try:
        return None if text is None else checked_urls(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


_FleetUrls: TypeAlias = Annotated[
    str,
    typer.Option(
        "--fleet",
        metavar="URL,...",
        envvar="OCPP_FLEET",
        show_envvar=True,
        callback=_checked,
        help="The NATS servers of the fleet, such as nats://host:4222 or tls://host.",
    ),
]
_OptionalFleetUrls: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--fleet",
        metavar="URL,...",
        callback=_checked,
        help="Join a fleet as a node, over these NATS servers, such as "
        "nats://host:4222 or tls://host.",
    ),
]
_FleetName: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="The name of the fleet.")
]
_User: TypeAlias = Annotated[
    str | None,
    typer.Option("--nats-user", metavar="NAME", help="The user name for NATS."),
]
_Password: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--nats-password",
        metavar="PASSWORD",
        envvar="NATS_PASSWORD",
        show_envvar=True,
        help="The password of --nats-user. Prefer the environment variable: other "
        "users of this machine can read the command line.",
    ),
]
_Token: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--nats-token",
        metavar="TOKEN",
        envvar="NATS_TOKEN",
        show_envvar=True,
        help="The token for NATS, in place of a user and password.",
    ),
]
_Credentials: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The NATS credentials file (JWT), in place of a user and password.",
        "--nats-credentials",
    ),
]
_Nkey: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The file with the NKEY seed, in place of a user and password.", "--nats-nkey"
    ),
]
_Ca: TypeAlias = Annotated[
    Path | None,
    file_option(
        "For NATS over TLS: a PEM file of the only root certificates to trust.",
        "--nats-ca",
    ),
]
_Cert: TypeAlias = Annotated[
    Path | None,
    file_option("The client certificate to present to NATS, in PEM.", "--nats-cert"),
]
_Key: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The private key of --nats-cert, if it is in a separate file.", "--nats-key"
    ),
]
_Inbox: TypeAlias = Annotated[
    str,
    typer.Option(
        "--nats-inbox",
        metavar="PREFIX",
        help="The prefix of the subjects for replies. Set it if NATS allows each role "
        "only its own prefix.",
    ),
]

_Node: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="With --fleet: the name of this node, unique in the fleet.",
    ),
]
_Drain: TypeAlias = Annotated[
    float,
    typer.Option(
        metavar="RATE",
        min=0.1,
        help="With --fleet: the number of chargers to disconnect each second at "
        "shutdown.",
    ),
]


def _engine_options(  # noqa: PLR0913, PLR0917 - a parameter for each option
    fleet_name: _FleetName = "ocpp",
    nats_user: _User = None,
    nats_password: _Password = None,
    nats_token: _Token = None,
    nats_credentials: _Credentials = None,
    nats_nkey: _Nkey = None,
    nats_ca: _Ca = None,
    nats_cert: _Cert = None,
    nats_key: _Key = None,
    nats_inbox: _Inbox = "_INBOX",
) -> EngineOptions:
    return EngineOptions(
        name=fleet_name,
        user=nats_user,
        password=nats_password,
        token=nats_token,
        credentials=nats_credentials,
        nkey=nats_nkey,
        ca=nats_ca,
        cert=nats_cert,
        key=nats_key,
        inbox=nats_inbox,
    )


@options_of(_engine_options, "options")
def _reach(fleet: _FleetUrls, options: EngineOptions) -> Engine:
    """Return how to reach a fleet."""
    with checked():
        return checked_engine(fleet, options)


reaching: Final = options_of(_reach, "engine")
"""Gives a command the options of a fleet, in place of its parameter `engine`."""


@options_of(_engine_options, "options")
def _join(
    context: typer.Context,
    *,
    fleet: _OptionalFleetUrls = None,
    node: _Node = None,
    drain: _Drain = 200.0,
    options: EngineOptions,
) -> Membership | None:
    """Return the membership of a central system in a fleet; None if it has none."""
    if fleet is None:
        _check_alone(context)
        return None
    with checked():
        return Membership(checked_engine(fleet, options), node, drain)


def _check_alone(context: typer.Context) -> None:
    """Refuse options of a fleet without one; the environment may be for others."""
    for option in context.command.params:
        source = context.get_parameter_source(option.name or "")
        is_given = source is not None and source.name == "COMMANDLINE"
        if is_given and option.name in signature(_join).parameters:
            raise typer.BadParameter(f"{option.opts[0]} needs --fleet")


joining: Final = options_of(_join, "member")
"""Gives a command the options of a node, in place of its parameter `member`."""
