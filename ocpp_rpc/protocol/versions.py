"""Versions as programs name them: by number, or as the package of their messages.

A package of its own stands for a version that extends a published one; see
docs/extending.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import ocpp_messages
from ocpp_messages import Procedure, ProcedureKind, Role, VersionPackage

from .dialect import DIALECTS, Dialect

__all__ = ["Version", "by_subprotocol", "calls_of", "number_of", "package_of"]

Version: TypeAlias = str | VersionPackage
"""A version of OCPP, such as "2.0.1", or the package of one, such as an extension."""


def by_subprotocol(
    versions: Sequence[Version], dialects: Mapping[str, Dialect] = DIALECTS
) -> dict[str, VersionPackage]:
    """Load versions; return their packages by subprotocol, in the given order.

    Loading takes tenths of a second for each version that is not loaded yet, so do it
    before peers connect.

    Args:
        versions: The versions.
        dialects: The rules of each version, which have its subprotocol.

    Raises:
        ValueError: There is no version, an unknown one, or two with one subprotocol.
    """
    if isinstance(versions, str):
        raise ValueError(f"versions are a list, such as [{versions!r}]")  # noqa: TRY004
    if not versions:
        raise ValueError("at least one version of OCPP is needed")
    named: dict[str, Version] = {}
    for version in versions:
        name = _subprotocol(version, dialects)
        if named.setdefault(name, version) != version:
            raise ValueError(f"two of the versions are {name!r} in the handshake")
    return {name: package_of(version) for name, version in named.items()}


def number_of(version: Version) -> str:
    """Return the number of a version, for example "2.0.1".

    Raises:
        ValueError: The argument is neither a string nor the package of one version.
    """
    number = version if isinstance(version, str) else getattr(version, "VERSION", None)
    if not isinstance(number, str):
        name = getattr(version, "__name__", repr(version))
        text = f"{name} is not a version of OCPP, nor the package of one"
        raise ValueError(text)  # noqa: TRY004
    return number


def _subprotocol(version: Version, dialects: Mapping[str, Dialect]) -> str:
    number = number_of(version)
    if number not in dialects:
        known = ", ".join(dialects)
        raise ValueError(f"unknown version of OCPP: {number!r} (known: {known})")
    return dialects[number].subprotocol


def package_of(version: Version) -> VersionPackage:
    """Return the package of a version; load it if necessary."""
    return ocpp_messages.load(version) if isinstance(version, str) else version


def calls_of(package: VersionPackage, caller: Role) -> dict[str, Procedure]:
    """Return the calls that a role may make, by action, in the order of the alphabet.

    Args:
        package: The messages of the version.
        caller: The role.
    """
    return {
        action: procedure
        for action, procedure in sorted(package.PROCEDURES.items())
        if procedure.kind is ProcedureKind.CALL and caller in procedure.senders
    }
