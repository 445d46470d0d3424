"""The libraries that open transports, by name."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from ocpp_rpc.errors import MissingDependency

from . import Library

__all__ = ["LIBRARIES", "library"]

LIBRARIES = ("websockets", "websockets-asyncio", "aiohttp", "picows")
"""Those that are adapted here; each is an extra, or another use of one.

A name is that of the module, with hyphens; the extra is what comes before a hyphen.
"""


def library(named: str | Library) -> Library:
    """Return a library by its name; one that is given is returned as it is.

    Raises:
        ValueError: None has that name.
        MissingDependency: Its extra is not installed.
    """
    if not isinstance(named, str):
        return named
    if named not in LIBRARIES:
        raise ValueError(f"transport is one of {LIBRARIES}, not {named!r}")
    try:
        return cast(Library, import_module(f".{named.replace('-', '_')}", __package__))
    except ImportError as error:
        raise MissingDependency(named.partition("-")[0]) from error
