"""The commands `password ...` and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from . import passwords
from .lazy import new_app
from .options import Hex, PasswordFile, check_version
from .running import checked, checked_identity, run_in_loop
from .secret_input import from_hex, new_secret, secret_in

__all__ = ["app", "new_password", "remove_password", "set_password"]

app = new_app(
    "Manage the file of password hashes that central-system checks chargers with."
)


_PasswordsFile: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        dir_okay=False,
        help="The file of hashes. A new file is readable by its owner only.",
    ),
]

_Identity: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="IDENTITY",
        callback=checked_identity,
        help="The identity of the charger.",
    ),
]


@app.command("set")
def set_password(
    file: _PasswordsFile,
    identity: _Identity,
    password_file: PasswordFile = None,
    in_hex: Hex = False,
) -> None:
    """Set the password of a charger, from a prompt or a file.

    Without a terminal, the first line of standard input is the password. The previous
    password of the charger becomes invalid.

    Exit codes: 0 the password is set; 1 the file cannot be used; 2 wrong usage.
    """
    with checked():
        if password_file is None:
            secret = new_secret(f"password of {identity}")
        else:
            secret = secret_in(password_file)
        if in_hex:
            secret = from_hex(secret)
    run_in_loop(passwords.set_password(file, identity, secret))


@app.command("new")
def new_password(
    file: _PasswordsFile,
    identity: _Identity,
    version: Annotated[
        str,
        typer.Option(
            metavar="VERSION",
            callback=check_version,
            help="The version of OCPP that the charger speaks.",
        ),
    ],
) -> None:
    """Set a random password for a charger, and print it once.

    Keep the output: the file has only a hash, so the password cannot be shown again.
    For 1.6 it is printed in hex digits, the form of AuthorizationKey.

    Exit codes: 0 the password is set; 1 the file cannot be used, or the version has no
    passwords; 2 wrong usage.
    """
    typer.echo(run_in_loop(passwords.issue(file, identity, version)))


@app.command("remove")
def remove_password(file: _PasswordsFile, identity: _Identity) -> None:
    """Remove the password of a charger.

    Exit codes: 0 the password is removed; 1 the charger had none, or the file cannot be
    used; 2 wrong usage.
    """
    run_in_loop(passwords.remove(file, identity))
