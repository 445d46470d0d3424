"""The options that the commands about a fleet have in common."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Parameter, Signature, signature
from pathlib import Path
from typing import Annotated, Any, Final, TypeAlias

import typer

from .engine import Engine, EngineOptions, checked_engine, checked_urls
from .running import checked, file_option

__all__ = [
    "FLEET_NAME",
    "INBOX",
    "Ca",
    "Cert",
    "Credentials",
    "FleetName",
    "Inbox",
    "Key",
    "Nkey",
    "OptionalFleetUrls",
    "Password",
    "Token",
    "User",
    "reaching",
]

FLEET_NAME: Final = "ocpp"
INBOX: Final = "_INBOX"


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
OptionalFleetUrls: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--fleet",
        metavar="URL,...",
        callback=_checked,
        help="Join a fleet as a node, over these NATS servers, such as "
        "nats://host:4222 or tls://host.",
    ),
]
FleetName: TypeAlias = Annotated[
    str, typer.Option(metavar="NAME", help="The name of the fleet.")
]
User: TypeAlias = Annotated[
    str | None,
    typer.Option("--nats-user", metavar="NAME", help="The user name for NATS."),
]
Password: TypeAlias = Annotated[
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
Token: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--nats-token",
        metavar="TOKEN",
        envvar="NATS_TOKEN",
        show_envvar=True,
        help="The token for NATS, in place of a user and password.",
    ),
]
Credentials: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The NATS credentials file (JWT), in place of a user and password.",
        "--nats-credentials",
    ),
]
Nkey: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The file with the NKEY seed, in place of a user and password.", "--nats-nkey"
    ),
]
Ca: TypeAlias = Annotated[
    Path | None,
    file_option(
        "For NATS over TLS: a PEM file of the only root certificates to trust.",
        "--nats-ca",
    ),
]
Cert: TypeAlias = Annotated[
    Path | None,
    file_option("The client certificate to present to NATS, in PEM.", "--nats-cert"),
]
Key: TypeAlias = Annotated[
    Path | None,
    file_option(
        "The private key of --nats-cert, if it is in a separate file.", "--nats-key"
    ),
]
Inbox: TypeAlias = Annotated[
    str,
    typer.Option(
        "--nats-inbox",
        metavar="PREFIX",
        help="The prefix of the subjects for replies. Set it if NATS allows each role "
        "only its own prefix.",
    ),
]


def _reach(  # noqa: PLR0913, PLR0917 - a parameter for each option
    fleet: _FleetUrls,
    fleet_name: FleetName = FLEET_NAME,
    user: User = None,
    password: Password = None,
    token: Token = None,
    credentials: Credentials = None,
    nkey: Nkey = None,
    ca: Ca = None,
    cert: Cert = None,
    key: Key = None,
    inbox: Inbox = INBOX,
) -> Engine:
    """Return how to reach a fleet: an option for each parameter."""
    options = EngineOptions(
        urls=fleet,
        name=fleet_name,
        user=user,
        password=password,
        token=token,
        credentials=credentials,
        nkey=nkey,
        ca=ca,
        cert=cert,
        key=key,
        inbox=inbox,
    )
    with checked():
        return checked_engine(options)


def reaching(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a fleet, in place of its parameter `engine`."""
    ours = signature(_reach, eval_str=True).parameters
    theirs = signature(command, eval_str=True).parameters

    @wraps(command)
    def run(**values: Any) -> None:
        reach = {name: values.pop(name) for name in ours}
        command(engine=_reach(**reach), **values)

    own = [each for each in theirs.values() if each.name != "engine"]
    parameters = [
        each.replace(kind=Parameter.KEYWORD_ONLY) for each in (*own, *ours.values())
    ]
    # typer reads both.
    vars(run)["__signature__"] = Signature(parameters)
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
