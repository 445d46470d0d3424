"""Versions as programs name them: by number, or as the package of their messages.

A package of its own stands for a version that extends a published one; see
docs/extending.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import ocpp_messages
from ocpp_messages import VersionPackage

from .dialect import DIALECTS

__all__ = ["Version", "by_subprotocol", "number_of", "package_of"]

Version: TypeAlias = str | VersionPackage
"""A version of OCPP, such as "2.0.1", or the package of one, such as an extension."""


def by_subprotocol(versions: Sequence[Version]) -> dict[str, Version]:
    """Return some versions by their names in the WebSocket handshake, in their order.

    Raises:
        ValueError: There is none, an unknown one, or two with one name.
    """
    if not versions:
        raise ValueError("at least one version of OCPP is needed")
    named: dict[str, Version] = {}
    for version in versions:
        name = _subprotocol(version)
        if named.setdefault(name, version) != version:
            raise ValueError(f"two of the versions are {name!r} in the handshake")
    return named


def number_of(version: Version) -> str:
    """Return the number of a version."""
    return version if isinstance(version, str) else version.VERSION


def _subprotocol(version: Version) -> str:
    number = number_of(version)
    if number not in DIALECTS:
        known = ", ".join(DIALECTS)
        raise ValueError(f"unknown version of OCPP: {number!r} (known: {known})")
    return DIALECTS[number].subprotocol


def package_of(version: Version) -> VersionPackage:
    """Return the package of a version, which is loaded if it is not yet."""
    return ocpp_messages.load(version) if isinstance(version, str) else version
