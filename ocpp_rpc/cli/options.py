"""The options of several commands, and the check of their values."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias
from urllib.parse import urlsplit

import typer

from ocpp_messages import VERSIONS
from ocpp_rpc.transports import without_credentials

from .running import file_option

__all__ = [
    "ALL_VERSIONS",
    "ClientKey",
    "Hex",
    "Host",
    "PasswordFile",
    "Port",
    "Profile",
    "Save",
    "Transport",
    "Uvloop",
    "Versions",
    "check_host",
    "check_url",
    "check_version",
    "check_versions",
]


ALL_VERSIONS: Final = ",".join(VERSIONS)


def check_version(version: str | None) -> str | None:
    """Return a version that there is."""
    if version is not None and version not in VERSIONS:
        known = ", ".join(VERSIONS)
        raise typer.BadParameter(f"unknown OCPP version {version!r}: there are {known}")
    return version


def check_versions(text: str) -> str:
    """Return versions that there are, each once."""
    versions = [part.strip() for part in text.split(",")]
    for version in versions:
        check_version(version)
    return ",".join(dict.fromkeys(versions))


def check_host(text: str) -> str:
    """Return a host name or an address, if it is well-formed."""
    try:
        text.encode("idna")
    except UnicodeError:
        raise typer.BadParameter(f"{text!r} is not a host") from None
    return text


def check_url(text: str) -> str:
    """Return the URL of a WebSocket."""
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna")
        good = parts.scheme in {"ws", "wss"} and host and parts.port != 0
    except ValueError:  # the port is no number, or the host no name
        good = False
    if not good:
        shown = without_credentials(text).rpartition("@")[2]
        problem = f"{shown!r} is no WebSocket URL, such as ws://127.0.0.1:9000/ocpp"
        raise typer.BadParameter(problem)
    return text


Transport: TypeAlias = Annotated[
    Literal["websockets", "aiohttp", "picows"],
    typer.Option(help="The WebSocket library; aiohttp and picows each need an extra."),
]

Uvloop: TypeAlias = Annotated[
    bool, typer.Option("--uvloop", help="Run on uvloop, which needs an extra.")
]

Save: TypeAlias = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Write every frame to this file, as JSON lines."),
]


Profile: TypeAlias = Annotated[
    int | None,
    typer.Option(
        metavar="0|1|2|3",
        min=0,
        max=3,
        help="The security profile: 0 none, 1 a password, 2 a password and TLS, 3 "
        "certificates on both sides. By default, it follows from the other options.",
    ),
]

Host: TypeAlias = Annotated[
    str,
    typer.Option(metavar="HOST", callback=check_host, help="The host to listen on."),
]

Port: TypeAlias = Annotated[
    int,
    typer.Option(
        metavar="PORT",
        min=0,
        max=65535,
        help="The port to listen on; 0 picks a free port.",
    ),
]

Versions: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="VERSION,...",
        callback=check_versions,
        help="The versions to accept. Each charger offers its own, in its order.",
    ),
]

Hex: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--hex",
        help="Read the password as hex digits, the form of AuthorizationKey in 1.6.",
    ),
]

PasswordFile: TypeAlias = Annotated[
    Path | None, file_option("A file with the password in one line.")
]

ClientKey: TypeAlias = Annotated[
    Path | None,
    file_option("The private key of --client-cert, if it is in a separate file."),
]
