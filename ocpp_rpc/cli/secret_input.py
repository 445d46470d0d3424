"""Secrets that are not on the command line, where `ps` shows them to everybody."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["asking_for", "from_hex", "new_secret", "secret_in"]


def secret_in(file: Path) -> bytes:
    """Return the secret in a file, without the end of its line.

    Raises:
        ValueError: The file has no secret.
        OSError: The file cannot be read.
    """
    secret = file.read_bytes().removesuffix(b"\n").removesuffix(b"\r")
    if not secret:
        raise ValueError(f"{file} has no password")
    return secret


def from_hex(digits: bytes) -> bytes:
    """Return the bytes that hex digits stand for, as in an AuthorizationKey of 1.6.

    Raises:
        ValueError: They are not hex digits. The text does not repeat them.
    """
    try:
        return bytes.fromhex(digits.decode())
    except ValueError:
        pass  # nothing is raised within it: it may hold the secret
    raise ValueError("the password does not consist of pairs of hex digits")


def new_secret(name: str) -> bytes:
    """Ask for a new secret, twice; without a terminal, take a line of standard input.

    Args:
        name: The name of the secret, for the question.

    Raises:
        ValueError: The secret is empty, or was typed differently the second time.
    """
    if sys.stdin.isatty():
        secret = getpass.getpass(f"{name}: ")
        if getpass.getpass("the same again: ") != secret:
            raise ValueError("the password was typed differently the second time")
    else:
        secret = sys.stdin.readline().rstrip("\r\n")
    if not secret:
        raise ValueError("the password is empty")
    return os.fsencode(secret)


@cache
def asking_for(key: Path) -> Callable[[], str]:
    """Return a function that asks for the password of a key, once, at a terminal."""

    @cache
    def ask() -> str:
        if not sys.stdin.isatty():
            raise ValueError(
                f"the key in {key} is encrypted: run this in a terminal to be asked "
                "for its password"
            )
        return getpass.getpass(f"password of {key}: ")

    return ask
