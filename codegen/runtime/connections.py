"""The type of the connection that the methods of a role class are given.

These messages know of no connection, so whoever subclasses a role class may say which
one it is: `class Office(v16.CentralSystem[ocpp_rpc.Connection])`. Without an argument
it is `Any`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["ConnectionT_contra"]

if TYPE_CHECKING:
    from typing_extensions import TypeVar as TypeVarWithDefault

    ConnectionT_contra = TypeVarWithDefault(
        "ConnectionT_contra", contravariant=True, default=Any
    )
else:  # before 3.13, Python has no defaults; no argument is fine there in any case
    ConnectionT_contra = TypeVar("ConnectionT_contra", contravariant=True)
