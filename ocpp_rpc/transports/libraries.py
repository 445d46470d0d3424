"""The libraries that open transports, by name."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from ocpp_rpc.errors import MissingDependency

from . import Library

__all__ = ["LIBRARIES", "library"]

LIBRARIES = ("websockets", "websockets-asyncio", "aiohttp", "picows")
"""The names of the adapted libraries; each is an extra, or another use of one.

A name is that of the module, with hyphens; the extra is the part before the first
hyphen.
"""


def library(named: str | Library) -> Library:
    """Return the library of a name, or the given library itself.

    Raises:
        ValueError: No library has that name.
        MissingDependency: The extra of the library is not installed.
    """
    if not isinstance(named, str):
        return named
    if named not in LIBRARIES:
        raise ValueError(f"transport must be one of {LIBRARIES}, not {named!r}")
    try:
        return cast(Library, import_module(f".{named.replace('-', '_')}", __package__))
    except ImportError as error:
        raise MissingDependency(named.partition("-")[0]) from error
