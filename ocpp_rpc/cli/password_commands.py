"""The commands `password ...` and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from . import passwords
from .lazy import new_app
from .options import Hex, check_version
from .running import checked, checked_identity, file_option, run_in_loop
from .secret_input import from_hex, new_secret, secret_in

__all__ = ["app", "new_password", "remove_password", "set_password"]

app = new_app("The passwords of chargers, in a file of hashes for central-system.")


_PasswordsFile: TypeAlias = Annotated[
    Path,
    typer.Argument(
        metavar="FILE",
        dir_okay=False,
        help="The file of hashes; one that is made can be read by its owner only.",
    ),
]

_Identity: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="IDENTITY", callback=checked_identity, help="Who the charger is."
    ),
]


@app.command("set")
def set_password(
    file: _PasswordsFile,
    identity: _Identity,
    password_file: Annotated[
        Path | None, file_option("The file that has the password, in one line.")
    ] = None,
    in_hex: Hex = False,
) -> None:
    """Give a charger a password, which is asked for unless a file has it.

    Without a terminal, it is the first line of standard input. What the charger had
    before counts no more.

    Exit codes: 0 it has the password; 1 the file cannot be used; 2 wrong use.
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
    """Give a charger a random password, and print it: nothing else can show it again.

    For 1.6 it is in hex digits, as an AuthorizationKey is.

    Exit codes: 0 it has the password; 1 the file cannot be used, or the version has no
    passwords; 2 wrong use.
    """
    typer.echo(run_in_loop(passwords.issue(file, identity, version)))


@app.command("remove")
def remove_password(file: _PasswordsFile, identity: _Identity) -> None:
    """Take the password of a charger away.

    Exit codes: 0 it has none any more; 1 it had none, or the file cannot be used; 2
    wrong use.
    """
    run_in_loop(passwords.remove(file, identity))
