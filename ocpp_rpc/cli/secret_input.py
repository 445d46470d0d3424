"""Secrets that are not on the command line, where `ps` shows them to everybody."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

__all__ = ["asking_for", "from_hex", "secret_in"]


def secret_in(file: Path) -> bytes:
    """Return the secret that a file has, without the end of its line.

    Raises:
        ValueError: There is none.
        OSError: The file cannot be read.
    """
    secret = file.read_bytes().removesuffix(b"\n").removesuffix(b"\r")
    if not secret:
        raise ValueError(f"there is no password in {file}")
    return secret


def from_hex(digits: bytes) -> bytes:
    """Return the bytes that hex digits stand for, as in an AuthorizationKey of 1.6.

    Raises:
        ValueError: They are none. The text does not repeat them.
    """
    try:
        return bytes.fromhex(digits.decode())
    except ValueError:
        pass  # nothing is raised within it: it may hold the secret
    raise ValueError("the password is not written in pairs of hex digits")


@cache
def asking_for(key: Path) -> Callable[[], str]:
    """Return what asks for the password of a key, once, if somebody is there."""

    @cache
    def ask() -> str:
        if not sys.stdin.isatty():
            raise ValueError(f"the key in {key} is encrypted, and nobody can be asked")
        return getpass.getpass(f"password of {key}: ")

    return ask
