"""The options about the security of chargers, for the commands that they connect to."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final, TypeAlias

import typer

from .grouping import options_of
from .office_security import OfficeOptions
from .options import Profile
from .running import file_option

__all__ = ["securing"]

_OfficePassword: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="PASSWORD",
        envvar="OCPP_PASSWORD",
        show_envvar=True,
        help="For profiles 1 and 2: one password for all chargers, who send it by HTTP "
        "Basic authentication with their identity as the user name.",
    ),
]

_PasswordsFile: TypeAlias = Annotated[
    Path | None,
    file_option(
        "In place of --password: a file with a password hash for each charger, as "
        "`ocpp-rpc password` writes it.",
        "--passwords",
    ),
]

_Certs: TypeAlias = Annotated[
    list[Path] | None,
    file_option(
        "For wss://: the certificate of this server and its intermediate certificates, "
        "in PEM. Give the option twice to have one for RSA and one for ECDSA.",
        "--cert",
    ),
]

_Keys: TypeAlias = Annotated[
    list[Path] | None,
    file_option(
        "The private key of each --cert, in the same order, if it is in a separate "
        "file.",
        "--key",
    ),
]

_ClientCa: TypeAlias = Annotated[
    Path | None,
    file_option("For profile 3: the CAs that certify chargers, in PEM."),
]

_Crls: TypeAlias = Annotated[
    list[Path] | None,
    file_option(
        "For profile 3: a revocation list of these CAs, in PEM; may be repeated.",
        "--crl",
    ),
]

_Organization: TypeAlias = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="For profile 3: a text that the organization (O) in the certificate of a "
        "charger has to contain.",
    ),
]

_Serials: TypeAlias = Annotated[
    Path | None,
    file_option(
        "For profile 3: the serial number in the certificate (CN) of each identity, "
        'as TOML: "CP 1" = "SN0001". By default, the CN has to be the identity.'
    ),
]


def _office_options(  # noqa: PLR0913, PLR0917 - a parameter for each option
    profile: Profile = None,
    password: _OfficePassword = None,
    password_file: _PasswordsFile = None,
    certs: _Certs = None,
    keys: _Keys = None,
    client_ca: _ClientCa = None,
    crls: _Crls = None,
    organization: _Organization = None,
    serials: _Serials = None,
) -> OfficeOptions:
    return OfficeOptions(
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


securing: Final = options_of(_office_options, "office")
"""Gives a command the options of security, in place of its parameter `office`."""
