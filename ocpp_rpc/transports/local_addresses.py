"""Checks of the address of this machine that a client connects from."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import Library

__all__ = ["check_binds", "check_local_address"]


def check_local_address(address: str) -> None:
    """Check that an address may be one of this machine.

    Whether it is one can change at any time, so only an attempt to connect shows that.

    Raises:
        ValueError: It is not an IP address, but for example the name of an interface.
    """
    try:
        ip_address(address)
    except ValueError:
        raise ValueError(
            f"local_address has to be an IP address of this machine, not {address!r}"
        ) from None


def check_binds(library: Library) -> None:
    """Check that a library can connect from a given local address.

    Raises:
        ValueError: The library cannot, or has no attribute `binds` that says so.
    """
    if not getattr(library, "binds", False):
        name = getattr(library, "__name__", type(library).__name__)
        raise ValueError(f"the transport {name} cannot connect from a local_address")
